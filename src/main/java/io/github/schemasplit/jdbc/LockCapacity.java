package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The room in the server's table of locks, which all sessions share: when it is full, whoever asks next fails with "out of shared
 * memory".
 *
 * @param room how many locks it has room for
 * @param held how many were held when it was read
 * @param perTransaction how many a transaction is promised: {@code max_locks_per_transaction}
 */
public record LockCapacity(long room, long held, long perTransaction) {
    /** What one transaction of ours may take of what is free, so that others never notice. */
    private static final int SHARE = 3;

    public static LockCapacity read(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(new CatalogQuery("lock-capacity").sql(major))) {
            row.next();
            return new LockCapacity(row.getLong("room"), row.getLong("held"), row.getLong("per_transaction"));
        }
    }

    /** How many locks are free: more than these no transaction may ask for. */
    public long free() {
        return Math.max(room - held, perTransaction);
    }

    /** How many locks one transaction may take without others noticing. */
    public long share() {
        return Math.max(free() / SHARE, perTransaction);
    }
}
