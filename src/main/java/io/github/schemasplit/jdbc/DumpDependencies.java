package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the objects of a database need, of others and of the server. */
public final class DumpDependencies {
    private DumpDependencies() {}

    /**
     * An object as a dump's table of contents has it.
     *
     * @param catalog the OID of its catalog
     * @param oid its own
     */
    public record Key(long catalog, long oid) {}

    /**
     * That an object needs another.
     *
     * @param type as {@code pg_depend.deptype}
     */
    public record Edge(Key from, Key to, char type) {}

    /**
     * That an object names a role.
     *
     * @param object what
     * @param role whom
     */
    public record Holder(Key object, String role) {}

    public static List<Edge> edges(Connection connection) throws SQLException {
        List<Edge> edges = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query(connection, "dump-dependencies"))) {
            while (row.next()) {
                edges.add(new Edge(
                        new Key(row.getLong("classid"), row.getLong("objid")),
                        new Key(row.getLong("refclassid"), row.getLong("refobjid")),
                        row.getString("deptype").charAt(0)));
            }
        }
        return edges;
    }

    public static List<Holder> roles(Connection connection) throws SQLException {
        List<Holder> holders = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query(connection, "dump-roles"))) {
            while (row.next()) {
                holders.add(new Holder(new Key(row.getLong("class"), row.getLong("oid")), row.getString("role")));
            }
        }
        return holders;
    }

    private static String query(Connection connection, String name) throws SQLException {
        return new CatalogQuery(name).sql(connection.getMetaData().getDatabaseMajorVersion());
    }
}
