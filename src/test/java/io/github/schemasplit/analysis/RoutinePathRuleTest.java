package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** What is said of routines that are to get a search_path; the settings are those that a server keeps. */
class RoutinePathRuleTest {
    private static final String TABLES = """
            CREATE SCHEMA crm;
            CREATE SCHEMA other;
            CREATE TABLE orders (id int);
            CREATE TABLE "Items" (id int);
            CREATE TABLE stays (id int);
            CREATE TABLE crm.logged (id int);
            SET check_function_bodies = off;
            """;
    private static final String COUNTED = "$$BEGIN RETURN (SELECT count(*) FROM orders); END$$;";

    private final MappingBuilder mapping = new MappingBuilder()
            .tables("crm", "orders")
            .tables("My Shop", "Items")
            .routineBodies(RoutineBodies.SEARCH_PATH);

    @PostgresTest
    void aNameThatWouldStandForSomethingElseIsRefused(TestDatabase database) throws SQLException {
        database.execute(TABLES + """
                CREATE TABLE other.orders (id int);
                CREATE FUNCTION crm.total(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION total(text) RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE TYPE crm.state AS ENUM ('a');
                CREATE FUNCTION "a ""relation"() RETURNS void LANGUAGE plpgsql SET search_path = public AS
                    'BEGIN DELETE FROM orders; DELETE FROM logged; END';
                CREATE FUNCTION a_type() RETURNS void LANGUAGE plpgsql SET search_path = public AS 'DECLARE s state; BEGIN DELETE FROM orders; END';
                CREATE FUNCTION a_routine() RETURNS int LANGUAGE plpgsql AS 'BEGIN DELETE FROM orders; RETURN total(''a''); END';
                CREATE FUNCTION own() RETURNS void LANGUAGE plpgsql SET search_path = public, other, crm AS
                    'BEGIN DELETE FROM orders; END';
                CREATE FUNCTION fine() RETURNS int LANGUAGE plpgsql AS
                    'BEGIN DELETE FROM orders; DELETE FROM stays; DELETE FROM other.orders; RETURN now(); END';
                """);
        Findings findings = findings(database);
        assertThat(findings.summary())
                .filteredOn(line -> line.startsWith("ERROR"))
                .containsExactly(
                        "ERROR ROUTINE_PATH_NOT_EXTENDED routine public.\"a \"\"relation\"()",
                        "ERROR ROUTINE_PATH_NOT_EXTENDED routine public.a_routine()",
                        "ERROR ROUTINE_PATH_NOT_EXTENDED routine public.a_type()",
                        "ERROR ROUTINE_PATH_NOT_EXTENDED routine public.own()");
        assertThat(message(findings, "routine public.\"a \"\"relation\"()"))
                .isEqualTo("its text has names without a schema that a search_path can not mend: with search_path"
                        + " public, crm, logged would stand for table crm.logged after the move, and stands for nothing that"
                        + " is known now");
        assertThat(message(findings, "routine public.a_routine()"))
                .endsWith(
                        "total would stand for routine public.total(text), routine crm.total(integer) after the move, and"
                                + " stands for routine public.total(text) now");
        assertThat(message(findings, "routine public.a_type()"))
                .endsWith(
                        "state would stand for type crm.state after the move, and stands for nothing that is known now");
        assertThat(message(findings, "routine public.own()"))
                .endsWith(
                        "with search_path public, other, crm, orders would stand for table other.orders after the move,"
                                + " and stands for table public.orders now");
        assertThat(findings.all().stream()
                        .filter(Finding::isError)
                        .findFirst()
                        .orElseThrow()
                        .remedy())
                .isEqualTo("write the new schemas in its text, or let it be done:"
                        + " set the option routineBodies to rewrite (schema.routineBodies=rewrite)");
    }

    @PostgresTest
    void whatHangsOnWhoRunsItIsRefused(TestDatabase database) throws SQLException {
        database.execute("CREATE ROLE path_role");
        try {
            String here = " IN DATABASE " + database.name() + " SET search_path = ";
            database.execute(TABLES + """
                    CREATE TABLE other.orders (id int);
                    CREATE TABLE other.daily (id int);
                    CREATE FUNCTION unclear() RETURNS bigint LANGUAGE plpgsql AS %1$s
                    CREATE FUNCTION of_role() RETURNS void LANGUAGE plpgsql AS
                        'BEGIN DELETE FROM "Items"; DELETE FROM daily; END';
                    CREATE FUNCTION set() RETURNS bigint LANGUAGE plpgsql SET search_path = public AS %1$s
                    CREATE FUNCTION clear() RETURNS void LANGUAGE plpgsql AS 'BEGIN DELETE FROM "Items"; END';
                    """.formatted(COUNTED) + "ALTER ROLE path_role" + here + "other, public");
            Findings findings = findings(database);
            assertThat(findings.subjects(FindingCode.ROUTINE_PATH_NOT_EXTENDED))
                    .containsExactly("routine public.of_role()", "routine public.unclear()");
            assertThat(message(findings, "routine public.unclear()"))
                    .endsWith("orders stands for table public.orders or for table other.orders, which hangs on the"
                            + " search_path of who runs it");
            assertThat(message(findings, "routine public.of_role()"))
                    .endsWith("daily would stand for nothing that is known after the move, and stands for table"
                            + " other.daily now");
            database.execute("ALTER ROLE path_role" + here + "pg_catalog; DROP TABLE other.daily");
            assertThat(findings(database).subjects(FindingCode.ROUTINE_PATH_NOT_EXTENDED))
                    .isEmpty();
        } finally {
            database.execute("DROP ROLE path_role");
        }
    }

    /** Who runs a routine may have set a path that nobody else knows; one that is set for the routine would hide it. */
    @PostgresTest
    void whatIsFoundInNoKnownPathIsRefused(TestDatabase database) throws SQLException {
        database.execute(TABLES + """
                CREATE FUNCTION other.made() RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION other.now() RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION unknown() RETURNS int LANGUAGE plpgsql AS 'BEGIN DELETE FROM orders; RETURN made(); END';
                CREATE FUNCTION known() RETURNS int LANGUAGE plpgsql AS 'BEGIN DELETE FROM orders; RETURN now(); END';
                CREATE FUNCTION own() RETURNS int LANGUAGE plpgsql SET search_path = public AS
                    'BEGIN DELETE FROM orders; RETURN made(); END';
                """);
        Findings findings = findings(database);
        assertThat(findings.subjects(FindingCode.ROUTINE_PATH_NOT_EXTENDED))
                .containsExactly("routine public.unknown()");
        assertThat(message(findings, "routine public.unknown()"))
                .endsWith(
                        "made is found by no search_path that is known, and may be routine other.made(), which hangs on the"
                                + " search_path of who runs it");
    }

    /** A schema that is made may be one that a role's {@code $user} stands for. */
    @PostgresTest
    void aTargetSchemaThatIsNamedForARoleIsLookedAtFirst(TestDatabase database) throws SQLException {
        database.execute("CREATE ROLE path_user");
        try {
            database.execute(TABLES + """
                    CREATE TABLE crm."Items" (id int);
                    CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql SET search_path = crm, "$user", public AS
                        'BEGIN DELETE FROM orders; END';
                    CREATE FUNCTION g() RETURNS void LANGUAGE plpgsql SET search_path = "$user", crm, public AS
                        'BEGIN DELETE FROM "Items"; END';
                    """);
            MappingBuilder named = new MappingBuilder()
                    .tables("path_user", "Items", "orders")
                    .routineBodies(RoutineBodies.SEARCH_PATH);
            assertThat(findings(database, named).subjects(FindingCode.ROUTINE_PATH_NOT_EXTENDED))
                    .containsExactly("routine public.g()");
        } finally {
            database.execute("DROP ROLE path_user");
        }
    }

    @PostgresTest
    void whereASettingHindersOrGivesNothingBackThatIsSaid(TestDatabase database) throws SQLException {
        database.execute(TABLES + """
                CREATE PROCEDURE plain() LANGUAGE plpgsql AS 'BEGIN DELETE FROM orders; END';
                CREATE PROCEDURE has_one() LANGUAGE plpgsql SET work_mem = '1MB' AS 'BEGIN DELETE FROM orders; END';
                CREATE PROCEDURE in_sql() LANGUAGE sql AS 'DELETE FROM orders';
                CREATE PROCEDURE with_schema() LANGUAGE plpgsql AS 'BEGIN DELETE FROM public.orders; COMMIT; END';
                CREATE FUNCTION speaks() RETURNS void LANGUAGE plpgsql AS
                    'BEGIN DELETE FROM orders; PERFORM set_config(''search_path'', ''other'', true); END';
                SELECT set_config('search_path', 'public,other', false);
                CREATE FUNCTION other.as_text(text) RETURNS bigint LANGUAGE plpgsql SET search_path FROM CURRENT AS
                """ + COUNTED);
        Findings findings = findings(database);
        assertThat(findings.subjects(FindingCode.ROUTINE_PATH_NOT_EXTENDED))
                .containsExactly("routine other.as_text(text)", "routine public.plain()", "routine public.speaks()");
        assertThat(message(findings, "routine public.plain()"))
                .endsWith(
                        "a procedure that has a setting of its own can not COMMIT or ROLLBACK, nor can what it calls");
        assertThat(message(findings, "routine public.speaks()")).endsWith("its text speaks of search_path itself");
        String remedy = findings.all().get(0).remedy();
        assertThat(remedy).isEqualTo("set it anew: ALTER ROUTINE other.as_text(text) SET search_path TO public, other");
        database.execute(remedy.replace("set it anew: ", ""));
        assertThat(findings(database).subjects(FindingCode.ROUTINE_PATH_NOT_EXTENDED))
                .doesNotContain("routine other.as_text(text)");
    }

    @PostgresTest
    void functionsThatAreNoLongerInlinedAreSaid(TestDatabase database) throws SQLException {
        database.execute(TABLES + """
                CREATE FUNCTION helper() RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION expression(text) RETURNS int LANGUAGE sql AS '/* x */ SELECT helper();';
                CREATE FUNCTION "Set of"() RETURNS SETOF orders LANGUAGE sql STABLE AS 'SELECT * FROM orders';
                CREATE FUNCTION a_table() RETURNS TABLE (x int) LANGUAGE sql IMMUTABLE AS 'WITH a AS (SELECT id FROM orders) SELECT * FROM a';
                CREATE FUNCTION with_table() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT count(*) FROM orders';
                CREATE FUNCTION volatile() RETURNS SETOF orders LANGUAGE sql AS 'SELECT * FROM orders';
                CREATE FUNCTION strict(int) RETURNS SETOF orders LANGUAGE sql STABLE STRICT AS 'SELECT * FROM orders';
                CREATE FUNCTION two() RETURNS int LANGUAGE sql AS 'SELECT 1; SELECT helper()';
                CREATE FUNCTION definer() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT helper()';
                CREATE FUNCTION has_one() RETURNS int LANGUAGE sql SET work_mem = '1MB' AS 'SELECT helper()';
                CREATE FUNCTION in_plpgsql() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN helper(); END';
                CREATE FUNCTION changes() RETURNS SETOF orders LANGUAGE sql AS 'DELETE FROM orders RETURNING *';
                """);
        mapping.routines("crm", "helper");
        assertThat(findings(database).summary())
                .filteredOn(line -> line.contains("INLINED"))
                .containsExactly(
                        "WARNING ROUTINE_NO_LONGER_INLINED routine public.\"Set of\"()",
                        "WARNING ROUTINE_NO_LONGER_INLINED routine public.a_table()",
                        "WARNING ROUTINE_NO_LONGER_INLINED routine public.expression(text)");
    }

    /** What a path mends needs no person; what it does not is said as ever. */
    @PostgresTest
    void namesWithTheOldSchemaAndThoseThatAreNotKnownAreSaid(TestDatabase database) throws SQLException {
        database.execute(TABLES + """
                CREATE FUNCTION bare() RETURNS void LANGUAGE plpgsql SET search_path = public AS
                    'BEGIN EXECUTE ''DELETE FROM orders WHERE id = '' || 1; END';
                CREATE FUNCTION with_schema() RETURNS void LANGUAGE plpgsql SET search_path = public AS
                    'BEGIN DELETE FROM "Items"; DELETE FROM public.orders; END';
                CREATE FUNCTION open(t text) RETURNS void LANGUAGE plpgsql SET search_path = public AS
                    'BEGIN EXECUTE format(''DELETE FROM %I'', t); END';
                """);
        Findings findings = findings(database);
        assertThat(findings.summary())
                .filteredOn(line -> line.contains("routine "))
                .containsExactlyInAnyOrder(
                        "WARNING ROUTINE_NAMES_MOVED_OBJECT routine public.with_schema()",
                        "WARNING ROUTINE_NEEDS_A_PERSON routine public.open(text)",
                        "INFO ROUTINE_SEARCH_PATH routine public.open(text)");
        assertThat(findings.only(FindingCode.ROUTINE_NAMES_MOVED_OBJECT).message())
                .startsWith("its text names 2 objects that will move (table public.\"Items\", table public.orders)");
    }

    private static String message(Findings findings, String subject) {
        return findings.all().stream()
                .filter(f -> f.code() == FindingCode.ROUTINE_PATH_NOT_EXTENDED
                        && f.subject().equals(subject))
                .map(Finding::message)
                .findFirst()
                .orElseThrow();
    }

    /** A routine without a path runs with that of the one that calls it. */
    @PostgresTest
    void whatItMayCallIsNotToFindAnythingElse(TestDatabase database) throws SQLException {
        database.execute("CREATE ROLE path_caller");
        try {
            database.execute(TABLES + """
                    CREATE TABLE other.daily (id int);
                    CREATE TABLE logs (id int);
                    CREATE FUNCTION own() RETURNS void LANGUAGE plpgsql SET search_path = other AS 'BEGIN DELETE FROM daily; END';
                    CREATE FUNCTION inner_one() RETURNS void LANGUAGE plpgsql AS 'BEGIN DELETE FROM daily; END';
                    CREATE FUNCTION outer_one() RETURNS void LANGUAGE plpgsql AS 'BEGIN PERFORM public.inner_one(); END';
                    CREATE FUNCTION logging() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN DELETE FROM daily; RETURN NEW; END';
                    CREATE TRIGGER logging AFTER INSERT ON logs EXECUTE FUNCTION logging();
                    CREATE FUNCTION calls() RETURNS void LANGUAGE plpgsql AS 'BEGIN DELETE FROM "Items"; PERFORM outer_one(); END';
                    CREATE FUNCTION fires() RETURNS void LANGUAGE plpgsql AS 'BEGIN DELETE FROM "Items"; INSERT INTO public.logs VALUES (1); END';
                    CREATE FUNCTION fine() RETURNS void LANGUAGE plpgsql AS 'BEGIN DELETE FROM "Items"; PERFORM own(); END';
                    CREATE FUNCTION has_one() RETURNS void LANGUAGE plpgsql SET search_path = public, other AS
                        'BEGIN DELETE FROM "Items"; PERFORM outer_one(); END';
                    """ + "ALTER ROLE path_caller IN DATABASE " + database.name()
                    + " SET search_path = other, public");
            Findings findings = findings(database);
            assertThat(findings.subjects(FindingCode.ROUTINE_PATH_NOT_EXTENDED))
                    .containsExactly("routine public.calls()", "routine public.fires()");
            assertThat(message(findings, "routine public.calls()"))
                    .contains("in routine public.inner_one(), which it may call, with search_path")
                    .endsWith(
                            "daily would stand for nothing that is known after the move, and stands for table other.daily now");
            // Then no path that is known finds it, and somebody may have set one that does.
            database.execute(
                    "DROP OWNED BY path_caller; ALTER ROLE path_caller IN DATABASE " + database.name() + " RESET ALL");
            assertThat(findings(database).subjects(FindingCode.ROUTINE_PATH_NOT_EXTENDED))
                    .containsExactly("routine public.calls()", "routine public.fires()");
            database.execute("DROP TABLE other.daily");
            assertThat(findings(database).subjects(FindingCode.ROUTINE_PATH_NOT_EXTENDED))
                    .isEmpty();
        } finally {
            database.execute("DROP ROLE path_caller");
        }
    }

    /** What they put there would run with its owner's rights. */
    @PostgresTest
    void aDefinerIsNotToLookWhereOthersMayCreate(TestDatabase database) throws SQLException {
        database.execute(TABLES + """
                CREATE ROLE path_planter;
                REVOKE CREATE ON SCHEMA public FROM PUBLIC;
                GRANT CREATE ON SCHEMA crm TO path_planter;
                GRANT CREATE ON SCHEMA other TO path_planter;
                CREATE FUNCTION definer() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS\s
                """ + COUNTED
                + "CREATE FUNCTION invoker() RETURNS bigint LANGUAGE plpgsql SET search_path = public AS " + COUNTED
                + "CREATE FUNCTION open() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, other AS "
                + COUNTED
                + "CREATE FUNCTION of_caller() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER AS " + COUNTED);
        try {
            Findings findings = findings(database);
            assertThat(findings.subjects(FindingCode.ROUTINE_PATH_NOT_EXTENDED))
                    .containsExactly("routine public.definer()");
            assertThat(message(findings, "routine public.definer()"))
                    .endsWith(
                            "with search_path public, crm it would look in schema crm too, with its owner's rights, where role"
                                    + " path_planter may create what it names");
            database.execute("GRANT postgres TO path_planter");
            assertThat(findings(database).subjects(FindingCode.ROUTINE_PATH_NOT_EXTENDED))
                    .isEmpty();
        } finally {
            database.execute("DROP OWNED BY path_planter; DROP ROLE path_planter");
        }
    }

    private Findings findings(TestDatabase database) throws SQLException {
        return findings(database, mapping);
    }

    private static Findings findings(TestDatabase database, MappingBuilder mapping) throws SQLException {
        try (Connection connection = database.connect()) {
            return Findings.of(Assigner.assign(new CatalogReader().readInOwnTransaction(connection), mapping.build()));
        }
    }
}
