package io.github.schemasplit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;

/** Types bring more along than the server takes with them. */
class TypeMoveTest {
    private static final String LEFT_BEHIND = """
            SELECT 'type ' || typname FROM pg_type WHERE typnamespace = 'public'::regnamespace
            UNION ALL SELECT 'routine ' || proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace""";

    @PostgresTest
    void aRangeTypeTakesAlongAllThatWasMadeWithIt(TestDatabase database) {
        database.execute("CREATE TYPE \"Span %s\" AS RANGE (subtype = date); CREATE DOMAIN \"few\" AS \"Span %s\"");
        Scenario scenario = new Scenario(database, "schemas: { 'Web \"Shop\"': { types: ['Span %s', few] } }");

        scenario.assertTriad();

        scenario.execute(scenario.plan());
        assertThat(database.query(LEFT_BEHIND)).isEmpty();
        assertThat(database.query("SELECT \"Web \"\"Shop\"\"\".\"Span %s\"('2026-01-01', '2026-01-02')"))
                .containsExactly("[2026-01-01,2026-01-02)");
    }

    @PostgresTest
    void whatAMoveByHandLeftBehindFollows(TestDatabase database) {
        database.execute(
                "CREATE TYPE span AS RANGE (subtype = date); CREATE SCHEMA shop;" + "ALTER TYPE span SET SCHEMA shop");
        Scenario scenario = new Scenario(database, "schemas: { shop: { types: [span] } }");

        scenario.assertTriad();

        scenario.execute(scenario.plan());
        assertThat(database.query(LEFT_BEHIND)).isEmpty();
    }

    @PostgresTest
    void aBaseTypeMovesWithTheRoutinesThatReadAndWriteIt(TestDatabase database) {
        database.execute("""
                CREATE TYPE small;
                CREATE FUNCTION small_in(cstring) RETURNS small LANGUAGE internal STRICT IMMUTABLE AS 'int4in';
                CREATE FUNCTION small_out(small) RETURNS cstring LANGUAGE internal STRICT IMMUTABLE AS 'int4out';
                CREATE TYPE small (INPUT = small_in, OUTPUT = small_out, LIKE = int4);
                CREATE FUNCTION near(int) RETURNS int LANGUAGE internal STRICT IMMUTABLE SUPPORT generate_series_int4_support AS 'int4abs';
                """);
        Scenario scenario =
                new Scenario(database, "schemas: { shop: { types: [small], routines: ['small_*', near] } }");

        scenario.assertTriad();

        scenario.execute(scenario.plan());
        assertThat(database.query(LEFT_BEHIND)).isEmpty();
        assertThat(database.query("SELECT '7'::shop.small")).containsExactly("7");
    }

    @PostgresTest
    void enumsAndDomainsTakeTheirArraysAndConstraintsAlong(TestDatabase database) {
        database.execute("CREATE TYPE \"Mood \"\"m\"\"\" AS ENUM ('good');"
                + "CREATE DOMAIN moods AS \"Mood \"\"m\"\"\"[] CONSTRAINT filled CHECK (VALUE <> '{}');");
        Scenario scenario = new Scenario(database, "schemas: { shop: { types: ['Mood \"m\"', moods] } }");

        scenario.assertTriad();

        scenario.execute(scenario.plan());
        assertThat(database.query(LEFT_BEHIND)).isEmpty();
        assertThat(database.query("SELECT connamespace::regnamespace FROM pg_constraint WHERE conname = 'filled'"))
                .containsExactly("shop");
    }
}
