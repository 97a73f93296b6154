package io.github.schemasplit.hostile;

import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** What the routines of a database return that can be called without arguments. */
final class CalledRoutines {
    private static final String ROUTINES =
            "SELECT p.oid, quote_ident(n.nspname) || '.' || quote_ident(p.proname) FROM pg_proc AS p"
                    + " JOIN pg_namespace AS n ON n.oid = p.pronamespace"
                    + " WHERE p.oid >= 16384 AND p.prokind = 'f' AND p.pronargs = 0 AND p.prorettype = 'bigint'::regtype"
                    + " AND pg_has_role('%s', p.proowner, 'USAGE')";

    private CalledRoutines() {}

    /**
     * The result of each routine by its OID, or the code of its error.
     *
     * @param user of whose routines
     */
    static Map<String, String> of(TestDatabase database, String user) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Map<String, String> routines = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery(ROUTINES.formatted(user))) {
                while (rows.next()) {
                    routines.put(rows.getString(1), rows.getString(2));
                }
            }
            statement.setEscapeProcessing(false);
            routines.replaceAll((oid, name) -> call(statement, name));
            return routines;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String call(Statement statement, String name) {
        // A question mark in a name is none of the driver's.
        try (ResultSet row = statement.executeQuery("SELECT " + name.replace("?", "??") + "()")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }
}
