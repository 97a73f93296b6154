package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Observation;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.StatementStatistics;
import io.github.schemasplit.catalog.TableStatistics;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sqltext.StatementText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the server has counted of statements and tables until now; writes nothing, and takes no lock on any table.
 *
 * @see <a href="https://www.postgresql.org/docs/current/monitoring-stats.html">The Cumulative Statistics System</a>
 */
public final class ObservationRows {
    /** Longer texts, in characters, are lists that a program wrote: they are left out, since the journal is to stay small. */
    private static final int LONGEST = 10_000;

    /** More statements than these are left out: a server counts 5,000 unless told otherwise. */
    private static final int MOST = 10_000;

    /** What took longer would keep a change waiting. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Connection connection;
    private final Identifier journalSchema;
    private final int major;

    private ObservationRows(Connection connection, Identifier journalSchema) throws SQLException {
        this.connection = connection;
        this.journalSchema = journalSchema;
        this.major = connection.getMetaData().getDatabaseMajorVersion();
    }

    /**
     * @param connection in auto-commit mode
     * @param journalSchema the journal's: statements that name it are left out
     * @param timeout how long a statement may take; without it 10 s
     */
    public static Observation read(Connection connection, Identifier journalSchema, StatementTimeout timeout)
            throws SQLException {
        String begin = "BEGIN READ ONLY; SET LOCAL search_path = pg_catalog, pg_temp; SET LOCAL statement_timeout = "
                + timeout.time().orElse(LIMIT).toMillis();
        return new Transaction(connection, begin).run(new ObservationRows(connection, journalSchema)::read);
    }

    private Observation read() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(new CatalogQuery("observation").sql(major));
                ResultSet row = query.executeQuery()) {
            row.next();
            List<TableStatistics> tables = tables();
            // The last, since its query fails where the extension is not at work.
            Optional<StatementStatistics> statements = statements(row);
            return new Observation(
                    instant(row.getObject("taken_at", OffsetDateTime.class)).orElseThrow(),
                    row.getLong("database"),
                    row.getBoolean("standby"),
                    instant(row.getObject("tables_since", OffsetDateTime.class)),
                    tables,
                    statements);
        }
    }

    private List<TableStatistics> tables() throws SQLException {
        List<TableStatistics> tables = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(new CatalogQuery("table-statistics").sql(major));
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                tables.add(new TableStatistics(
                        row.getLong(1),
                        QualifiedName.of(row.getString(2), row.getString(3)),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8)));
            }
        }
        return tables;
    }

    private Optional<StatementStatistics> statements(ResultSet found) throws SQLException {
        @Nullable String schema = found.getString("extension_schema");
        if (schema == null) {
            return Optional.empty();
        }
        Identifier extension = Identifier.of(schema);
        String sql = String.format(
                new CatalogQuery("statement-statistics").sql(major),
                extension.sql() + ".pg_stat_statements",
                found.getBoolean("has_exec_time") ? "s.total_exec_time" : "s.total_time",
                found.getBoolean("has_toplevel") ? "s.toplevel" : "true",
                LONGEST,
                MOST + 1);
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            List<ObservedStatement> statements = new ArrayList<>();
            int read = 0;
            while (row.next() && read < MOST) {
                read++;
                StatementText text = new StatementText(row.getString("query"));
                if (isKept(text)) {
                    statements.add(new ObservedStatement(
                            text.withoutConstants(),
                            Identifier.of(row.getString("role")),
                            row.getLong("calls"),
                            row.getDouble("milliseconds"),
                            false));
                }
            }
            return Optional.of(new StatementStatistics(
                    found.getBoolean("has_reset") ? reset(extension) : Optional.empty(),
                    found.getBoolean("everybody")
                            ? Optional.empty()
                            : Optional.of(Identifier.of(found.getString("role"))),
                    read < MOST,
                    statements));
        } catch (SQLException e) {
            if (ObservedStatementRows.NOT_LOADED.equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Commands that are no queries are no measure; queries of catalogs are tools' and our own. */
    private boolean isKept(StatementText text) {
        return text.isQuery() && !text.asksCatalog() && !text.hasAny(Set.of(journalSchema));
    }

    private Optional<Instant> reset(Identifier extension) throws SQLException {
        String sql = "SELECT i.stats_reset FROM " + extension.sql() + ".pg_stat_statements_info AS i";
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(sql)) {
            return row.next() ? instant(row.getObject(1, OffsetDateTime.class)) : Optional.empty();
        }
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }
}
