package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Another session that holds a lock. Its query is not among what is known of it: queries hold users' data.
 *
 * @param pid its process; empty for a prepared transaction
 * @param application its {@code application_name}; empty when it has none or the role may not see it
 * @param seconds for how long its transaction has been open; empty when the role may not see it
 */
record LockHolder(Optional<Integer> pid, Optional<String> application, Optional<Long> seconds) {

    /** The sessions that a query of this package yields, each of whose two parameters takes the same value. */
    static List<LockHolder> read(Connection connection, String query, Object parameter) throws SQLException {
        return read(connection, query, List.of(parameter, parameter));
    }

    /** The sessions that a query of this package without parameters yields. */
    static List<LockHolder> read(Connection connection, String query) throws SQLException {
        return read(connection, query, List.of());
    }

    private static List<LockHolder> read(Connection connection, String query, List<Object> parameters)
            throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        try (PreparedStatement statement = connection.prepareStatement(new CatalogQuery(query).sql(major))) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            ResultSet rows = statement.executeQuery();
            List<LockHolder> holders = new ArrayList<>();
            while (rows.next()) {
                holders.add(new LockHolder(
                        Optional.ofNullable(rows.getObject("pid", Integer.class)),
                        Optional.ofNullable(rows.getString("application_name")).filter(name -> !name.isEmpty()),
                        Optional.ofNullable(rows.getObject("seconds", Long.class))));
            }
            return holders;
        }
    }

    static String describe(List<LockHolder> holders) {
        return holders.stream().map(LockHolder::toString).collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return pid.map(p -> "pid " + p).orElse("a prepared transaction (see pg_prepared_xacts)")
                + application.map(a -> ", application '" + a + "'").orElse("")
                + seconds.map(s -> ", in a transaction for " + s + " s").orElse("");
    }
}
