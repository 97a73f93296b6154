package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request to a table, as the statement that PostgREST makes of it: whatever it reads or writes is the source of a count, and of the
 * answer's body where rows are asked for. Of these the digest is taken, of those that are read; what is written may hold the time.
 *
 * @see <a href="https://docs.postgrest.org/en/stable/references/api/tables_views.html">Tables and Views of PostgREST</a>
 */
enum ApiRequest {
    /** GET. */
    READ(true, table -> Optional.of(read(Statement.of("SELECT %s FROM %s", all(table), table.name())))),
    /** GET of a column, as who may not read all of them asks for. */
    READ_A_COLUMN(
            true,
            table -> table.first()
                    .map(column -> read(Statement.of("SELECT %s FROM %s", column.of(table.name()), table.name())))),
    /** What a routine that the request leads to finds under the bare name, by the path that the request sets. */
    READ_BY_PATH(
            true,
            table -> Optional.of(
                    read(Statement.of("SELECT * FROM %s", table.name().name())))),
    /** POST of no rows, of a column, as who may not write all of them sends. */
    INSERT_NOTHING(
            false,
            table -> table.lastWritable()
                    .map(column -> counted(insert(table, List.of(column), new Literal("[]"), "", minimal())))),
    /** POST of a row that is there already: what the checks of row security let through stops at the key. */
    INSERT(false, table -> inserted(table, "", minimal())),
    /** POST with {@code Prefer: resolution=merge-duplicates, return=representation}, which needs the right to read. */
    UPSERT(false, table -> table.key().isEmpty() ? Optional.empty() : inserted(table, onConflict(table), all(table))),
    /** PATCH of a column, filtered by what all rows have that the caller sees. */
    UPDATE(false, ApiRequest::updated),
    /** DELETE with {@code Prefer: return=representation}, filtered in the same way. */
    DELETE(
            false,
            table -> Optional.of(counted(
                    Statement.of("DELETE FROM %s WHERE %s RETURNING %s", table.name(), filter(table), all(table)))));

    /** What follows the number in an answer that is rows. */
    static final String ROWS = " rows";

    private final boolean readOnly;
    private final Function<ApiTable, Optional<Statement>> statement;

    ApiRequest(boolean readOnly, Function<ApiTable, Optional<Statement>> statement) {
        this.readOnly = readOnly;
        this.statement = statement;
    }

    /** Whether its transaction may not write. */
    boolean isReadOnly() {
        return readOnly;
    }

    /** The statement; empty where the table has not what the request is about. */
    Optional<Statement> on(ApiTable table) {
        return statement.apply(table);
    }

    /** As it is called in answers. */
    String description() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Statement read(Statement source) {
        return Statement.of(
                "WITH pgrst_source AS (%s) SELECT pg_catalog.count(_postgrest_t) || '" + ROWS + " ' || pg_catalog.left("
                        + "pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(coalesce(pg_catalog.string_agg("
                        + "pg_catalog.to_json(_postgrest_t)::text, ',' ORDER BY pg_catalog.to_json(_postgrest_t)::text), ''),"
                        + " 'UTF8')), 'hex'), 16) FROM (SELECT * FROM pgrst_source) AS _postgrest_t",
                source);
    }

    private static Statement counted(Statement source) {
        return Statement.of(
                "WITH pgrst_source AS (%s) SELECT pg_catalog.count(_postgrest_t) || '" + ROWS
                        + "' FROM (SELECT * FROM pgrst_source) AS _postgrest_t",
                source);
    }

    private static SqlPart minimal() {
        return new Statement("1");
    }

    private static SqlPart all(ApiTable table) {
        return Statement.of("%s.*", table.name());
    }

    private static Optional<Statement> inserted(ApiTable table, String onConflict, SqlPart returning) {
        return table.writable().isEmpty() || !table.hasRow()
                ? Optional.empty()
                : Optional.of(counted(insert(
                        table, table.writable(), new Literal("[" + table.row().value() + "]"), onConflict, returning)));
    }

    private static Statement insert(
            ApiTable table, List<ApiColumn> columns, Literal body, String onConflict, SqlPart returning) {
        return Statement.of(
                "INSERT INTO %s (%s) SELECT %s FROM (SELECT %s::json AS json_data) AS pgrst_payload, LATERAL (SELECT %s FROM"
                        + " pg_catalog.json_to_recordset(pgrst_payload.json_data) AS _ (%s)) AS pgrst_body %s RETURNING %s",
                table.name(),
                names(columns),
                Statement.list(columns.stream().map(ApiColumn::inBody).toList()),
                body,
                names(columns),
                Statement.list(columns.stream().map(ApiColumn::declared).toList()),
                new Statement(onConflict),
                returning);
    }

    private static String onConflict(ApiTable table) {
        return Statement.of(
                        "ON CONFLICT (%s) DO UPDATE SET %s",
                        Statement.list(table.key()),
                        Statement.list(table.writable().stream()
                                .map(column -> Statement.of("%s = EXCLUDED.%s", column.name(), column.name()))
                                .toList()))
                .sql();
    }

    private static Optional<Statement> updated(ApiTable table) {
        return table.lastWritable()
                .map(column -> counted(Statement.of(
                        "UPDATE %s SET %s = %s FROM (SELECT %s::json AS json_data) AS pgrst_payload, LATERAL (SELECT %s FROM"
                                + " pg_catalog.json_to_record(pgrst_payload.json_data) AS _ (%s)) AS pgrst_body WHERE %s"
                                + " RETURNING %s",
                        table.name(),
                        column.name(),
                        column.inBody(),
                        table.row(),
                        column.name(),
                        column.declared(),
                        filter(table),
                        minimal())));
    }

    private static SqlPart filter(ApiTable table) {
        return table.first()
                .<SqlPart>map(column -> Statement.of("%s IS NOT NULL", column.of(table.name())))
                .orElse(new Statement("true"));
    }

    private static SqlPart names(Collection<ApiColumn> columns) {
        return Statement.list(columns.stream().map(ApiColumn::name).toList());
    }
}
