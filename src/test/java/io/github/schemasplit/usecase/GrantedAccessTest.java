package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.io.TempDir;

/** What the mapping says of access, on small databases. */
class GrantedAccessTest {
    private static final String ROLES = """
            DO $$ BEGIN
                CREATE ROLE ga_owner; CREATE ROLE ga_other; CREATE ROLE "ga Reader"; CREATE ROLE ga_migrator LOGIN;
                GRANT ga_owner TO ga_migrator;
            EXCEPTION WHEN duplicate_object THEN NULL; END $$;
            """;
    private static final String OBJECTS = ROLES + """
            CREATE TABLE "Order Items" (id serial, n int);
            CREATE VIEW seen AS SELECT 1 AS one;
            CREATE TYPE state AS ENUM ('new');
            CREATE FUNCTION made("Order Items", state[]) RETURNS int LANGUAGE sql AS 'SELECT 1';
            """;
    private static final String MAPPING = """
            schemas:
              "The Shop":
                tables: [Order Items]
                views: [seen]
                types: [state]
                routines: [made]
                access: %s
            compatibility: views
            """;

    @TempDir
    private Path output;

    private static ParsedMapping mapping(String access) {
        return MappingParser.parse(MappingSources.of(YamlMappingReader.read(MAPPING.formatted(access), "m.yml")));
    }

    @PostgresTest
    void isGivenOnEachKindOfObjectAndOnTheOldNameAndOnWhatIsMadeLater(TestDatabase database) {
        database.execute(OBJECTS);
        Goals goals = Goals.on(database, output);
        ParsedMapping mapping = mapping("""
                { usage: [ga Reader], tables: { ga Reader: [select, maintain] }, sequences: { ga Reader: [usage] },
                  routines: { ga Reader: [execute] }, types: { ga Reader: [usage] },
                  defaults: { tables: { ga Reader: [select] } }, creators: [ga_owner] }""".replace("\n", " "));
        List<String> lists = lists(database);
        assertThat(goals.migrate(mapping).batches()).hasSize(2);
        assertThat(database.query("""
                SELECT has_schema_privilege('ga Reader', 'The Shop', 'USAGE'),
                       has_table_privilege('ga Reader', '"The Shop"."Order Items"', 'SELECT'),
                       has_table_privilege('ga Reader', 'public."Order Items"', 'SELECT'),
                       has_table_privilege('ga Reader', '"The Shop".seen', 'SELECT'),
                       has_table_privilege('ga Reader', '"The Shop".seen', 'INSERT'),
                       has_sequence_privilege('ga Reader', '"The Shop"."Order Items_id_seq"', 'USAGE'),
                       (SELECT bool_or(a.grantee = '"ga Reader"'::regrole) FROM pg_proc, aclexplode(proacl) a WHERE proname = 'made'),
                       (SELECT bool_or(a.grantee = '"ga Reader"'::regrole) FROM pg_type, aclexplode(typacl) a WHERE typname = 'state')""")).containsExactly("t|t|t|t|f|t|t|t");
        database.execute("GRANT CREATE ON SCHEMA \"The Shop\" TO ga_owner; SET ROLE ga_owner;"
                + " CREATE TABLE \"The Shop\".later (id int)");
        assertThat(database.query("SELECT has_table_privilege('ga Reader', '\"The Shop\".later', 'SELECT')"))
                .containsExactly("t");
        database.execute("DROP TABLE \"The Shop\".later; REVOKE CREATE ON SCHEMA \"The Shop\" FROM ga_owner");
        assertThat(codes(goals.verify(mapping, Expectation.MIGRATED).findings()))
                .isEmpty();
        goals.rollback();
        assertThat(lists(database)).containsExactlyInAnyOrderElementsOf(lists);
    }

    /** Who holds what, by names; a list that is missing as the one that it stands for. */
    private static List<String> lists(TestDatabase database) {
        return database.query("""
                SELECT c.oid::regclass::text, coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner))::text
                  FROM pg_class c WHERE relkind IN ('r', 'v', 'S') AND relnamespace = 'public'::regnamespace
                UNION ALL
                SELECT p.proname, coalesce(p.proacl, acldefault('f', p.proowner))::text FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
                UNION ALL
                SELECT t.typname, coalesce(t.typacl, acldefault('T', t.typowner))::text FROM pg_type t WHERE typnamespace = 'public'::regnamespace
                 ORDER BY 1, 2""");
    }

    @PostgresTest
    void whatCanNotBeIsSaidBeforeAnythingIsDone(TestDatabase database) {
        database.execute(OBJECTS + """
                GRANT CREATE ON SCHEMA public TO ga_migrator;
                DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO ga_migrator', current_database()); END $$;
                ALTER TABLE "Order Items" OWNER TO ga_owner;
                ALTER VIEW seen OWNER TO ga_owner; ALTER TYPE state OWNER TO ga_owner;
                ALTER FUNCTION made("Order Items", state[]) OWNER TO ga_owner;
                """);
        Goals goals = Goals.on(database, output);
        GoalStoppedException stop = catchThrowableOfType(
                GoalStoppedException.class, () -> goals.migrate(mapping("{ usage: [ga Raeder], strict: true }")));
        assertThat(stop.findings())
                .filteredOn(Finding::isError)
                .extracting(Finding::code, Finding::remedy)
                .containsExactly(
                        Tuple.tuple(
                                FindingCode.ACCESS_ROLE_NOT_FOUND,
                                "did you mean ga Reader? Correct the mapping, or create the role, or name it under createRoles"));
        assertThat(stop.findings().get(0).origin().orElseThrow()).hasToString("m.yml:7:13");
        goals.migrate(mapping("{ usage: [ga Reader] }"));
        database.execute("CREATE TABLE \"The Shop\".others (id int); ALTER TABLE \"The Shop\".others OWNER TO ga_other;"
                + " ALTER SCHEMA \"The Shop\" OWNER TO ga_other; GRANT USAGE ON SCHEMA \"The Shop\" TO ga_migrator;"
                + " REVOKE USAGE ON SCHEMA \"The Shop\" FROM ga_owner");
        Goals migrator = goals.as("ga_migrator");
        ParsedMapping given = mapping("{ tables: { ga Reader: [insert] } }");
        assertThat(migrator.analyze(given).findings())
                .filteredOn(f -> f.code() == FindingCode.ACCESS_LEFT_TO_OTHERS)
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains(
                        "role ga_migrator may not grant or revoke what the mapping says on table \"The Shop\".others");
        assertThat(migrator.analyze(mapping("{ preset: owner-only }")).findings())
                .filteredOn(Finding::isError)
                .extracting(Finding::code)
                .doesNotContain(FindingCode.ACCESS_LOCKS_OUT);
        database.execute("REASSIGN OWNED BY ga_owner TO ga_other");
        assertThat(migrator.analyze(mapping("{ preset: owner-only }")).findings())
                .extracting(Finding::code)
                .contains(FindingCode.ACCESS_LOCKS_OUT);
        database.execute("DROP OWNED BY ga_migrator; DROP OWNED BY ga_other CASCADE");
    }

    /** Between the moves and the access nobody has a schema open that is not theirs by the mapping, and those whose it is are not shut out. */
    @PostgresTest
    void aStrictMappingOpensNothingForAMoment(TestDatabase database) throws IOException {
        database.execute(OBJECTS + "GRANT SELECT ON \"Order Items\" TO PUBLIC; GRANT USAGE ON SCHEMA public TO PUBLIC;"
                + " ALTER TABLE \"Order Items\" OWNER TO ga_owner");
        Goals goals = Goals.on(database, output);
        ParsedMapping mapping = mapping("{ strict: true, usage: [ga Reader], tables: { ga Reader: [select] } }");
        goals.generate(mapping, Optional.empty());
        assertThat(Files.readString(output.resolve("migrate.sql")))
                .contains("GRANT USAGE ON SCHEMA \"The Shop\" TO \"ga Reader\"")
                .doesNotContain("GRANT USAGE ON SCHEMA \"The Shop\" TO PUBLIC");
        List<String> between = new ArrayList<>();
        new Migrate(goals.workplace(), AllowedHazards.NONE, Goals.PERSISTENCE, event -> {
                    if (event instanceof Event.Batch batch && batch.number() == 1) {
                        between.addAll(database.query("SELECT nspacl FROM pg_namespace WHERE nspname = 'The Shop'"));
                        between.addAll(
                                database.query(
                                        "SELECT has_schema_privilege('ga Reader', 'The Shop', 'USAGE'), has_schema_privilege('ga_other', 'The Shop', 'USAGE')"));
                    }
                })
                .run(mapping);
        assertThat(between)
                .containsExactly("{postgres=UC/postgres,\"\\\"ga Reader\\\"=U/postgres\",ga_owner=U/postgres}", "t|f");
        assertThat(codes(goals.verify(mapping, Expectation.MIGRATED).findings()))
                .isEmpty();
        database.execute("DROP OWNED BY ga_owner CASCADE");
    }

    @PostgresTest
    void whatOthersHaveGrantedSinceIsNotTakenBackWithoutAWord(TestDatabase database) {
        database.execute(OBJECTS);
        Goals goals = Goals.on(database, output);
        ParsedMapping mapping = mapping("{ strict: true, usage: [ga Reader], tables: { ga Reader: [select] } }");
        goals.migrate(mapping);
        assertThat(goals.verify(mapping, Expectation.MIGRATED).findings()).isEmpty();
        database.execute("GRANT INSERT ON \"The Shop\".seen TO ga_other");
        assertThat(codes(goals.verify(mapping, Expectation.MIGRATED).findings()))
                .contains(FindingCode.ACCESS_NOT_AS_MAPPED);
        GoalStoppedException stop = catchThrowableOfType(GoalStoppedException.class, goals::rollback);
        assertThat(stop).hasMessageContaining("privileges on table \"The Shop\".seen are not what they were made");
        assertThat(goals.migrate(mapping).plan().access()).hasSize(1);
        assertThat(codes(goals.verify(mapping, Expectation.MIGRATED).findings()))
                .isEmpty();
        goals.rollback();
        assertThat(database.query("SELECT has_table_privilege('ga_other', '\"The Shop\".seen', 'INSERT')"))
                .containsExactly("t");
    }

    @PostgresTest
    void anEventTriggerThatGrantsMoreIsRefused(TestDatabase database) {
        database.execute(OBJECTS + """
                CREATE FUNCTION more() RETURNS event_trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        IF to_regclass('"The Shop".seen') IS NOT NULL AND NOT has_table_privilege('ga_other', '"The Shop".seen', 'DELETE') THEN
                            GRANT DELETE ON "The Shop".seen TO ga_other;
                        END IF;
                    END $$;
                """);
        Goals goals = Goals.on(database, output);
        goals.migrate(mapping("{ usage: [ga Reader] }"));
        database.execute("CREATE EVENT TRIGGER more ON ddl_command_end WHEN TAG IN ('GRANT') EXECUTE FUNCTION more()");
        GoalStoppedException stop = catchThrowableOfType(
                GoalStoppedException.class,
                () -> goals.migrate(mapping("{ usage: [ga Reader], tables: { ga Reader: [select] } }")));
        assertThat(stop.findings())
                .extracting(Finding::subject)
                .anyMatch(subject -> subject.contains("\"The Shop\".seen: privileges"));
        assertThat(database.query("SELECT has_table_privilege('ga Reader', '\"The Shop\".seen', 'SELECT')"))
                .containsExactly("f");
    }

    private static List<FindingCode> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
