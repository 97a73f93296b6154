package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.ObjectStates;
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
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The history that this tool keeps in the database itself, in a schema of its own: what it did, how it is taken back, and
 * what the database looked like. Only the schema's owner may read it, whatever default privileges say.
 *
 * <p>It begins and ends no transaction: an entry is written in the transaction whose work it tells of. Each method throws a
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
     * Makes the journal, empty, and takes from everybody but its owner what default privileges gave away. An empty schema that
     * the current role owns will do.
     */
    public void create() throws SQLException {
        JournalPlace place = JournalPlace.read(connection, schema);
        Optional<String> obstacle = place.obstacle();
        if (obstacle.isPresent()) {
            throw new JournalException(JournalException.Problem.NO_PLACE, obstacle.get());
        }
        if (!place.exists()) {
            execute(Statement.of("CREATE SCHEMA %s", schema));
        }
        execute(Statement.of(sql("journal-create"), table, table));
        execute(Statement.of(
                "COMMENT ON SCHEMA %s IS %s",
                schema,
                Literal.of("Journal of schema-maven-plugin: what it moved between schemas, and how to take it back.")));
        execute(Statement.of(
                "COMMENT ON TABLE %s IS %s",
                table,
                Literal.of("One row for each schema:migrate and schema:rollback. schema:rollback and schema:verify"
                        + " need it; schema:info shows it.")));
        protect();
    }

    private void protect() throws SQLException {
        // Default privileges may take rights from the owner, too.
        execute(Statement.of("GRANT ALL ON SCHEMA %s TO CURRENT_USER", schema));
        execute(Statement.of("GRANT ALL ON TABLE %s TO CURRENT_USER", table));
        List<Statement> revokes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql("journal-grantees"))) {
            query.setString(1, schema.value());
            query.setString(2, schema.value());
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                SqlPart object = rows.getBoolean("is_schema")
                        ? Statement.of("SCHEMA %s", schema)
                        : Statement.of("TABLE %s", table);
                Grantee grantee = new Grantee(
                        Optional.ofNullable(rows.getString("rolname")).map(Identifier::of));
                revokes.add(Statement.of("REVOKE ALL ON %s FROM %s CASCADE", object, grantee));
            }
        }
        for (Statement revoke : revokes) {
            execute(revoke);
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
        return states(Statement.of("SELECT states_before FROM %s WHERE id = ?", table), entry);
    }

    /** The states of all objects after the entry's change. */
    public ObjectStates statesAfter(JournalEntry entry) throws SQLException {
        return states(Statement.of("SELECT states_after FROM %s WHERE id = ?", table), entry);
    }

    /** Writes an entry, numbered next. The journal must exist, and the caller holds the lock of {@link Transaction}. */
    public void record(JournalDraft draft) throws SQLException {
        requireUsable();
        Statement insert = Statement.of(
                "INSERT INTO %s (id, number, action, rolled_back, plugin_version, format_version, mapping, operations,"
                        + " fingerprint, states_before, states_after)"
                        + " SELECT ?, coalesce(max(number), 0) + 1, ?, ?::pg_catalog.uuid, ?, ?, ?, ?::pg_catalog.jsonb, ?, ?, ? FROM %s",
                table, table);
        try (PreparedStatement row = connection.prepareStatement(insert.sql())) {
            row.setObject(1, draft.id());
            row.setString(2, draft.action().name());
            row.setObject(3, draft.rolledBack().orElse(null));
            row.setString(4, draft.pluginVersion());
            row.setInt(5, FORMAT);
            row.setString(6, draft.mapping());
            row.setString(7, PlanCodec.write(draft.plan()));
            row.setString(8, draft.fingerprint());
            row.setString(9, StatesCodec.write(draft.before()));
            row.setString(10, StatesCodec.write(draft.after()));
            row.executeUpdate();
        }
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

    private ObjectStates states(Statement select, JournalEntry entry) throws SQLException {
        requireUsable();
        try (PreparedStatement query = connection.prepareStatement(select.sql())) {
            query.setObject(1, entry.id());
            ResultSet rows = query.executeQuery();
            rows.next();
            return StatesCodec.read(rows.getString(1));
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

    private void execute(Statement statement) throws SQLException {
        try (java.sql.Statement run = connection.createStatement()) {
            run.execute(statement.sql());
        }
    }

    private String sql(String query) throws SQLException {
        return new CatalogQuery(query).sql(connection.getMetaData().getDatabaseMajorVersion());
    }
}
