package io.github.schemasplit.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.sqltext.TextEdit;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The name of the source schema in string constants. */
class SchemaConstantsTest {
    private static final String OF_TRIGGER =
            "BEGIN IF TG_TABLE_SCHEMA = 'public' AND E'public' <> tg_table_schema THEN END IF; END";

    private final SnapshotBuilder database = new SnapshotBuilder();
    private final Relation orders = database.table("orders");
    private final Relation items = database.table("items");
    private final Relation users = database.table("users");
    private final MappingBuilder mapping =
            new MappingBuilder().tables("It's \\", "orders", "items").tables("other", "users");

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            PERFORM FROM information_schema.tables t WHERE t.table_schema = 'public' => 'public', compared with table_schema, which will be another schema for what moves from there
            PERFORM FROM pg_tables t WHERE 'public' <> t.schemaname => 'public', compared with schemaname, which will be another schema for what moves from there
            PERFORM FROM pg_namespace WHERE nspname NOT IN ('pg_catalog', 'public') => 'public', compared with nspname, which will be another schema for what moves from there
            PERFORM FROM pg_namespace WHERE nspname LIKE $$public$$ => $$public$$, compared with nspname, which will be another schema for what moves from there
            PERFORM FROM pg_class WHERE relnamespace = 'public'::regnamespace => 'public', taken for the schema that things move from
            PERFORM to_regnamespace('public') => 'public', taken for the schema that things move from
            x := TG_TABLE_SCHEMA IS NOT DISTINCT FROM 'public' => 'public', compared with TG_TABLE_SCHEMA, which will be another schema for triggers on what moves from there
            x := CASE tg_table_schema WHEN 'public' THEN 1 END => 'public', compared with TG_TABLE_SCHEMA, which will be another schema for triggers on what moves from there
            x := TG_TABLE_SCHEMA = 'public' => 'public', compared with TG_TABLE_SCHEMA, which will be another schema for triggers on what moves from there
            x := NEW.visibility = 'public' => 'public', compared with visibility; if that is a schema, it will be another one for what moves from there
            GRANT SELECT ON ALL TABLES IN SCHEMA x, PUBLIC TO y => PUBLIC, the name of the schema that things move from
            ALTER DEFAULT PRIVILEGES IN SCHEMA "public" GRANT SELECT ON TABLES TO public => "public", the name of the schema that things move from
            SET LOCAL search_path TO public, pg_temp => public, the name of the schema that things move from
            x := concat('public', '.', y) => 'public', the name of the schema that things move from
            EXECUTE 'SELECT 1 FROM pg_tables WHERE schemaname = ''public''' || x => 'public', a text that may name schema public
            x := 'public.' || y => 'public.', a text that may name schema public
            EXECUTE 'GRANT USAGE ON SCHEMA public TO x' => 'GRANT USAGE ON SCHEMA public TO x', a text that may name schema public
            """)
    void areListedWithWhatTheyAreComparedWith(String statement, String listed) {
        Routine routine = database.routine("public", "f", "", "BEGIN\n" + statement + "; END");
        assertThat(read(routine).unclear()).extracting(UnclearName::toString).containsExactly("line 2: " + listed);
        assertThat(read(routine).edits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            IF TG_TABLE_NAME = 'nobody' AND x = 'publicity' THEN END IF
            EXECUTE 'GRANT SELECT ON others TO public'
            x := 'public.nobody'
            EXECUTE 'SELECT 1 FROM public.nobody'
            x := 'SELECT 1 FROM "public"."nobody"'
            GRANT SELECT ON ALL TABLES IN SCHEMA x TO public
            IMPORT FOREIGN SCHEMA public FROM SERVER s INTO x
            RAISE NOTICE 'this is public knowledge'
            """)
    void whatIsNoSchemaIsNotListed(String statement) {
        Routine routine = database.routine("public", "f", "", "BEGIN\n" + statement + "; END");
        assertThat(read(routine).unclear()).isEmpty();
    }

    @Test
    void theSchemaOfTriggersIsMendedWhereAllTheirTablesMoveToOne() {
        Routine routine = database.routine("public", "f", "", OF_TRIGGER);
        database.trigger("a", orders, routine);
        database.trigger("b", items, routine);
        assertThat(read(routine).unclear()).isEmpty();
        assertThat(TextEdit.apply(routine.source(), read(routine).edits()))
                .isEqualTo(
                        "BEGIN IF TG_TABLE_SCHEMA = 'It''s \\' AND E'It''s \\\\' <> tg_table_schema THEN END IF; END");
    }

    @Test
    void theSchemaOfTriggersOnTablesThatMoveApartIsListed() {
        Routine routine = database.routine("public", "f", "", OF_TRIGGER);
        database.trigger("a", orders, routine);
        database.trigger("b", users, routine);
        assertThat(read(routine).unclear()).hasSize(2);
        assertThat(read(routine).edits()).isEmpty();
    }

    @Test
    void aSchemaThatHasTriggersOfTheRoutineAlreadyIsNotMistakenForTheSource() {
        database.schema("It's \\");
        Routine routine = database.routine("public", "f", "", OF_TRIGGER);
        database.trigger("a", orders, routine);
        database.trigger("b", database.table("It's \\", "others"), routine);
        assertThat(read(routine).edits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            PERFORM FROM information_schema.tables WHERE table_schema = 'public' AND table_name = 'users' => PERFORM FROM information_schema.tables WHERE table_schema = 'other' AND table_name = 'users'
            x := EXISTS (SELECT FROM pg_tables AS t WHERE t.tablename = 'users' AND t.schemaname = E'public') => x := EXISTS (SELECT FROM pg_tables AS t WHERE t.tablename = 'users' AND t.schemaname = E'other')
            DELETE FROM x WHERE a IN (SELECT relid FROM pg_catalog.pg_stat_user_tables s WHERE (SELECT b FROM y WHERE c) AND s.relname = 'users' AND s.schemaname = 'public') => DELETE FROM x WHERE a IN (SELECT relid FROM pg_catalog.pg_stat_user_tables s WHERE (SELECT b FROM y WHERE c) AND s.relname = 'users' AND s.schemaname = 'other')
            """)
    void theSchemaOfARelationThatIsAskedForByNameIsMended(String statement, String mended) {
        Routine routine = database.routine("public", "f", "", "BEGIN " + statement + "; END");
        assertThat(read(routine).unclear()).isEmpty();
        assertThat(TextEdit.apply(routine.source(), read(routine).edits())).isEqualTo("BEGIN " + mended + "; END");
    }

    @Test
    void whatIsAskedForByNameIsNamed() {
        Routine routine = database.routine(
                "public",
                "f",
                "",
                "BEGIN PERFORM FROM pg_tables WHERE schemaname = 'public' AND tablename = 'users'; END");
        assertThat(read(routine).named()).containsExactly(users);
    }

    @Test
    void whereRoutinesGetPathsAQueryByNameIsListed() {
        mapping.routineBodies(RoutineBodies.SEARCH_PATH);
        Routine routine = database.routine(
                "public",
                "f",
                "",
                "BEGIN PERFORM FROM pg_tables WHERE schemaname = 'public' AND tablename = 'users', users; END");
        assertThat(read(routine).unclear()).isNotEmpty();
        assertThat(read(routine).edits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PERFORM FROM pg_tables WHERE schemaname = 'public' AND tablename = 'nobody'",
                "PERFORM FROM pg_tables WHERE schemaname = 'public' OR tablename = 'users'",
                "PERFORM FROM pg_tables WHERE schemaname = 'public' AND tablename = 'users' || x",
                "PERFORM FROM pg_tables a, pg_tables b WHERE a.schemaname = 'public' AND b.tablename = 'users'",
                "PERFORM FROM pg_tables WHERE x || schemaname = 'public' AND tablename = 'users'",
                "PERFORM FROM posts WHERE visibility = 'public' AND relname = 'users'",
                "PERFORM FROM pg_tables WHERE schemaname <> 'public' AND tablename = 'users'",
                "PERFORM FROM pg_tables WHERE NOT schemaname = 'public' AND tablename = 'users'",
                "PERFORM FROM audit.versions WHERE table_schema = 'public' AND table_name = 'users'",
                "PERFORM FROM tables WHERE table_schema = 'public' AND table_name = 'users'",
                "PERFORM FROM log l, pg_tables t WHERE l.schemaname = 'public' AND l.tablename = 'users'",
                "PERFORM FROM pg_tables t WHERE l.schemaname = 'public' AND l.tablename = 'users'",
                "PERFORM FROM pg_tables AS t JOIN log ON true WHERE schemaname = 'public' AND tablename = 'users'",
                "PERFORM FROM log WHERE (SELECT true FROM pg_tables WHERE true) AND schemaname = 'public' AND tablename = 'users'",
                "PERFORM FROM pg_tables WHERE table_schema = 'public' AND table_name = 'users'",
                "FOR r IN SELECT FROM pg_tables WHERE hasindexes LOOP IF a AND schemaname = 'public' AND tablename = 'users' THEN END IF",
                "PERFORM 1; x := schemaname = 'public' AND tablename = 'users'",
                "RETURN schemaname = 'public' AND tablename = 'users'"
            })
    void oneThatIsNotCertainIsListed(String statement) {
        Routine routine = database.routine("public", "f", "", "BEGIN " + statement + "; END");
        assertThat(read(routine).unclear())
                .extracting(UnclearName::toString)
                .anyMatch(listed -> listed.startsWith("line 1: 'public', compared with "));
        assertThat(read(routine).edits()).isEmpty();
    }

    private RoutineReading read(Routine routine) {
        return new RoutineTexts(Assigner.assign(database.build(), mapping.build()))
                .read(routine)
                .orElseThrow();
    }
}
