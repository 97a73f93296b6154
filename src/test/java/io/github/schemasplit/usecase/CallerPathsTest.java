package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Routines without a search_path that others with one call: their names stand for what that path finds. */
class CallerPathsTest {
    private static final String TABLES = """
            CREATE TABLE orders (id int); CREATE TABLE told (id int);
            CREATE SCHEMA tenant; CREATE TABLE tenant.orders (id int); INSERT INTO tenant.orders VALUES (1);
            CREATE FUNCTION "Counted"() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM orders';
            CREATE FUNCTION passes_on() RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN public."Counted"(); END';
            """;

    @TempDir
    private Path output;

    @PostgresTest
    void aNameThatACallersPathFindsElsewhereIsNotMendedAndTold(TestDatabase database) {
        database.execute(TABLES + """
                CREATE FUNCTION outer_one() RETURNS bigint LANGUAGE sql SET search_path = tenant AS 'SELECT public.passes_on()';
                """);
        assertThat(database.query("SELECT outer_one()")).containsExactly("1");
        Goals goals = Goals.on(database, output);
        assertThat(told(goals, RoutineBodies.REWRITE))
                .singleElement()
                .matches(f -> f.subject().equals("routine public.\"Counted\"()"))
                .matches(f -> f.message().contains("hangs on the search_path of who runs it"));
        assertThatThrownBy(() -> goals.migrate(mapping(RoutineBodies.SEARCH_PATH)))
                .isInstanceOfSatisfying(
                        GoalStoppedException.class,
                        e -> assertThat(e.findings()).anyMatch(f -> f.code() == FindingCode.ROUTINE_PATH_NOT_EXTENDED));
        goals.migrate(mapping(RoutineBodies.REWRITE));
        assertThat(database.query("SELECT outer_one()")).containsExactly("1");
    }

    @PostgresTest
    void aTriggersRoutineRunsWithThePathOfWhoWritesTheTable(TestDatabase database) {
        database.execute(TABLES + """
                CREATE FUNCTION fire() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO orders VALUES (2); RETURN NEW; END';
                CREATE TRIGGER fired AFTER INSERT ON told FOR EACH ROW EXECUTE FUNCTION fire();
                CREATE FUNCTION writes() RETURNS void LANGUAGE sql SET search_path = tenant, public AS 'INSERT INTO told VALUES (1)';
                """);
        assertThat(told(Goals.on(database, output), RoutineBodies.REWRITE))
                .extracting(Finding::subject)
                .containsExactly("routine public.fire()");
    }

    @PostgresTest
    void aCallersPathThatFindsTheSameOrNothingChangesNothing(TestDatabase database) {
        database.execute(TABLES + """
                CREATE FUNCTION a() RETURNS bigint LANGUAGE sql SET search_path = public AS 'SELECT passes_on()';
                CREATE FUNCTION b() RETURNS int LANGUAGE sql SET search_path = '' AS 'SELECT 1 AS passes_on';
                CREATE FUNCTION c() RETURNS bigint LANGUAGE sql SET search_path = tenant AS 'SELECT count(*) FROM orders';
                """);
        Goals goals = Goals.on(database, output);
        assertThat(told(goals, RoutineBodies.REWRITE)).isEmpty();
        goals.migrate(mapping(RoutineBodies.REWRITE));
        assertThat(database.query("SELECT a(), \"Counted\"(), c()")).containsExactly("0|0|1");
    }

    private static MappingBuilder mapping(RoutineBodies bodies) {
        return new MappingBuilder().tables("shop", "orders").routineBodies(bodies);
    }

    private static List<Finding> told(Goals goals, RoutineBodies bodies) {
        return goals.analyze(mapping(bodies)).findings().stream()
                .filter(f -> f.code() == FindingCode.ROUTINE_NEEDS_A_PERSON)
                .toList();
    }
}
