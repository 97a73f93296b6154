package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Observation;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the server had counted at moments of the past, in a table of the journal's schema: before each change that the journal tells of,
 * and when somebody wanted it besides. Of these, the first and the last since a change stay.
 *
 * <p>Nothing of it is ever run. Each method throws a {@link JournalException} when the journal is not one that this version can use.
 */
public final class Observations {
    private static final JournalTable.Format FORMAT = new JournalTable.Format(
            1,
            Set.of("id", "taken_at", "entry", "plugin_version", "format_version", "content"),
            ". Let a superuser drop it, or give it to the owner of the journal: it holds nothing but what the server had counted.");

    /** Others may have put something where the path of the role looks; and who keeps the table to himself keeps no goal waiting for longer. */
    private static final String LIMITS = "SET LOCAL search_path = pg_catalog, pg_temp; SET LOCAL lock_timeout = '5s'";

    private final Connection connection;
    private final Identifier schema;
    private final StatementTimeout timeout;
    private final QualifiedName table;

    /**
     * @param connection in auto-commit mode
     * @param schema the journal's
     * @param timeout how long each statement may take
     */
    public Observations(Connection connection, Identifier schema, StatementTimeout timeout) {
        this.connection = connection;
        this.schema = schema;
        this.timeout = timeout;
        this.table = new QualifiedName(schema, JournalWriter.OBSERVATIONS);
    }

    /**
     * A moment of which the journal knows what had been counted.
     *
     * @param takenAt when
     * @param entry the first entry of the journal that was made right after; empty when it was for no change
     */
    public record Moment(UUID id, Instant takenAt, Optional<UUID> entry) {}

    /** All of them, oldest first. */
    public List<Moment> moments() throws SQLException {
        if (!isThere()) {
            return List.of();
        }
        Statement select = Statement.of("SELECT id, taken_at, entry FROM %s ORDER BY taken_at, id", table);
        return timeout.within(connection, () -> {
            List<Moment> moments = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(select.sql());
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    moments.add(new Moment(
                            row.getObject("id", UUID.class),
                            row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                            Optional.ofNullable(row.getObject("entry", UUID.class))));
                }
            }
            return moments;
        });
    }

    /** What had been counted at a moment that there is. */
    public Observation at(Moment moment) throws SQLException {
        Statement select = Statement.of("SELECT content FROM %s WHERE id = ?", table);
        return timeout.within(connection, () -> {
            try (PreparedStatement query = connection.prepareStatement(select.sql())) {
                query.setObject(1, moment.id());
                ResultSet row = query.executeQuery();
                row.next();
                return ObservationCodec.read(row.getString(1));
            } catch (IOException e) {
                throw new JournalException(
                        JournalException.Problem.BROKEN,
                        "What the journal keeps in " + table + " of " + moment.takenAt() + " can not be read: "
                                + e.getMessage() + ". Run: "
                                + Statement.of(
                                                "DELETE FROM %s WHERE id = %s",
                                                table, Literal.of(moment.id().toString()))
                                        .sql()
                                + ";",
                        e);
            }
        });
    }

    /**
     * Keeps what was counted, and makes the table for it, and the journal, where there is none.
     *
     * @param entry the first entry of the journal that was made right after; empty when it was for no change
     * @param pluginVersion this plugin's version
     */
    public void keep(Observation observation, Optional<UUID> entry, String pluginVersion) throws SQLException {
        String content = ObservationCodec.write(observation);
        timeout.writing(connection, LIMITS, () -> {
            List<Statement> statements = new ArrayList<>(making());
            statements.add(insertion(observation.takenAt(), entry, pluginVersion, content));
            statements.add(forgetting());
            // In one message, since each is a round trip.
            try (java.sql.Statement message = connection.createStatement()) {
                return message.execute(statements.stream().map(Statement::sql).collect(Collectors.joining(";\n")));
            }
        });
    }

    /** What makes the table, where there is none, and the journal. Within a transaction. */
    private List<Statement> making() throws SQLException {
        if (find()) {
            return List.of();
        }
        JournalWriter writer = new JournalWriter(schema);
        Journal journal = new Journal(connection, schema);
        Block block = new Block();
        block.add("DECLARE ss_grant record;");
        block.add("BEGIN");
        journal.creationOfObservations(writer).forEach(statement -> block.add(statement.sql() + ";"));
        block.add("END");
        return List.of(new Statement(block.asDo()));
    }

    private boolean isThere() throws SQLException {
        return timeout.within(connection, this::find);
    }

    private boolean find() throws SQLException {
        Optional<JournalTable> found = JournalTable.read(connection, table);
        if (found.isPresent()) {
            found.get().requireUsable(connection, table, FORMAT);
        }
        return found.isPresent();
    }

    private Statement insertion(Instant takenAt, Optional<UUID> entry, String pluginVersion, String content) {
        return Statement.of(
                "INSERT INTO %s (id, taken_at, entry, plugin_version, format_version, content) VALUES (%s, %s, %s, %s, "
                        + FORMAT.newest() + ", %s)",
                table,
                Literal.of(UUID.randomUUID().toString()),
                Literal.of(takenAt.toString()),
                entry.<SqlPart>map(id -> Literal.of(id.toString())).orElse(new Statement("NULL")),
                Literal.of(pluginVersion),
                Literal.of(content));
    }

    /**
     * Deletes those that were for no change, but the first since each change and the last of all; and those of changes whose plan the
     * journal has let go of, with what is older.
     */
    private Statement forgetting() {
        return Statement.of(
                "DELETE FROM %s AS o WHERE o.entry IS NULL"
                        + " AND EXISTS (SELECT FROM %s AS later WHERE later.taken_at > o.taken_at)"
                        + " AND EXISTS (SELECT FROM %s AS first WHERE first.entry IS NULL AND first.taken_at < o.taken_at"
                        + " AND NOT EXISTS (SELECT FROM %s AS change WHERE change.entry IS NOT NULL"
                        + " AND change.taken_at > first.taken_at AND change.taken_at < o.taken_at))"
                        + " OR o.taken_at <= (SELECT max(gone.taken_at) FROM %s AS gone JOIN %s AS e ON e.id = gone.entry"
                        + " WHERE jsonb_typeof(e.operations) <> 'array')",
                table, table, table, table, table, new QualifiedName(schema, JournalWriter.TABLE));
    }
}
