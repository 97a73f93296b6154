package io.github.schemasplit.hostile;

import io.github.schemasplit.hostile.Table.Key;
import io.github.schemasplit.hostile.Table.Role;
import io.github.schemasplit.hostile.World.Group;
import java.util.List;

/** What is in no schema, and foreign tables, which need such things. */
final class DatabasePieces {
    private DatabasePieces() {}

    static void foreignTable(World world, Piece piece) {
        if (world.isFirst("foreign server")) {
            world.asSuperuser("CREATE FOREIGN DATA WRAPPER \"w %\"; CREATE SERVER \"s %\" FOREIGN DATA WRAPPER \"w %\";"
                    + "CREATE USER MAPPING FOR PUBLIC SERVER \"s %\" OPTIONS (\"user\" 'x');"
                    + "GRANT USAGE ON FOREIGN SERVER \"s %\" TO PUBLIC");
        }
        Table table = Table.plain(world.thing("FOREIGN TABLE", piece), Role.FOREIGN, Key.NONE, false, "");
        world.add(
                "CREATE FOREIGN TABLE %s (%s integer OPTIONS (a 'b'), %s text, %s numeric, %s daterange, %s text[])"
                        + " SERVER \"s %%\" OPTIONS (schema_name 'x', table_name 'y')",
                table.sql(), table.keyColumn(), Table.LABEL, Table.AMOUNT, Table.SPAN, Table.TAGS);
        world.put(table);
    }

    static void publication(World world, Piece piece) {
        publish(world, piece, "");
    }

    static void columnList(World world, Piece piece) {
        world.table(piece.of(), t -> true).forEach(t -> publish(world, piece, " (%s)".formatted(t.keyColumn())));
    }

    static void rowFilter(World world, Piece piece) {
        publish(world, piece, " WHERE (%s > 1)".formatted(Table.AMOUNT));
    }

    private static void publish(World world, Piece piece, String part) {
        world.table(
                        piece.of(),
                        t -> !t.isForeign() && !t.isUnlogged() && t.keyType().equals("integer"))
                .forEach(t -> world.add(
                        "CREATE PUBLICATION %s FOR TABLE %s%s%s WITH (publish_via_partition_root = true)",
                        world.name(piece),
                        piece.has(0) && t.isPlain() ? "ONLY " : "",
                        t.sql(),
                        part.contains("(") && !part.contains("WHERE") ? " (\"id\")" : part));
    }

    static void publicationOfSchema(World world, Piece piece) {
        List<String> schemas = world.schemas();
        world.asSuperuser("CREATE PUBLICATION " + world.name(piece) + " FOR TABLES IN SCHEMA "
                + Names.quoted(schemas.get(piece.of() % schemas.size())));
    }

    static void publicationOfAll(World world, Piece piece) {
        world.asSuperuser("CREATE PUBLICATION " + world.name(piece) + " FOR ALL TABLES WITH (publish = 'insert')");
    }

    static void eventTrigger(World world, Piece piece) {
        Thing routine = world.thing("FUNCTION", world.schema(piece), piece, "()");
        world.asSuperuser(
                "CREATE FUNCTION " + routine.sql() + " RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';\n"
                        + "CREATE EVENT TRIGGER " + world.name(piece) + " ON "
                        + List.of("ddl_command_start", "ddl_command_end", "sql_drop", "table_rewrite")
                                .get(piece.how() % 4)
                        + " EXECUTE FUNCTION " + routine.sql());
        world.atLast("ALTER FUNCTION " + routine.sql() + " OWNER TO " + world.creator());
        world.keep(Group.ANY, routine);
    }

    /** Of who migrates, if that is no superuser: the tests themselves could not go on with some of them. */
    static void roleSetting(World world, Piece piece) {
        String setting = List.of(
                        "search_path = " + Names.quoted(world.source()),
                        "default_transaction_read_only = on",
                        "row_security = off",
                        "statement_timeout = '1min'",
                        "standard_conforming_strings = off",
                        "check_function_bodies = off",
                        "default_transaction_isolation = serializable",
                        "search_path = ''")
                .get(piece.how() % 8);
        String role = piece.has(3) ? Roles.OWNER : Roles.of(piece.with());
        world.asSuperuser(
                "DO $d$BEGIN EXECUTE format('ALTER ROLE %s IN DATABASE %%I SET %s', current_database()); END$d$"
                        .formatted(
                                role.replace("%", "%%").replace("'", "''"),
                                setting.replace("%", "%%").replace("'", "''")));
    }

    static void databaseSetting(World world, Piece piece) {
        String setting = List.of(
                        "search_path = " + Names.quoted(World.OTHER_SCHEMA) + ", " + Names.quoted(world.source()),
                        "quote_all_identifiers = on",
                        "\"DateStyle\" = 'SQL, DMY'",
                        "bytea_output = escape",
                        "\"IntervalStyle\" = sql_standard",
                        "default_transaction_deferrable = on",
                        "plan_cache_mode = force_custom_plan",
                        "search_path = ''")
                .get(piece.how() % 8);
        world.asSuperuser("DO $d$BEGIN EXECUTE format('ALTER DATABASE %%I SET %s', current_database()); END$d$"
                .formatted(setting.replace("%", "%%").replace("'", "''")));
    }

    static void trigrams(World world, Piece piece) {
        extension(world, "pg_trgm");
        world.table(piece.of(), t -> !t.isForeign())
                .forEach(t -> world.add(
                        "CREATE INDEX %s ON %s USING gin (%s %s.gin_trgm_ops)",
                        world.nameIn(t.schema(), piece), t.sql(), Table.LABEL, Names.quoted(world.source())));
    }

    static void caseless(World world, Piece piece) {
        extension(world, "citext");
        column(world, piece, "citext");
    }

    static void pairs(World world, Piece piece) {
        extension(world, "hstore");
        column(world, piece, "hstore");
    }

    private static void extension(World world, String name) {
        if (world.isFirst("extension " + name)) {
            world.asSuperuser("CREATE EXTENSION " + name + " SCHEMA " + Names.quoted(world.source()));
        }
    }

    private static void column(World world, Piece piece, String type) {
        world.table(piece.of(), t -> !t.isPartition())
                .forEach(t -> world.add(
                        "ALTER TABLE %s ADD COLUMN c%d %s.%s",
                        t.sql(), world.number(), Names.quoted(world.source()), type));
    }
}
