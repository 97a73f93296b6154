package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.jdbc.DatabaseIdentity;
import io.github.schemasplit.jdbc.Definition;
import io.github.schemasplit.jdbc.Definitions;
import io.github.schemasplit.jdbc.DumpMoment;
import io.github.schemasplit.jdbc.DumpedTable;
import io.github.schemasplit.jdbc.LargeObjects;
import io.github.schemasplit.jdbc.SequencePosition;
import io.github.schemasplit.jdbc.ServerMessage;
import io.github.schemasplit.jdbc.WholeReading;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /**
     * Something that is not what was backed up.
     *
     * @param text what, as a clause
     * @param access whether others may use it for more or for less than they could
     */
    record Difference(String text, boolean access) {}

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
     * @param without what was not restored, by kind and name
     * @param notes is told what could not be compared
     */
    List<Difference> differences(Manifest manifest, Set<String> without, Consumer<String> notes) throws SQLException {
        try (Connection connection = Connector.connect(database)) {
            List<Difference> differences = new ArrayList<>(definitions(connection, manifest, without, notes));
            if (manifest.data()) {
                for (String text : rows(connection, manifest)) {
                    differences.add(new Difference(text, false));
                }
                for (String text : positions(connection, manifest, without)) {
                    differences.add(new Difference(text, false));
                }
            }
            return differences;
        }
    }

    private List<String> rows(Connection connection, Manifest manifest) throws SQLException {
        List<String> differences = new ArrayList<>();
        int counted = 0;
        for (DumpedTable table : WholeReading.run(connection, () -> DumpMoment.tables(connection))) {
            Long expected = manifest.rows().get(table.name().sql());
            if (expected != null) {
                listener.on(new Event.AtTable(
                        "counting",
                        table.name().sql(),
                        ++counted,
                        manifest.rows().size()));
                try {
                    long rows = WholeReading.run(connection, () -> DumpMoment.rows(connection, table.name()));
                    if (rows != expected) {
                        differences.add(table.name() + " has " + rows + " rows instead of " + expected);
                    }
                } catch (SQLException e) {
                    if (!connection.isValid(0)) {
                        throw e;
                    }
                    differences.add(table.name() + " should have " + expected + " rows, and they can not be counted: "
                            + ServerMessage.of(e));
                }
            }
        }
        return differences;
    }

    /** What is counted on beside the rows. */
    private static List<String> positions(Connection connection, Manifest manifest, Set<String> without)
            throws SQLException {
        List<String> differences = new ArrayList<>();
        Set<String> unused = new HashSet<>(manifest.sequences().keySet());
        unused.removeIf(name -> without.contains("sequence " + name));
        for (SequencePosition position : WholeReading.run(connection, () -> SequencePosition.read(connection))) {
            String name = position.sequence().sql();
            Long then = manifest.sequences().get(name);
            unused.remove(name);
            if (then != null && position.isBefore(then)) {
                differences.add("sequence " + name + " is at " + position.position() + " and was at " + then);
            }
        }
        for (String name : new TreeSet<>(unused)) {
            differences.add("sequence " + name + " begins anew and was at "
                    + manifest.sequences().get(name));
        }
        if (manifest.schema().isEmpty()) {
            long count = LargeObjects.read(connection).count();
            if (count != manifest.largeObjects()) {
                differences.add("there are " + count + " large objects instead of " + manifest.largeObjects());
            }
        }
        return differences;
    }

    private static List<Difference> definitions(
            Connection connection, Manifest manifest, Set<String> without, Consumer<String> notes) throws SQLException {
        SortedMap<String, String> expected = new TreeMap<>(manifest.objects());
        expected.keySet().removeAll(without);
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
            notes.accept("Compared by name, by who may use what and by rows only, since the backup is of PostgreSQL "
                    + manifest.origin().serverMajor() + " and this is " + major);
        }
        List<Difference> differences = new ArrayList<>();
        for (Map.Entry<String, String> object : expected.entrySet()) {
            String hash = there.get(object.getKey());
            if (hash == null) {
                differences.add(new Difference(object.getKey() + " is missing", false));
            } else if (!Definition.sameAccess(hash, object.getValue())) {
                differences.add(
                        new Difference("who may use " + object.getKey() + ", and for what, is not as it was", true));
            } else if (comparable && !hash.equals(object.getValue())) {
                differences.add(new Difference(object.getKey() + " is not as it was", false));
            }
        }
        return differences;
    }
}
