package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.ChosenItems;
import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.jdbc.DatabaseIdentity;
import io.github.schemasplit.jdbc.Definition;
import io.github.schemasplit.jdbc.Definitions;
import io.github.schemasplit.jdbc.DumpMoment;
import io.github.schemasplit.jdbc.DumpedTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What a database is after a restore.
 *
 * @param database how to reach it
 * @param listener is told which table it is at
 */
record RestoredState(ConnectionSettings database, ChangeListener listener) {
    static List<Definition> definitions(ConnectionSettings database) throws SQLException {
        try (Connection connection = Connector.connect(database)) {
            return Definitions.readInOwnTransaction(connection);
        }
    }

    /** The roles of a server. */
    static TreeSet<String> roles(Connection connection) throws SQLException {
        TreeSet<String> roles = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT rolname FROM pg_catalog.pg_roles")) {
            while (row.next()) {
                roles.add(row.getString(1));
            }
        }
        return roles;
    }

    /**
     * Compares it with what was backed up.
     *
     * @param leftOut what was not restored
     * @param notes is told what could not be compared
     * @return what is something else, a clause each
     */
    List<String> differences(Manifest manifest, List<ChosenItems.LeftOut> leftOut, Consumer<String> notes)
            throws SQLException {
        try (Connection connection = Connector.connect(database)) {
            List<String> differences = definitions(connection, manifest, leftOut, notes);
            int counted = 0;
            for (DumpedTable table : manifest.data() ? DumpMoment.tables(connection) : List.<DumpedTable>of()) {
                Long expected = manifest.rows().get(table.name().sql());
                if (expected != null) {
                    listener.on(new Event.AtTable(
                            "counting",
                            table.name().sql(),
                            ++counted,
                            manifest.rows().size()));
                    long rows = DumpMoment.rows(connection, table.name());
                    if (rows != expected) {
                        differences.add(table.name() + " has " + rows + " rows instead of " + expected);
                    }
                }
            }
            return differences;
        }
    }

    private static List<String> definitions(
            Connection connection, Manifest manifest, List<ChosenItems.LeftOut> leftOut, Consumer<String> notes)
            throws SQLException {
        SortedMap<String, String> expected = new TreeMap<>(manifest.objects());
        for (ChosenItems.LeftOut left : leftOut) {
            left.item().object().ifPresent(expected::remove);
        }
        Map<String, String> there = new TreeMap<>();
        for (Definition definition : Definitions.readInOwnTransaction(connection)) {
            there.put(definition.object(), definition.hash());
        }
        if (manifest.schema().isEmpty()) {
            for (String object : there.keySet()) {
                if (!expected.containsKey(object)) {
                    notes.accept("In the database, and not in the backup: " + object);
                }
            }
        }
        // Another version of the server writes the same definition in other words.
        int major = Backup.major(DatabaseIdentity.read(connection));
        boolean comparable = major == manifest.origin().serverMajor();
        if (!comparable) {
            notes.accept("Compared by name and by rows only, since the backup is of PostgreSQL "
                    + manifest.origin().serverMajor() + " and this is " + major);
        }
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, String> object : expected.entrySet()) {
            String hash = there.get(object.getKey());
            if (hash == null) {
                differences.add(object.getKey() + " is missing");
            } else if (comparable && !hash.equals(object.getValue())) {
                differences.add(object.getKey() + " is not as it was");
            }
        }
        return differences;
    }
}
