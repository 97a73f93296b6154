package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The statements that write the journal, for the block of the change that they tell of. Others may have put something where the
 * path looks after {@code pg_catalog}, so that each function has its schema and exactly its types; {@code ss_grant} is a record of that block.
 *
 * @param schema the journal's schema
 */
record JournalWriter(Identifier schema) {
    /** The journal's first table. */
    static final Identifier TABLE = Identifier.of("migration");

    /** Its second, of what the server counted. */
    static final Identifier OBSERVATIONS = Identifier.of("observation");

    private static final Statement NULL = new Statement("NULL");

    private QualifiedName table() {
        return new QualifiedName(schema, TABLE);
    }

    private QualifiedName observations() {
        return new QualifiedName(schema, OBSERVATIONS);
    }

    /**
     * Makes the journal, empty, and takes from everybody but its owner what default privileges gave away.
     *
     * @param schemaExists whether there is an empty schema of that name, which will do
     */
    List<Statement> creation(boolean schemaExists, int major) {
        List<Statement> statements = new ArrayList<>();
        if (!schemaExists) {
            statements.add(Statement.of("CREATE SCHEMA %s", schema));
        }
        statements.add(Statement.of(new CatalogQuery("journal-create").sql(major), table(), table()));
        statements.add(Statement.of(
                "COMMENT ON SCHEMA %s IS %s",
                schema,
                Literal.of("Journal of schema-maven-plugin: what it moved between schemas, and how to take it back.")));
        statements.add(Statement.of(
                "COMMENT ON TABLE %s IS %s",
                table(),
                Literal.of(
                        "One row for each batch of schema:migrate and schema:rollback. schema:rollback and schema:verify"
                                + " need it; schema:info shows it.")));
        statements.add(Statement.of("GRANT ALL ON SCHEMA %s TO CURRENT_USER", schema));
        statements.addAll(closed(table(), new CatalogQuery("journal-grantees").sql(major)));
        return statements;
    }

    /**
     * Makes the second table, in a journal that there is or is made right before, and closes it in the same way; what somebody was
     * given on the schema since that was made stays.
     *
     * @param owner the journal's
     */
    List<Statement> creationOfObservations(Optional<Identifier> owner, int major) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(new CatalogQuery("observation-create").sql(major), observations()));
        statements.add(
                Statement.of(
                        "COMMENT ON TABLE %s IS %s",
                        observations(),
                        Literal.of(
                                "What the server had counted of statements and tables at a moment. schema:info compares by it.")));
        statements.addAll(closed(
                observations(),
                "SELECT g.is_schema, g.rolname FROM (" + new CatalogQuery("journal-grantees").sql(major)
                        + ") AS g WHERE NOT g.is_schema"));
        owner.ifPresent(role -> statements.add(Statement.of("ALTER TABLE %s OWNER TO %s", observations(), role)));
        return statements;
    }

    /** Gives all to the owner, since default privileges may take rights from that, too, and nothing to anybody else. */
    private List<Statement> closed(QualifiedName table, String grantees) {
        Literal name = Literal.of(schema.value());
        return List.of(
                Statement.of("GRANT ALL ON TABLE %s TO CURRENT_USER", table),
                Statement.of(
                        "FOR ss_grant IN " + grantees
                                + "\nLOOP EXECUTE 'REVOKE ALL ON ' || CASE WHEN ss_grant.is_schema THEN %s ELSE %s END || ' FROM '"
                                + " || coalesce(pg_catalog.quote_ident(ss_grant.rolname::pg_catalog.text), 'PUBLIC') || ' CASCADE'; END LOOP",
                        name,
                        Literal.of(table.name().value()),
                        name,
                        Literal.of("SCHEMA " + schema.sql()),
                        Literal.of("TABLE " + table.sql())));
    }

    /** Gives the journal of an earlier format the columns that it has not. */
    List<Statement> update(Set<String> columns) {
        return columns.contains(Journal.TABLE_OID)
                ? List.of()
                : List.of(Statement.of("ALTER TABLE %s ADD COLUMN " + Journal.TABLE_OID + " oid", table()));
    }

    /** Writes an entry, numbered next, without the states after it. */
    Statement entry(JournalDraft draft) {
        return Statement.of(
                "INSERT INTO %s (id, number, action, rolled_back, migration, remaining, plugin_version, format_version, mapping, operations,"
                        + " fingerprint, " + Journal.TABLE_OID + ", states_before)"
                        + " SELECT %s, coalesce(max(e.number), 0) + 1, %s, %s, %s, %s, %s, " + Journal.FORMAT
                        + ", %s, %s, %s, %s::regclass::oid, %s FROM %s AS e",
                table(),
                uuid(draft.id()),
                Literal.of(draft.action().name()),
                draft.rolledBack().isPresent() ? uuid(draft.rolledBack().get()) : NULL,
                uuid(draft.batch().migration()),
                new Statement(Long.toString(draft.batch().remaining())),
                Literal.of(draft.pluginVersion()),
                Literal.of(draft.mapping()),
                Literal.of(PlanCodec.write(draft.plan())),
                Literal.of(draft.fingerprint()),
                Literal.of(table().sql()),
                draft.before().isPresent()
                        ? Literal.of(StatesCodec.write(draft.before().get()))
                        : NULL,
                table());
    }

    private static Statement uuid(UUID id) {
        return new Statement("'" + id + "'::uuid");
    }
}
