package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.catalog.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the catalog into a {@link Snapshot}, in as many queries as there are kinds of object, whatever the number of
 * tables. It reads catalogs that every role may read, and works under whatever settings role or database bring along.
 */
public final class CatalogReader {
    /**
     * Reads within the caller's transaction, as what it sees at each query; for one moment's view of everything the
     * transaction must be REPEATABLE READ. The transaction's {@code search_path} is {@code pg_catalog, pg_temp} afterwards.
     *
     * @param connection in a transaction
     */
    public Snapshot read(Connection connection) throws SQLException {
        return new Reading(connection).snapshot(false);
    }

    /**
     * Reads in a read-only transaction of its own, in which no timeout of role or database applies.
     *
     * @param connection in auto-commit mode, in which it is left
     */
    public Snapshot readInOwnTransaction(Connection connection) throws SQLException {
        return inOwnTransaction(connection, snapshot -> snapshot);
    }

    /** What is read once the snapshot is, in the same transaction. */
    @FunctionalInterface
    interface Addition<T> {
        T read(Snapshot snapshot) throws SQLException;
    }

    /** As {@link #readInOwnTransaction}, with more that is read at the same moment. */
    <T> T inOwnTransaction(Connection connection, Addition<T> addition) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new IllegalStateException("the connection is in a transaction of the caller's");
        }
        // Begun while in auto-commit mode, since the driver would begin one of its own before a BEGIN otherwise; gone
        // on
        // with out of it, since the driver reads large results piece by piece only there.
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        }
        connection.setAutoCommit(false);
        try {
            T result = addition.read(new Reading(connection).snapshot(true));
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Makes an object of a row. */
    @FunctionalInterface
    private interface Mapping {
        CatalogObject object(Row row) throws SQLException;
    }

    /** One reading, from the first query to the snapshot. */
    private static final class Reading {
        private final CatalogQueries queries;
        private final List<CatalogObject> objects = new ArrayList<>();

        Reading(Connection connection) throws SQLException {
            this.queries = new CatalogQueries(connection);
        }

        Snapshot snapshot(boolean ownTransaction) throws SQLException {
            List<Server> server = new ArrayList<>();
            queries.add("server", row -> server.add(CatalogRows.server(row)), ownTransaction);
            add("roles", CatalogRows::role);
            add("schemas", CatalogRows::schema);
            Map<Long, List<Column>> columns = new HashMap<>();
            queries.add(
                    "columns",
                    row -> columns.computeIfAbsent(row.number(), r -> new ArrayList<>())
                            .add(CatalogRows.column(row)));
            add("relations", row -> CatalogRows.relation(row, columns));
            add("constraints", CatalogRows::constraint);
            add("indexes", CatalogRows::index);
            add("triggers", CatalogRows::trigger);
            add("rules", CatalogRows::rule);
            add("policies", CatalogRows::policy);
            add("statistics", CatalogRows::statisticsObject);
            add("types", CatalogRows::type);
            add("routines", CatalogRows::routine);
            add("publications", CatalogRows::publication);
            add("default-acls", CatalogRows::defaultAcl);
            add("extensions", CatalogRows::extension);
            LinkRows links = new LinkRows(objects);
            queries.add("texts", links::text, (Object) links.catalogs());
            queries.add("dependencies", links::dependency, (Object) links.catalogs());
            queries.run();
            return new Snapshot(server.get(0), objects, links.comments(), links.textConstants(), links.dependencies());
        }

        private void add(String query, Mapping mapping) {
            queries.add(query, row -> objects.add(mapping.object(row)));
        }
    }
}
