package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a dump locks.
 *
 * @param tables the tables whose rows it has
 * @param relations all relations that it locks
 */
public record DumpLocks(long tables, long relations) {
    public static DumpLocks read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(new CatalogQuery("dump-locks")
                        .sql(connection.getMetaData().getDatabaseMajorVersion()))) {
            row.next();
            return new DumpLocks(row.getLong("tables"), row.getLong("relations"));
        }
    }

    /**
     * How many locks are held at once: {@link DumpMoment} has one on each table, the program one on each relation, and each of several
     * processes one on each table that it dumps.
     */
    public long count(int jobs) {
        return tables + relations + (jobs > 1 ? tables : 0);
    }
}
