package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A moment of a database that is dumped. As long as it is open, this tool changes nothing there, and others may read what was then:
 * the lock is held by one connection, and what was then is seen by another, since a snapshot that is as old as the wait for a lock
 * would miss what the lock waited for.
 */
public final class DumpMoment implements AutoCloseable {
    private final ConnectionSettings settings;
    private final StandStill lock;
    private final Connection reader;

    private DumpMoment(ConnectionSettings settings, StandStill lock, Connection reader) {
        this.settings = settings;
        this.lock = lock;
        this.reader = reader;
    }

    /**
     * Takes the lock, and looks at the database.
     *
     * @param settings how to reach it
     * @throws LockedException when a change is being made
     */
    public static DumpMoment open(ConnectionSettings settings) throws SQLException {
        StandStill lock = StandStill.open(settings);
        Connection reader = null;
        try {
            reader = Connector.connect(settings);
            WholeReading.begin(reader, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
            return new DumpMoment(settings, lock, reader);
        } catch (SQLException | RuntimeException e) {
            lock.close();
            if (reader != null) {
                reader.close();
            }
            throw e;
        }
    }

    /**
     * Keeps all tables as they are, before the moment is: what is emptied or rewritten by a command of DDL after it would be empty to
     * whoever sees the database as it was. To be called first.
     *
     * @param wait how long to wait for others that change a table, since more may queue behind us
     * @throws BusyException when they do not let go of it in time
     */
    public void lockTables(Duration wait) throws SQLException {
        String limit = "SET LOCAL lock_timeout = " + wait.toMillis();
        try (java.sql.Statement names = lock.connection().createStatement();
                java.sql.Statement locks = reader.createStatement()) {
            // To ask for the size of a table waits for it, too.
            names.execute(limit);
            String all = tables(lock.connection()).stream()
                    .map(table -> table.name().sql())
                    .collect(Collectors.joining(", ONLY "));
            names.execute("SET LOCAL lock_timeout = 0");
            if (!all.isEmpty()) {
                locks.execute(limit + "; LOCK TABLE ONLY " + all + " IN ACCESS SHARE MODE; SET LOCAL lock_timeout = 0");
            }
        } catch (SQLException e) {
            throw busy("To lock the tables against being changed", e);
        }
    }

    private static SQLException busy(String what, SQLException cause) {
        if (SqlStates.LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
            throw new BusyException(what, ServerMessage.of(cause), "", cause);
        }
        return cause;
    }

    /** The number of rows that a table had in that moment; the locks on its indexes are given back. */
    public long count(QualifiedName table) throws SQLException {
        try (java.sql.Statement statement = reader.createStatement()) {
            statement.execute("SAVEPOINT counted");
            long rows = rows(reader, table);
            statement.execute("ROLLBACK TO SAVEPOINT counted; RELEASE SAVEPOINT counted");
            return rows;
        }
    }

    /** The connection that sees the database as it was. */
    public Connection reader() {
        return reader;
    }

    /** The name by which others see the database as it was. */
    public String snapshot() throws SQLException {
        try (java.sql.Statement statement = reader.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_export_snapshot()")) {
            row.next();
            return row.getString(1);
        }
    }

    /**
     * How far the sequences are by now, which is never what was. To ask for it locks a sequence to the end of the transaction, so that is
     * another one.
     *
     * @param wait how long to wait for others that change a sequence
     * @throws BusyException when they do not let go of it in time
     */
    public List<SequencePosition> sequences(Duration wait) throws SQLException {
        try (Connection connection = Connector.connect(settings)) {
            return WholeReading.run(connection, () -> {
                try (java.sql.Statement limit = connection.createStatement()) {
                    limit.execute("SET LOCAL lock_timeout = " + wait.toMillis());
                    return SequencePosition.read(connection);
                } catch (SQLException e) {
                    throw busy("To read how far the sequences are", e);
                }
            });
        }
    }

    /** The tables whose rows a dump has. */
    public List<DumpedTable> tables() throws SQLException {
        return tables(reader);
    }

    /** The tables of a database whose rows a dump would have. */
    public static List<DumpedTable> tables(Connection connection) throws SQLException {
        List<DumpedTable> tables = new ArrayList<>();
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(new CatalogQuery("dumped-tables")
                        .sql(connection.getMetaData().getDatabaseMajorVersion()))) {
            while (rows.next()) {
                tables.add(new DumpedTable(
                        QualifiedName.of(rows.getString("nspname"), rows.getString("relname")), rows.getLong("size")));
            }
        }
        return tables;
    }

    /** The number of rows of a table itself, without those of its children. */
    public static long rows(Connection connection, QualifiedName table) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        Statement.of("SELECT count(*) FROM ONLY %s", table).sql())) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Fails when one of the connections was lost: others may have changed the database then. */
    public void requireHeld() throws SQLException {
        lock.requireHeld();
        try (java.sql.Statement statement = reader.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    /** The server takes back a transaction whose session ends. */
    @Override
    public void close() throws SQLException {
        try (lock) {
            reader.close();
        }
    }
}
