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
    /** Longer texts, in UTF-16 units, are lists that a program wrote: they are not kept, since the journal is to stay small. */
    private static final int LONGEST = 20_000;

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
     */
    public static Observation read(Connection connection, Identifier journalSchema, StatementTimeout timeout)
            throws SQLException {
        return timeout.within(connection, new ObservationRows(connection, journalSchema)::read);
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
                        QualifiedName.of(row.getString(1), row.getString(2)),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)));
            }
        }
        return tables;
    }

    private Optional<StatementStatistics> statements(ResultSet row) throws SQLException {
        @Nullable String schema = row.getString("extension_schema");
        if (schema == null) {
            return Optional.empty();
        }
        Identifier extension = Identifier.of(schema);
        Optional<List<ObservedStatement>> all = ObservedStatementRows.read(connection, extension, major);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StatementStatistics(
                row.getBoolean("has_reset") ? reset(extension) : Optional.empty(),
                row.getBoolean("everybody"),
                all.get().stream().filter(s -> isKept(s.text())).toList()));
    }

    /** Commands that are no queries are no measure, and may hold a password; queries of catalogs are tools' and our own. */
    private boolean isKept(String text) {
        if (text.length() > LONGEST || !StatementText.isQuery(text)) {
            return false;
        }
        StatementText statement = new StatementText(text);
        return !statement.asksCatalog() && !statement.hasAny(Set.of(journalSchema));
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
