package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /**
     * The journal's format that this version writes, and the newest that it reads. Format 5 knew no entries
     * that have lost their plan. Format 4 knew no access control
     * lists that the mapping changes, no policies, no roles that are made, no lists of schemas that an API serves, and no notifications. Format 3 knew no paths of
     * the database and of roles. Format 2 knew no routines that get another body and no
     * jobs that get another command.
     * Format 1 knew no moves of operators, of their classes and families, of collations, conversions and text search objects either;
     * nor had it the column of {@link #TABLE_OID}.
     */
    static final int FORMAT = 6;

    /** The column that holds the OID that the journal's own table had when the entry was written. */
    static final String TABLE_OID = "table_oid";

    private static final JournalTable.Format TABLE = new JournalTable.Format(
            FORMAT,
            Set.of(
                    "id",
                    "number",
                    "action",
                    "rolled_back",
                    "migration",
                    "remaining",
                    "applied_at",
                    "applied_by",
                    "plugin_version",
                    "server_version",
                    "format_version",
                    "mapping",
                    "operations",
                    "fingerprint",
                    "states_before",
                    "states_after"),
            " for the current role to run. Connect as role %s when it is its journal, else name another schema with"
                    + " schema.journalSchema.");

    private static final String ENTRIES =
            "SELECT id, number, action, rolled_back, migration, remaining, applied_at, applied_by, plugin_version,"
                    + " server_version, mapping, operations, fingerprint, %s AS restored FROM %s ";
    private static final Statement OTHER_TABLE = new Statement("coalesce(" + TABLE_OID + " <> tableoid, false)");
    private static final Statement NOT_KNOWN = new Statement("false");

    private final Connection connection;
    private final Identifier schema;
    private final StatementTimeout timeout;
    private final QualifiedName table;

    public Journal(Connection connection, Identifier schema) {
        this(connection, schema, StatementTimeout.NONE);
    }

    /**
     * @param timeout how long each statement may take
     */
    public Journal(Connection connection, Identifier schema, StatementTimeout timeout) {
        this.connection = connection;
        this.schema = schema;
        this.timeout = timeout;
        this.table = new QualifiedName(schema, JournalWriter.TABLE);
    }

    /** Whether the database has a journal. */
    public boolean exists() throws SQLException {
        return found().isPresent();
    }

    /** Why there is no journal and none can be made, and what to do about it; to be asked before any work is done. */
    public Optional<String> obstacle() throws SQLException {
        return exists() ? Optional.empty() : place().obstacle();
    }

    /**
     * The statements of a block that write an entry, and make the journal before when there is none.
     *
     * @throws JournalException when it is not usable or can not be made
     */
    List<Statement> writing(JournalDraft draft) throws SQLException {
        JournalWriter writer = new JournalWriter(schema);
        Optional<JournalTable> found = usable();
        List<Statement> statements =
                new ArrayList<>(found.isPresent() ? writer.update(found.get().columns()) : creation(writer));
        statements.add(writer.entry(draft));
        return statements;
    }

    /**
     * The statements of a block that make the table of what the server had counted, and the journal before when there is none.
     *
     * @throws JournalException when it is not usable or can not be made
     */
    List<Statement> creationOfObservations(JournalWriter writer) throws SQLException {
        Optional<JournalTable> found = usable();
        List<Statement> statements = new ArrayList<>(found.isPresent() ? List.of() : creation(writer));
        statements.addAll(writer.creationOfObservations(
                found.map(JournalTable::owner), connection.getMetaData().getDatabaseMajorVersion()));
        return statements;
    }

    private List<Statement> creation(JournalWriter writer) throws SQLException {
        JournalPlace place = place();
        Optional<String> obstacle = place.obstacle();
        if (obstacle.isPresent()) {
            throw new JournalException(JournalException.Problem.NO_PLACE, obstacle.get());
        }
        return writer.creation(place.exists(), connection.getMetaData().getDatabaseMajorVersion());
    }

    /** Adds to the last entry of a migration what the database looked like after it, once it is committed; nothing remains. */
    public void complete(UUID id, ObjectStates after) throws SQLException {
        Statement update = Statement.of("UPDATE %s SET states_after = ?, remaining = 0 WHERE id = ?", table);
        String states = StatesCodec.write(after);
        timeout.writing(connection, () -> {
            try (PreparedStatement row = connection.prepareStatement(update.sql())) {
                row.setString(1, states);
                row.setObject(2, id);
                return row.executeUpdate();
            }
        });
    }

    /** What the clock shows by which entries are dated. */
    public Instant now() throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /**
     * Takes from entries what only a rollback of them needs: their plans, and the states of the objects. They stay in the history, with
     * the format of this version, so that no earlier one takes them for broken.
     *
     * @param endings those of them that did nothing but end old names, which no plan tells any more then
     * @param compared the entry that keeps the states after it, for {@code schema:verify}
     * @return how many entries had any of it
     */
    public int letGo(List<UUID> entries, List<UUID> endings, Optional<UUID> compared) throws SQLException {
        Statement update = Statement.of(
                "UPDATE %s SET operations = pg_catalog.jsonb_build_object(" + PlanCodec.LET_GO
                        + ", pg_catalog.clock_timestamp(), " + PlanCodec.ENDED_OLD_NAMES
                        + ", id = ANY (?)), states_before = NULL,"
                        + " states_after = CASE WHEN id IS NOT DISTINCT FROM ? THEN states_after END, format_version = "
                        + FORMAT + " WHERE id = ANY (?) AND pg_catalog.jsonb_typeof(operations) = 'array'",
                table);
        return timeout.writing(connection, () -> {
            try (PreparedStatement rows = connection.prepareStatement(update.sql())) {
                rows.setArray(1, connection.createArrayOf("uuid", endings.toArray()));
                rows.setObject(2, compared.orElse(null), Types.OTHER);
                rows.setArray(3, connection.createArrayOf("uuid", entries.toArray()));
                return rows.executeUpdate();
            }
        });
    }

    /** All entries, oldest first; none when there is no journal. */
    public List<JournalEntry> history() throws SQLException {
        return entries("ORDER BY number");
    }

    /** The newest entry. */
    public Optional<JournalEntry> last() throws SQLException {
        return entries("ORDER BY number DESC LIMIT 1").stream().findFirst();
    }

    /** The newest entry of a migration that was not taken back: the one that a rollback is about. */
    public Optional<JournalEntry> lastMigration() throws SQLException {
        return entries(notTakenBack() + " ORDER BY number DESC LIMIT 1").stream()
                .findFirst();
    }

    /**
     * The last entry of the last migration, when that is unfinished. Of a journal that is there and usable; little is read, since
     * each migration asks.
     */
    public Optional<Unfinished> unfinished() throws SQLException {
        String select =
                Statement.of("SELECT id, migration, remaining FROM %s ", table).sql();
        String last = select + notTakenBack() + " ORDER BY number DESC LIMIT 1";
        return timeout.within(connection, () -> {
            try (PreparedStatement query = connection.prepareStatement(last);
                    ResultSet row = query.executeQuery()) {
                return row.next() && row.getLong("remaining") > 0
                        ? Optional.of(
                                new Unfinished(row.getObject("id", UUID.class), row.getObject("migration", UUID.class)))
                        : Optional.empty();
            }
        });
    }

    /**
     * A migration that stopped between two of its batches.
     *
     * @param entry the identity of its last entry
     * @param migration its own
     */
    public record Unfinished(UUID entry, UUID migration) {}

    /** The entries of all migrations that were not taken back, oldest first. */
    public List<JournalEntry> migrations() throws SQLException {
        return entries(notTakenBack() + " ORDER BY number");
    }

    /** The entries of a migration that were not taken back, newest first. */
    public List<JournalEntry> entriesOf(UUID migration) throws SQLException {
        return entries(notTakenBack() + " AND migration = ? ORDER BY number DESC", migration);
    }

    private String notTakenBack() {
        return Statement.of(
                        "WHERE action = 'MIGRATE' AND id NOT IN (SELECT rolled_back FROM %s WHERE rolled_back IS NOT NULL)",
                        table)
                .sql();
    }

    /** The entry of that identity; empty when its transaction was not committed. */
    public Optional<JournalEntry> find(UUID id) throws SQLException {
        return entries("WHERE id = ?", id).stream().findFirst();
    }

    /** The states of all objects before the entry's change; empty unless it is the first of a migration. */
    public Optional<ObjectStates> statesBefore(JournalEntry entry) throws SQLException {
        return states(Statement.of("SELECT states_before FROM %s WHERE id = ?", table), entry);
    }

    /** The states of all objects after the entry's change; empty unless it is the last of a migration, and its run could write them. */
    public Optional<ObjectStates> statesAfter(JournalEntry entry) throws SQLException {
        return states(Statement.of("SELECT states_after FROM %s WHERE id = ?", table), entry);
    }

    private List<JournalEntry> entries(String tail, Object... parameters) throws SQLException {
        Optional<JournalTable> found = found();
        if (found.isEmpty()) {
            return List.of();
        }
        requireUsable(found.get());
        boolean known = found.get().columns().contains(TABLE_OID);
        String select =
                Statement.of(ENTRIES, known ? OTHER_TABLE : NOT_KNOWN, table).sql() + tail;
        return timeout.within(connection, () -> {
            List<JournalEntry> entries = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(select)) {
                for (int i = 0; i < parameters.length; i++) {
                    query.setObject(i + 1, parameters[i]);
                }
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
            return entries;
        });
    }

    private JournalEntry entry(ResultSet row) throws SQLException {
        try {
            String operations = row.getString("operations");
            boolean letGo = PlanCodec.isLetGo(operations);
            return new JournalEntry(
                    row.getObject("id", UUID.class),
                    row.getInt("number"),
                    JournalAction.valueOf(row.getString("action")),
                    Optional.ofNullable(row.getObject("rolled_back", UUID.class)),
                    new JournalBatch(row.getObject("migration", UUID.class), row.getLong("remaining")),
                    row.getObject("applied_at", OffsetDateTime.class).toInstant(),
                    row.getString("applied_by"),
                    row.getString("plugin_version"),
                    row.getString("server_version"),
                    row.getString("mapping"),
                    letGo ? new Plan(List.of()) : PlanCodec.read(operations),
                    row.getString("fingerprint"),
                    row.getBoolean("restored"),
                    letGo,
                    letGo && PlanCodec.endedOldNames(operations));
        } catch (IOException e) {
            throw broken("operations", row.getInt("number"), e);
        }
    }

    private Optional<ObjectStates> states(Statement select, JournalEntry entry) throws SQLException {
        requireUsable();
        return timeout.within(connection, () -> {
            try (PreparedStatement query = connection.prepareStatement(select.sql())) {
                query.setObject(1, entry.id());
                ResultSet rows = query.executeQuery();
                rows.next();
                String text = rows.getString(1);
                return text == null ? Optional.empty() : Optional.of(StatesCodec.read(text));
            } catch (IOException e) {
                throw broken("states", entry.number(), e);
            }
        });
    }

    private JournalException broken(String what, int number, IOException cause) {
        return new JournalException(
                JournalException.Problem.BROKEN,
                "The " + what + " of entry " + number + " of the journal " + table + " can not be read: "
                        + cause.getMessage() + ". Restore that table from a backup.",
                cause);
    }

    /**
     * Refuses, before any work is done, a journal that can not be used; when there is none, it can still be made.
     *
     * @return whether there is one
     */
    public boolean requireUsableIfExists() throws SQLException {
        return usable().isPresent();
    }

    private Optional<JournalTable> usable() throws SQLException {
        Optional<JournalTable> found = found();
        if (found.isPresent()) {
            requireUsable(found.get());
        }
        return found;
    }

    private void requireUsable() throws SQLException {
        if (!requireUsableIfExists()) {
            throw new JournalException(
                    JournalException.Problem.BROKEN, "There is no journal in schema " + schema + ".");
        }
    }

    private void requireUsable(JournalTable found) throws SQLException {
        timeout.within(connection, () -> {
            found.requireUsable(connection, table, TABLE);
            return found;
        });
    }

    private Optional<JournalTable> found() throws SQLException {
        return timeout.within(connection, () -> JournalTable.read(connection, table));
    }

    private JournalPlace place() throws SQLException {
        return timeout.within(connection, () -> JournalPlace.read(connection, schema));
    }
}
