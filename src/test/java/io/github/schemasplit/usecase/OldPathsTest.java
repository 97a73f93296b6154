package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.plan.AlterSearchPath;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Old names without a schema go on working by the search_path of the database and of roles, as long as it is wanted. */
class OldPathsTest {
    private static final String SETTINGS = "SELECT coalesce(setrole::regrole::text, '-') || ': ' || setconfig::text"
            + " FROM pg_db_role_setting AS s LEFT JOIN pg_database AS d ON d.oid = s.setdatabase"
            + " WHERE coalesce(d.datname, current_database()) = current_database() ORDER BY s.setdatabase = 0, 1";

    @TempDir
    private Path output;

    private static MappingBuilder mapping() {
        return new MappingBuilder()
                .compatibility(Compatibility.SEARCH_PATH)
                .tables("shop", "orders")
                .tables("people", "customers");
    }

    private static void withTables(TestDatabase database, Runnable test) {
        database.execute("""
                CREATE ROLE paths_app LOGIN; CREATE ROLE paths_plain LOGIN; CREATE ROLE paths_other LOGIN; CREATE ROLE paths_here LOGIN;
                CREATE SCHEMA ext;
                CREATE TABLE orders (id int PRIMARY KEY, n int);
                CREATE TABLE customers (id int PRIMARY KEY, name text);
                CREATE TABLE ext.notes (id int);
                INSERT INTO orders VALUES (1, 1), (2, 2);
                GRANT USAGE ON SCHEMA public TO PUBLIC;
                GRANT SELECT ON orders, customers TO PUBLIC;
                ALTER ROLE paths_app SET work_mem = '1MB';
                ALTER ROLE paths_app SET search_path = ext, "public", "a ""b";
                ALTER ROLE paths_other SET search_path = ext;
                """);
        database.execute("ALTER ROLE paths_here IN DATABASE " + database.name() + " SET search_path = public, ext;"
                + "ALTER ROLE paths_here IN DATABASE " + database.name() + " SET work_mem = '2MB'");
        try {
            test.run();
        } finally {
            database.execute("DROP OWNED BY paths_app, paths_plain, paths_other, paths_here CASCADE;"
                    + "DROP ROLE paths_app, paths_plain, paths_other, paths_here");
        }
    }

    /** What a new session of a role gets, or the server's message. */
    private static String asked(TestDatabase database, String role, String query) {
        try (Connection connection =
                        DriverManager.getConnection(database.url().replace("user=postgres", "user=" + role));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    private static Contract.Result contract(Goals goals, Duration grace, String... names) {
        Contract.Terms terms = new Contract.Terms(List.of(names), false, grace, Duration.ZERO);
        return new Contract(goals.workplace(), terms, Goals.PERSISTENCE, ChangeListener.NONE).run();
    }

    private static List<String> statements(List<Operation> operations) {
        return operations.stream()
                .filter(AlterSearchPath.class::isInstance)
                .map(operation -> operation.statement().sql())
                .toList();
    }

    @PostgresTest
    void sessionsThatBeginAfterwardsFindWhatMovedUntilItIsTakenBack(TestDatabase database) {
        withTables(database, () -> {
            Goals goals = Goals.on(database, output);
            List<String> settings = database.query(SETTINGS);
            List<String> rows = RawCatalog.rows(database);
            assertThat(statements(goals.analyze(mapping()).plan().operations()))
                    .containsExactly(
                            "ALTER DATABASE " + database.name() + " SET search_path TO \"$user\", public, shop, people",
                            "ALTER ROLE paths_app IN DATABASE " + database.name()
                                    + " SET search_path TO ext, public, shop, people, \"a \"\"b\"",
                            "ALTER ROLE paths_here IN DATABASE " + database.name()
                                    + " SET search_path TO public, shop, people, ext");
            goals.migrate(mapping());
            for (String role : List.of("paths_app", "paths_plain", "paths_here")) {
                assertThat(asked(database, role, "SELECT count(*) FROM orders")).isEqualTo("2");
                assertThat(asked(database, role, "SELECT count(*) FROM customers"))
                        .isEqualTo("0");
            }
            assertThat(asked(database, "paths_other", "SELECT count(*) FROM orders"))
                    .contains("does not exist");
            assertThat(asked(database, "paths_here", "SHOW work_mem")).isEqualTo("2MB");
            assertThat(goals.verify(Goals.parsed(mapping().build()), Expectation.MIGRATED)
                            .findings())
                    .isEmpty();
            assertThat(goals.analyze(mapping()).plan().isEmpty()).isTrue();

            goals.rollback();
            assertThat(database.query(SETTINGS)).isEqualTo(settings);
            assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                    .isEmpty();
            assertThat(goals.verify(Goals.parsed(mapping().build()), Expectation.ORIGINAL)
                            .findings())
                    .isEmpty();
        });
    }

    @PostgresTest
    void theHelpEndsOnceNothingUsesItAndComesBack(TestDatabase database) {
        withTables(database, () -> {
            database.execute("CREATE FUNCTION counted() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM orders'");
            Goals goals = Goals.on(database, output);
            List<String> settings = database.query(SETTINGS);
            goals.migrate(mapping().routineBodies(RoutineBodies.REPORT));
            List<String> migrated = database.query(SETTINGS);

            GoalStoppedException young =
                    catchThrowableOfType(GoalStoppedException.class, () -> contract(goals, Duration.ofHours(1)));
            assertThat(young).hasMessageContaining("the search_path of database " + database.name());
            GoalStoppedException used =
                    catchThrowableOfType(GoalStoppedException.class, () -> contract(goals, Duration.ZERO));
            assertThat(used.findings().stream().map(f -> f.subject() + ": " + f.message()))
                    .containsExactly("table shop.orders: it is used without its schema by routine public.counted()");
            assertThat(contract(goals, Duration.ZERO, "orders").applied()).isEmpty();
            assertThat(database.query(SETTINGS)).isEqualTo(migrated);

            database.execute("DROP FUNCTION counted()");
            assertThat(contract(goals, Duration.ZERO).plan().searchPaths()).hasSize(3);
            assertThat(asked(database, "paths_plain", "SELECT count(*) FROM orders"))
                    .contains("does not exist");
            assertThat(asked(database, "paths_plain", "SHOW search_path")).isEqualTo("\"$user\", public");
            assertThat(contract(goals, Duration.ZERO).applied()).isEmpty();
            goals.rollback();
            assertThat(database.query(SETTINGS)).isEqualTo(migrated);
            goals.rollback();
            assertThat(database.query(SETTINGS)).isEqualTo(settings);
        });
    }

    @PostgresTest
    void whatOthersSetMeanwhileStays(TestDatabase database) {
        withTables(database, () -> {
            Goals goals = Goals.on(database, output);
            goals.migrate(mapping());
            database.execute("ALTER ROLE paths_here IN DATABASE " + database.name() + " SET search_path = mine, shop");
            database.execute("ALTER DATABASE " + database.name() + " SET work_mem = '3MB'");
            assertThat(goals.rollbackByForce().left())
                    .contains("role paths_here has another search_path now, which stays");
            assertThat(database.query(SETTINGS))
                    .containsExactly(
                            "-: {work_mem=3MB}",
                            "paths_here: {\"search_path=mine, shop\",work_mem=2MB}",
                            "paths_app: {work_mem=1MB,\"search_path=ext, public, \\\"a \\\"\\\"b\\\"\"}",
                            "paths_other: {search_path=ext}");
        });
    }

    @PostgresTest
    void batchesAddSchemaBySchema(TestDatabase database) {
        withTables(database, () -> {
            Goals goals = Goals.on(database, output);
            List<String> settings = database.query(SETTINGS);
            Migrate.Result result = new Migrate(
                            goals.workplace(),
                            AllowedHazards.NONE,
                            Batching.ofLocks(1),
                            Goals.PERSISTENCE,
                            ChangeListener.NONE)
                    .run(Goals.parsed(mapping().build()));
            assertThat(result.batches()).hasSizeGreaterThan(1);
            assertThat(asked(database, "paths_here", "SHOW search_path")).isEqualTo("public, shop, people, ext");
            goals.rollback();
            assertThat(database.query(SETTINGS)).isEqualTo(settings);
        });
    }

    @PostgresTest
    void scriptsDoTheSameInADatabaseOfAnyName(TestDatabase database) {
        ClientProgram psql = ClientProgram.psql();
        withTables(database, () -> {
            Goals goals = Goals.on(database, output);
            List<String> settings = database.query(SETTINGS);
            assertThat(goals.generate(Goals.parsed(mapping().build()), Optional.empty()))
                    .hasSize(4);
            run(psql, database, "migrate.sql", "");
            assertThat(asked(database, "paths_app", "SHOW search_path"))
                    .isEqualTo("ext, public, shop, people, \"a \"\"b\"");
            database.execute("ALTER DATABASE " + database.name() + " SET search_path = mine");
            run(psql, database, "contract.sql", "the database has the search_path mine");
            run(psql, database, "rollback.sql", "the database has the search_path mine");
            database.execute(
                    "ALTER DATABASE " + database.name() + " SET search_path = \"$user\", public, shop, people");
            run(psql, database, "rollback.sql", "");
            assertThat(database.query(SETTINGS)).isEqualTo(settings);
            run(psql, database, "migrate.sql", "");
            run(psql, database, "contract.sql", "");
            assertThat(database.query(SETTINGS)).isEqualTo(settings);
            run(psql, database, "rollback.sql", "");
            assertThat(database.query(SETTINGS)).isEqualTo(settings);
        });
    }

    @PostgresTest
    void aScriptDoesNotWriteAPathThatHoldsNoMore(TestDatabase database) {
        ClientProgram psql = ClientProgram.psql();
        withTables(database, () -> {
            Goals.on(database, output).generate(Goals.parsed(mapping().build()), Optional.empty());
            database.execute("ALTER ROLE paths_app SET search_path = public, other");
            run(psql, database, "migrate.sql", "role paths_app has by other settings the search_path public, other");
            database.execute("ALTER ROLE paths_app SET search_path = ext, public, \"a \"\"b\"");
            database.execute("ALTER ROLE postgres IN DATABASE " + database.name() + " SET search_path = public");
            run(
                    psql,
                    database,
                    "migrate.sql",
                    "the database has by other settings a search_path that this session does not know");
            database.execute("ALTER ROLE postgres IN DATABASE " + database.name() + " RESET search_path");
            run(psql, database, "migrate.sql", "");
        });
    }

    @PostgresTest
    void onlyPathsThatEndCountForTheirEnd(TestDatabase database) {
        withTables(database, () -> {
            Goals goals = Goals.on(database, output);
            goals.migrate(mapping());
            database.execute(
                    "ALTER ROLE paths_other SET search_path = shop, people;"
                            + "CREATE FUNCTION own() RETURNS bigint LANGUAGE sql SET search_path = shop AS 'SELECT count(*) FROM orders'");
            assertThat(contract(goals, Duration.ZERO).plan().searchPaths()).hasSize(3);
            assertThat(asked(database, "paths_other", "SHOW search_path")).isEqualTo("shop, people");
        });
    }

    @PostgresTest
    void aRolesPathDoesNotHideThatTheDatabasesIsUsed(TestDatabase database) {
        withTables(database, () -> {
            database.execute("ALTER ROLE paths_app RESET search_path;"
                    + "ALTER ROLE paths_here IN DATABASE " + database.name() + " RESET search_path;"
                    + "CREATE SCHEMA paths_plain; CREATE TABLE paths_plain.orders (id int);"
                    + "CREATE FUNCTION counted() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM orders';"
                    + "ALTER ROLE paths_plain IN DATABASE " + database.name() + " SET search_path = \"$user\", public");
            Goals goals = Goals.on(database, output);
            goals.migrate(mapping().routineBodies(RoutineBodies.REPORT));
            GoalStoppedException used =
                    catchThrowableOfType(GoalStoppedException.class, () -> contract(goals, Duration.ZERO));
            assertThat(used.findings()).extracting(Finding::subject).contains("table shop.orders");
        });
    }

    @PostgresTest
    void aSchemaThatOthersMayFillIsNotPutIntoThePath(TestDatabase database) {
        withTables(database, () -> {
            database.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC; CREATE SCHEMA shop;"
                    + "GRANT USAGE, CREATE ON SCHEMA shop TO paths_other");
            assertThat(Goals.on(database, output).analyze(mapping()).findings())
                    .filteredOn(f -> f.code() == FindingCode.SEARCH_PATH_OPEN)
                    .singleElement()
                    .returns(true, Finding::isError)
                    .returns("schema shop", Finding::subject)
                    .extracting(Finding::message)
                    .asString()
                    .contains("paths_other may make something there");
            database.execute("GRANT CREATE ON SCHEMA public TO paths_other");
            assertThat(Goals.on(database, output).analyze(mapping()).findings())
                    .noneMatch(f -> f.code() == FindingCode.SEARCH_PATH_OPEN);
        });
    }

    @PostgresTest
    void aSchemaThatARoleFindsByItsOwnNameIsRefused(TestDatabase database) {
        withTables(database, () -> {
            database.execute("CREATE SCHEMA paths_plain; CREATE TABLE paths_plain.orders (id int)");
            MappingBuilder mapping = new MappingBuilder()
                    .source("paths_plain")
                    .compatibility(Compatibility.SEARCH_PATH)
                    .tables("shop", "orders");
            assertThat(Goals.on(database, output).analyze(mapping).findings())
                    .filteredOn(f -> f.code() == FindingCode.SEARCH_PATH_NOT_SET)
                    .singleElement()
                    .extracting(Finding::message)
                    .asString()
                    .contains("role paths_plain finds schema paths_plain by \"$user\"");
        });
    }

    private void run(ClientProgram psql, TestDatabase database, String script, String refusal) {
        ClientProgram.Outcome outcome = psql.script(database, output.resolve(script));
        assertThat(outcome.exitCode()).as(outcome.text()).isEqualTo(refusal.isEmpty() ? 0 : 3);
        assertThat(outcome.text()).contains(refusal);
    }

    @PostgresTest
    void aNameThatWouldMeanSomethingElseIsRefused(TestDatabase database) {
        withTables(database, () -> {
            database.execute("""
                    CREATE SCHEMA shop; CREATE TABLE shop.notes (id int); CREATE TABLE shop.customers (id int);
                    CREATE FUNCTION ext.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
                    CREATE FUNCTION shop.f(bigint) RETURNS int LANGUAGE sql AS 'SELECT 2';
                    CREATE FUNCTION shop.lower(int) RETURNS int LANGUAGE sql AS 'SELECT 2';
                    CREATE TABLE shop.unseen (id int);
                    CREATE TYPE ext.state AS ENUM ('new'); CREATE TABLE shop.state (id int);
                    """);
            assertThat(Goals.on(database, output).analyze(mapping()).findings())
                    .filteredOn(f -> f.code() == FindingCode.SEARCH_PATH_AMBIGUOUS)
                    .allMatch(Finding::isError)
                    .extracting(Finding::message)
                    .containsExactlyInAnyOrder(
                            "by a search_path that finds what moves, bare customers would mean table shop.customers,"
                                    + " and means table public.customers now",
                            "by a search_path that finds what moves, bare notes would mean table shop.notes, and means table ext.notes now",
                            "by a search_path that finds what moves, bare state would mean type shop.state, and means type ext.state now",
                            "by a search_path that finds what moves, bare f would mean routine shop.f(bigint) too",
                            "by a search_path that finds what moves, bare lower would mean routine shop.lower(integer) too");
        });
    }

    @PostgresTest
    void whoMayNotSetThePathOfTheDatabaseIsTold(TestDatabase database) {
        withTables(database, () -> {
            database.execute("ALTER TABLE orders OWNER TO paths_plain; ALTER TABLE customers OWNER TO paths_plain;"
                    + "GRANT CREATE ON DATABASE " + database.name()
                    + " TO paths_plain; GRANT CREATE ON SCHEMA public TO paths_plain");
            assertThat(Goals.on(database, output)
                            .as("paths_plain")
                            .analyze(mapping())
                            .findings())
                    .filteredOn(f -> f.code() == FindingCode.SEARCH_PATH_NOT_SET)
                    .singleElement()
                    .returns(true, Finding::isError)
                    .satisfies(f -> assertThat(f.remedy()).endsWith("(schema.compatibility=none)"))
                    .extracting(Finding::message)
                    .asString()
                    .contains("has not the rights of the database's owner, role postgres");
            assertThat(Goals.on(database, output)
                            .as("paths_here")
                            .analyze(mapping())
                            .findings())
                    .filteredOn(f -> f.code() == FindingCode.SEARCH_PATH_NOT_SET)
                    .singleElement()
                    .extracting(Finding::message)
                    .asString()
                    .contains("is not known");
        });
    }
}
