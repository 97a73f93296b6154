package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever owns a routine has nothing of his run with our rights when it is changed. A constant of an array, a row or a range is read
 * by the server where it stands, and with it the constraints of a domain in it are checked, which may call any function.
 */
class RoutineAuthorsTest {
    private static final MappingBuilder MAPPING =
            new MappingBuilder().tables("shop", "orders").routineBodies(RoutineBodies.REWRITE);

    private static final String LEFT = "REASSIGN OWNED BY routine_author TO postgres; DROP ROLE routine_author";

    /** Each default is a constant that has the domain in it. */
    private static final List<String> DEFAULTS = List.of(
            "public.trap[] DEFAULT '{1}'",
            "public.pair DEFAULT '(1,1)'",
            "public.pair[] DEFAULT ARRAY['(1,1)']::public.pair[]",
            "public.span DEFAULT '[1,2]'",
            "public.traps DEFAULT '{1}'",
            "int, public.holder DEFAULT '(1)'");

    @TempDir
    private Path output;

    @PostgresTest
    void aConstantInABodyIsNotReadWithOurRights(TestDatabase database) {
        create(database);
        try {
            database.execute("""
                    SET check_function_bodies = off;
                    CREATE FUNCTION bait() RETURNS bigint LANGUAGE sql AS
                        'SELECT count(*) FROM public.orders WHERE id = ANY (''{1}''::public.trap[])';
                    CREATE FUNCTION dollars() RETURNS bigint LANGUAGE sql AS
                        'SELECT count(*) FROM public.orders WHERE id = ANY (CAST($a${1}$a$ AS public.trap[]))';
                    CREATE FUNCTION block() RETURNS bigint LANGUAGE plpgsql AS
                        'DECLARE x CONSTANT public.trap[] := ''{1}''; BEGIN RETURN (SELECT count(*) FROM public.orders WHERE id = ANY (x)); END';
                    ALTER FUNCTION bait() OWNER TO routine_author;
                    ALTER FUNCTION dollars() OWNER TO routine_author;
                    ALTER FUNCTION block() OWNER TO routine_author;
                    """);
            assertThat(Goals.on(database, output).migrate(MAPPING).plan().replacements())
                    .hasSize(3);
            assertThat(runs(database)).containsExactly("f");
            Goals.on(database, output).rollback();
            assertThat(runs(database)).containsExactly("f");
        } finally {
            database.execute(LEFT);
        }
    }

    /** What has no constant has nothing that is read. */
    @PostgresTest
    void aRoutineOfAnotherIsCheckedWhereNothingOfHisRuns(TestDatabase database) {
        create(database);
        try {
            database.execute("""
                    CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
                    CREATE FUNCTION caller(int) RETURNS bigint LANGUAGE sql AS 'SELECT f($1) + count(*) FROM public.orders';
                    ALTER FUNCTION caller(int) OWNER TO routine_author;
                    """);
            database.execute("CREATE FUNCTION f(date) RETURNS int LANGUAGE sql AS 'SELECT 2'");
            assertThatThrownBy(() -> Goals.on(database, output)
                            .migrate(new MappingBuilder()
                                    .tables("shop", "orders")
                                    .routines("shop", "f(integer)")
                                    .routineBodies(RoutineBodies.REWRITE)))
                    .hasMessageContaining("routine public.caller(integer) would fail after the change");
        } finally {
            database.execute(LEFT);
        }
    }

    @PostgresTest
    void aConstantInADefaultIsNotReadWithOurRights(TestDatabase database) {
        for (String argument : DEFAULTS) {
            try (TestDatabase fresh = database.server().createDatabase()) {
                create(fresh);
                try {
                    fresh.execute("CREATE FUNCTION bait(" + argument + ") RETURNS bigint LANGUAGE plpgsql AS"
                            + " 'BEGIN RETURN (SELECT count(*) FROM public.orders); END';"
                            + "ALTER FUNCTION bait OWNER TO routine_author; ALTER SEQUENCE runs RESTART");
                    assertThatThrownBy(() -> Goals.on(fresh, output).migrate(MAPPING))
                            .as(argument)
                            .isInstanceOfSatisfying(
                                    GoalStoppedException.class,
                                    e -> assertThat(e.findings())
                                            .anyMatch(f -> f.code() == FindingCode.ROUTINE_RIGHTS_MISSING
                                                    && f.message().contains("constant")));
                    assertThat(runs(fresh)).as(argument).containsExactly("f");
                } finally {
                    fresh.execute(LEFT);
                }
            }
        }
    }

    @PostgresTest
    void aConstantThatCameIntoADefaultSinceIsNotReadAtTheRollback(TestDatabase database) {
        create(database);
        try {
            database.execute(
                    "CREATE FUNCTION bait(n public.trap[] DEFAULT NULL) RETURNS bigint LANGUAGE plpgsql AS"
                            + " 'BEGIN RETURN (SELECT count(*) FROM public.orders); END'; ALTER FUNCTION bait OWNER TO routine_author");
            Goals goals = Goals.on(database, output);
            goals.migrate(MAPPING);
            database.execute(
                    "CREATE OR REPLACE FUNCTION bait(n public.trap[] DEFAULT '{1}') RETURNS bigint LANGUAGE plpgsql AS"
                            + " 'BEGIN RETURN (SELECT count(*) FROM shop.orders); END'; ALTER SEQUENCE runs RESTART");
            assertThatThrownBy(goals::rollback)
                    .hasMessageContaining("routine public.bait(public.trap[]) keeps its body, since the default");
            assertThat(goals.rollbackByForce().left()).hasSize(1);
            assertThat(runs(database)).containsExactly("f");
        } finally {
            database.execute(LEFT);
        }
    }

    /** Nobody else's function runs then. */
    @PostgresTest
    void constantsOfOurOwnTypesAreReadAnew(TestDatabase database) {
        database.execute("""
                CREATE TYPE mood AS ENUM ('good', 'bad');
                CREATE DOMAIN positive AS int CHECK (VALUE > 0);
                CREATE TYPE pair AS (a positive, b mood);
                CREATE TABLE orders (id int);
                CREATE FUNCTION counted(a positive[] DEFAULT '{1}', b mood[] DEFAULT '{good}', c pair DEFAULT '(1,bad)')
                    RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.orders';
                """);
        Goals.on(database, output).migrate(MAPPING);
        assertThat(database.query("SELECT counted()")).containsExactly("0");
    }

    private static List<String> runs(TestDatabase database) {
        return database.query("SELECT is_called FROM runs");
    }

    private static void create(TestDatabase database) {
        database.execute("""
                CREATE ROLE routine_author;
                CREATE TABLE orders (id int);
                CREATE SEQUENCE runs;
                CREATE FUNCTION spy(int) RETURNS boolean LANGUAGE plpgsql AS
                    'BEGIN PERFORM nextval(''public.runs''); RETURN true; END';
                ALTER FUNCTION spy(int) OWNER TO routine_author;
                CREATE DOMAIN trap AS int CHECK (public.spy(VALUE));
                CREATE TYPE pair AS (a int, b trap);
                CREATE TYPE span AS RANGE (SUBTYPE = trap);
                CREATE DOMAIN traps AS trap[];
                CREATE TABLE holder (n trap);
                ALTER DOMAIN trap OWNER TO routine_author;
                """);
    }
}
