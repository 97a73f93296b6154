package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Operators, operator classes and families, collations, conversions and text search objects, moved and moved back. */
class NamedObjectsTest {
    private static final String OBJECTS = """
            CREATE TYPE amount AS (cents int);
            CREATE FUNCTION same(amount, amount) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.cents = $2.cents';
            CREATE FUNCTION not_at_all(amount) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT false';
            CREATE FUNCTION nothing() RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT false';
            CREATE OPERATOR |*| (LEFTARG = amount, RIGHTARG = amount, FUNCTION = same, COMMUTATOR = |*|);
            CREATE OPERATOR |*| (RIGHTARG = amount, FUNCTION = not_at_all);
            CREATE OPERATOR FAMILY "Money ops" USING btree;
            CREATE OPERATOR CLASS "Money ops" FOR TYPE int USING btree FAMILY "Money ops" AS
                OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int, int);
            CREATE COLLATION "German 😀" (LOCALE = 'C');
            CREATE CONVERSION coded FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
            CREATE TEXT SEARCH TEMPLATE plain (LEXIZE = dsimple_lexize, INIT = dsimple_init);
            CREATE TEXT SEARCH DICTIONARY plain (TEMPLATE = plain);
            CREATE TEXT SEARCH PARSER plain (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
            CREATE TEXT SEARCH CONFIGURATION plain (PARSER = plain);
            ALTER TEXT SEARCH CONFIGURATION plain ADD MAPPING FOR asciiword WITH plain;
            CREATE TABLE prices (id int, price amount, name text COLLATE "German 😀");
            CREATE INDEX ON prices (id "Money ops");
            CREATE INDEX ON prices USING gin (to_tsvector('public.plain', name));
            CREATE VIEW equal AS SELECT a.id FROM prices a, prices b WHERE a.price |*| b.price;
            COMMENT ON OPERATOR |*| (amount, amount) IS 'the same amount';
            INSERT INTO prices VALUES (1, '(5)', 'Tea');
            """;

    private static final ParsedMapping ALL = Goals.parsed(mapping("amount").build());

    private static final ParsedMapping AMONG_NEIGHBOURS =
            Goals.parsed(mapping("public.amount").build());

    /** What is left of the kinds in question in a schema. */
    private static final String IN_SCHEMA = """
            SELECT count(*) FROM (
                SELECT oprnamespace FROM pg_operator UNION ALL SELECT opcnamespace FROM pg_opclass
                UNION ALL SELECT opfnamespace FROM pg_opfamily UNION ALL SELECT collnamespace FROM pg_collation
                UNION ALL SELECT connamespace FROM pg_conversion UNION ALL SELECT cfgnamespace FROM pg_ts_config
                UNION ALL SELECT dictnamespace FROM pg_ts_dict UNION ALL SELECT prsnamespace FROM pg_ts_parser
                UNION ALL SELECT tmplnamespace FROM pg_ts_template) AS o(namespace)
             WHERE namespace = '%s'::regnamespace""";

    @TempDir
    private Path output;

    @PostgresTest
    void theyMoveAndComeBack(TestDatabase database) {
        database.execute(OBJECTS);
        Goals goals = Goals.on(database, output);
        Optional<ClientProgram> dump = ClientProgram.dumpIfThereIs(database.server());
        Optional<String> dumped = dump.map(d -> d.schemaDump(database, Goals.JOURNAL));
        ObjectStates before = goals.states();

        Migrate.Result result = goals.migrate(ALL);
        assertThat(result.batches()).allSatisfy(b -> assertThat(b.doubts()).isEmpty());
        assertThat(database.query(IN_SCHEMA.formatted("public"))).containsExactly("0");
        assertThat(database.query(IN_SCHEMA.formatted("\"Web \"\"Shop\"\"\""))).containsExactly("10");
        assertThat(database.query("SELECT count(*) FROM crm.equal")).containsExactly("1");
        assertThat(goals.verify(ALL, Expectation.MIGRATED).findings()).isEmpty();
        assertThat(goals.migrate(ALL).migration()).isEmpty();

        goals.rollback();
        assertThat(goals.states()).isEqualTo(before);
        assertThat(goals.verify(ALL, Expectation.ORIGINAL).findings()).isEmpty();
        assertThat(dump.map(d -> d.schemaDump(database, Goals.JOURNAL))).isEqualTo(dumped);
    }

    /** What bears the same names in the target, but other arguments, another access method, or is of another kind. */
    private static final String NEIGHBOURS = """
            CREATE SCHEMA "Web ""Shop\""";
            GRANT USAGE ON SCHEMA "Web ""Shop\""" TO PUBLIC;
            CREATE SCHEMA other;
            CREATE TYPE other.amount AS (cents int);
            CREATE FUNCTION same(other.amount, other.amount) RETURNS boolean LANGUAGE sql AS 'SELECT true';
            CREATE FUNCTION "Web ""Shop\""".same(other.amount, other.amount) RETURNS boolean LANGUAGE sql AS 'SELECT true';
            CREATE OPERATOR "Web ""Shop\""".|*| (LEFTARG = other.amount, RIGHTARG = other.amount, FUNCTION = "Web ""Shop\""".same);
            CREATE OPERATOR FAMILY "Web ""Shop\"""."Money ops" USING hash;
            CREATE TEXT SEARCH DICTIONARY "Web ""Shop\""".coded (TEMPLATE = pg_catalog.simple);
            CREATE TABLE "Web ""Shop\""".same (id int);
            """;

    @PostgresTest
    void scriptsMoveThemAndTakeThemBack(TestDatabase database) {
        database.execute(OBJECTS + NEIGHBOURS);
        ClientProgram psql = ClientProgram.psql();
        Goals.on(database, output).generate(AMONG_NEIGHBOURS, Optional.empty());
        List<String> start = RawCatalog.rows(database);
        String there = IN_SCHEMA.formatted("\"Web \"\"Shop\"\"\"");

        assertThat(run(psql, database, "migrate.sql")).doesNotContain("ERROR");
        assertThat(database.query(there)).containsExactly("13");
        assertThat(run(psql, database, "migrate.sql")).contains("already applied");

        assertThat(run(psql, database, "rollback.sql")).doesNotContain("ERROR");
        assertThat(RawCatalog.difference(start, RawCatalog.rows(database))).isEmpty();
        assertThat(run(psql, database, "rollback.sql")).contains("already applied");
    }

    @PostgresTest
    void aScriptSaysWhichOfThemIsGoneAndWhichNameIsTaken(TestDatabase database) {
        database.execute(OBJECTS + NEIGHBOURS);
        ClientProgram psql = ClientProgram.psql();
        Goals.on(database, output).generate(AMONG_NEIGHBOURS, Optional.empty());
        database.execute("""
                DROP OPERATOR |*| (NONE, amount);
                DROP CONVERSION coded;
                CREATE AGGREGATE "Web ""Shop\""".nothing(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
                CREATE FUNCTION "Web ""Shop\""".same(amount, amount) RETURNS boolean LANGUAGE sql AS 'SELECT true';
                CREATE OPERATOR "Web ""Shop\""".|*| (LEFTARG = amount, RIGHTARG = amount, FUNCTION = "Web ""Shop\""".same);
                CREATE OPERATOR FAMILY "Web ""Shop\"""."Money ops" USING btree;
                CREATE COLLATION "Web ""Shop\"""."German 😀" (LOCALE = 'C');
                CREATE TEXT SEARCH CONFIGURATION "Web ""Shop\""".plain (PARSER = public.plain);
                """);
        List<String> start = RawCatalog.rows(database);

        assertThat(run(psql, database, "migrate.sql"))
                .contains(
                        "(8 of 16 objects); nothing was changed:",
                        "operator public.|*|(NONE, public.amount) is not there",
                        "conversion public.coded is not there",
                        "routine \"Web \"\"Shop\"\"\".nothing() is there already",
                        "routine \"Web \"\"Shop\"\"\".same(public.amount, public.amount) is there already",
                        "operator \"Web \"\"Shop\"\"\".|*|(public.amount, public.amount) is there already",
                        "operator family \"Web \"\"Shop\"\"\".\"Money ops\" using btree is there already",
                        "collation \"Web \"\"Shop\"\"\".\"German 😀\" is there already",
                        "text search configuration \"Web \"\"Shop\"\"\".plain is there already");
        assertThat(RawCatalog.difference(start, RawCatalog.rows(database))).isEmpty();
    }

    private static MappingBuilder mapping(String amount) {
        return new MappingBuilder()
                .entries(
                        EntryKind.OPERATORS,
                        "Web \"Shop\"",
                        "|\\*|(" + amount + ", " + amount + ")",
                        "|\\*|(NONE, " + amount + ")")
                .entries(EntryKind.OPERATOR_CLASSES, "Web \"Shop\"", "Money *")
                .entries(EntryKind.COLLATIONS, "Web \"Shop\"", "German 😀")
                .entries(EntryKind.CONVERSIONS, "Web \"Shop\"", "coded")
                .entries(EntryKind.TEXT_SEARCH, "Web \"Shop\"", "plain")
                .routines("Web \"Shop\"", "same(" + amount + ", " + amount + ")", "not_at_all", "nothing")
                .types("Web \"Shop\"", "amount")
                .tables("crm", "prices");
    }

    /** What psql says of a script. */
    private String run(ClientProgram psql, TestDatabase database, String script) {
        return psql.script(database, output.resolve(script)).text();
    }

    @PostgresTest
    void aNameThatIsTakenInTheTargetIsRefused(TestDatabase database) {
        database.execute(OBJECTS + """
                CREATE SCHEMA "Web ""Shop\""";
                CREATE FUNCTION mixed(amount, int) RETURNS boolean LANGUAGE sql AS 'SELECT true';
                CREATE OPERATOR "Web ""Shop\""".|*| (LEFTARG = amount, RIGHTARG = amount, FUNCTION = same);
                CREATE OPERATOR "Web ""Shop\""".|*| (LEFTARG = amount, RIGHTARG = int, FUNCTION = mixed);
                """);
        List<String> rows = RawCatalog.rows(database);
        assertThatThrownBy(() -> Goals.on(database, output).migrate(ALL))
                .isInstanceOfSatisfying(
                        GoalStoppedException.class,
                        e -> assertThat(e.findings())
                                .filteredOn(Finding::isError)
                                .extracting(f -> f.code() + " " + f.subject())
                                .containsExactly(
                                        FindingCode.NAME_CLASH + " operator public.|*|(public.amount, public.amount)"));
        assertThat(RawCatalog.difference(rows, RawCatalog.rows(database))).isEmpty();
    }

    @PostgresTest
    void eachNeedsTheRightsOfItsOwnerAndParsersASuperuser(TestDatabase database) {
        String role = "owner_" + database.name();
        database.execute(
                OBJECTS + "CREATE ROLE " + role + " LOGIN; GRANT CREATE ON DATABASE " + database.name() + " TO "
                        + role + "; ALTER OPERATOR |*| (amount, amount) OWNER TO " + role
                        + "; GRANT CREATE ON SCHEMA public TO "
                        + role);
        try {
            assertThatThrownBy(() -> Goals.on(database, output).as(role).migrate(ALL))
                    .isInstanceOfSatisfying(
                            GoalStoppedException.class,
                            e -> assertThat(e.findings())
                                    .filteredOn(f -> f.code() == FindingCode.OWNER_RIGHTS_MISSING)
                                    .extracting(Finding::subject)
                                    .contains(
                                            "operator public.|*|(NONE, public.amount)",
                                            "operator class public.\"Money ops\" using btree",
                                            "collation public.\"German 😀\"",
                                            "conversion public.coded",
                                            "text search parser public.plain",
                                            "text search template public.plain")
                                    .doesNotContain("operator public.|*|(public.amount, public.amount)"));
        } finally {
            database.execute("ALTER OPERATOR |*| (amount, amount) OWNER TO postgres; DROP OWNED BY " + role
                    + "; DROP ROLE " + role);
        }
    }
}
