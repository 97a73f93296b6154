package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The history that this tool keeps in the database itself, in a schema of its own: what it did, how it is taken back, and
 * what the database looked like. Only the schema's owner may read it, whatever default privileges say.
 *
 * <p>An entry is written in the transaction whose work it tells of. Each method throws a
 * {@link JournalException} when the journal is not one that this version can use.
 */
public final class Journal {
    /** The schema's name unless the user wants another one. */
    public static final Identifier DEFAULT_SCHEMA = Identifier.of("schemasplit");

    /** The journal's format that this version writes, and the newest that it reads. */
    static final int FORMAT = 1;

    private static final String ENTRIES =
            "SELECT id, number, action, rolled_back, applied_at, applied_by, plugin_version,"
                    + " server_version, mapping, operations, fingerprint FROM %s ";

    private final Connection connection;
    private final Identifier schema;
    private final QualifiedName table;

    public Journal(Connection connection, Identifier schema) {
        this.connection = connection;
        this.schema = schema;
        this.table = new QualifiedName(schema, Identifier.of("migration"));
    }

    /** Whether the database has a journal. */
    public boolean exists() throws SQLException {
        return JournalTable.read(connection, schema).isPresent();
    }

    /** Why there is no journal and none can be made, and what to do about it; to be asked before any work is done. */
    public Optional<String> obstacle() throws SQLException {
        return exists()
                ? Optional.empty()
                : JournalPlace.read(connection, schema).obstacle();
    }

    /**
     * The statements of a block that write an entry, and make the journal before when there is none.
     *
     * @throws JournalException when it is not usable or can not be made
     */
    List<Statement> writing(JournalDraft draft) throws SQLException {
        JournalWriter writer = new JournalWriter(schema);
        List<Statement> statements = new ArrayList<>();
        if (exists()) {
            requireUsable();
        } else {
            JournalPlace place = JournalPlace.read(connection, schema);
            Optional<String> obstacle = place.obstacle();
            if (obstacle.isPresent()) {
                throw new JournalException(JournalException.Problem.NO_PLACE, obstacle.get());
            }
            statements.addAll(
                    writer.creation(place.exists(), connection.getMetaData().getDatabaseMajorVersion()));
        }
        statements.add(writer.entry(draft));
        return statements;
    }

    /** Adds to an entry what the database looked like after it, once it is committed; in a transaction of its own. */
    public void complete(UUID id, ObjectStates after) throws SQLException {
        Statement update = Statement.of("UPDATE %s SET states_after = ? WHERE id = ?", table);
        connection.setAutoCommit(false);
        try (java.sql.Statement settings = connection.createStatement();
                PreparedStatement row = connection.prepareStatement(update.sql())) {
            // Role or database may prefer that transactions only read.
            settings.execute("SET TRANSACTION READ WRITE");
            row.setString(1, StatesCodec.write(after));
            row.setObject(2, id);
            row.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** All entries, oldest first; none when there is no journal. */
    public List<JournalEntry> history() throws SQLException {
        return entries("ORDER BY number");
    }

    /** The newest entry. */
    public Optional<JournalEntry> last() throws SQLException {
        return entries("ORDER BY number DESC LIMIT 1").stream().findFirst();
    }

    /** The newest migration that was not taken back: the one that a rollback is about. */
    public Optional<JournalEntry> lastMigration() throws SQLException {
        SqlPart notTakenBack = Statement.of(
                "WHERE action = 'MIGRATE' AND id NOT IN (SELECT rolled_back FROM %s WHERE rolled_back IS NOT NULL)"
                        + " ORDER BY number DESC LIMIT 1",
                table);
        return entries(notTakenBack.sql()).stream().findFirst();
    }

    /** The entry of that identity; empty when its transaction was not committed. */
    public Optional<JournalEntry> find(UUID id) throws SQLException {
        return entries("WHERE id = ?", id).stream().findFirst();
    }

    /** The states of all objects before the entry's change. */
    public ObjectStates statesBefore(JournalEntry entry) throws SQLException {
        return states(Statement.of("SELECT states_before FROM %s WHERE id = ?", table), entry)
                .orElseThrow(() -> new IllegalStateException("a column that is not null"));
    }

    /** The states of all objects after the entry's change; empty when its run ended before it could write them. */
    public Optional<ObjectStates> statesAfter(JournalEntry entry) throws SQLException {
        return states(Statement.of("SELECT states_after FROM %s WHERE id = ?", table), entry);
    }

    private List<JournalEntry> entries(String tail, Object... parameters) throws SQLException {
        Optional<JournalTable> found = JournalTable.read(connection, schema);
        if (found.isEmpty()) {
            return List.of();
        }
        found.get().requireUsable(connection, table);
        List<JournalEntry> entries = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement(Statement.of(ENTRIES, table).sql() + tail)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                entries.add(entry(rows));
            }
        }
        return entries;
    }

    private JournalEntry entry(ResultSet row) throws SQLException {
        try {
            return new JournalEntry(
                    row.getObject("id", UUID.class),
                    row.getInt("number"),
                    JournalAction.valueOf(row.getString("action")),
                    Optional.ofNullable(row.getObject("rolled_back", UUID.class)),
                    row.getObject("applied_at", OffsetDateTime.class).toInstant(),
                    row.getString("applied_by"),
                    row.getString("plugin_version"),
                    row.getString("server_version"),
                    row.getString("mapping"),
                    PlanCodec.read(row.getString("operations")),
                    row.getString("fingerprint"));
        } catch (IOException e) {
            throw broken("operations", row.getInt("number"), e);
        }
    }

    private Optional<ObjectStates> states(Statement select, JournalEntry entry) throws SQLException {
        requireUsable();
        try (PreparedStatement query = connection.prepareStatement(select.sql())) {
            query.setObject(1, entry.id());
            ResultSet rows = query.executeQuery();
            rows.next();
            String text = rows.getString(1);
            return text == null ? Optional.empty() : Optional.of(StatesCodec.read(text));
        } catch (IOException e) {
            throw broken("states", entry.number(), e);
        }
    }

    private JournalException broken(String what, int number, IOException cause) {
        return new JournalException(
                JournalException.Problem.BROKEN,
                "The " + what + " of entry " + number + " of the journal " + table + " can not be read: "
                        + cause.getMessage() + ". Restore that table from a backup.",
                cause);
    }

    /** Refuses, before any work is done, a journal that can not be used; when there is none, it can still be made. */
    public void requireUsableIfExists() throws SQLException {
        Optional<JournalTable> found = JournalTable.read(connection, schema);
        if (found.isPresent()) {
            found.get().requireUsable(connection, table);
        }
    }

    private void requireUsable() throws SQLException {
        JournalTable found = JournalTable.read(connection, schema)
                .orElseThrow(() -> new JournalException(
                        JournalException.Problem.BROKEN, "There is no journal in schema " + schema + "."));
        found.requireUsable(connection, table);
    }
}
