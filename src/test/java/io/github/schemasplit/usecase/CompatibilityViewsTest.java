package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.Unmapped;
import io.github.schemasplit.testing.AccessMatrix;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/** Old names go on working through views, and give everybody what the new names give. */
class CompatibilityViewsTest {
    private static final int INVOKER_VIEWS = 15;

    @TempDir
    private Path output;

    private static MappingBuilder mapping() {
        return new MappingBuilder().compatibility(Compatibility.VIEWS);
    }

    private static final String OPEN_BY_DEFAULT = """
            CREATE ROLE view_anon; CREATE ROLE view_app; CREATE ROLE view_owner; CREATE ROLE view_member; CREATE ROLE view_nobody;
            GRANT view_app TO view_member;
            GRANT USAGE ON SCHEMA public TO PUBLIC;
            GRANT CREATE ON SCHEMA public TO view_owner;
            CREATE TABLE plain (id int PRIMARY KEY, n int);
            CREATE TABLE granted (id int PRIMARY KEY, n int);
            CREATE TABLE one_column (id int PRIMARY KEY, n int);
            CREATE TABLE revoked_from_owner (id int PRIMARY KEY, n int);
            CREATE TABLE to_everybody (id int PRIMARY KEY, n int);
            INSERT INTO plain SELECT n, n FROM generate_series(1, 4) AS n;
            INSERT INTO granted SELECT * FROM plain;
            INSERT INTO one_column SELECT * FROM plain;
            INSERT INTO revoked_from_owner SELECT * FROM plain;
            INSERT INTO to_everybody SELECT * FROM plain;
            GRANT SELECT, INSERT, UPDATE, DELETE ON granted TO view_app;
            GRANT SELECT ON granted TO view_anon WITH GRANT OPTION;
            GRANT SELECT (id) ON one_column TO view_anon;
            GRANT UPDATE (n), SELECT (id, n) ON one_column TO view_app;
            GRANT SELECT, UPDATE ON to_everybody TO PUBLIC;
            ALTER TABLE granted OWNER TO view_owner;
            ALTER TABLE revoked_from_owner OWNER TO view_owner;
            REVOKE INSERT, UPDATE, DELETE ON revoked_from_owner FROM view_owner;
            ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO view_anon;
            ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC;
            """;

    private static final String ROW_SECURITY = """
            CREATE TABLE rows_of_one (id int PRIMARY KEY, n int);
            INSERT INTO rows_of_one SELECT * FROM plain;
            REVOKE ALL ON rows_of_one FROM PUBLIC, view_anon;
            GRANT SELECT, UPDATE ON rows_of_one TO view_anon;
            ALTER TABLE rows_of_one ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON rows_of_one TO view_anon USING (id::text = current_setting('request.jwt.claims', true));
            """;

    private static void withRoles(TestDatabase database, Runnable test) {
        database.execute(OPEN_BY_DEFAULT + ROW_SECURITY);
        try {
            test.run();
        } finally {
            database.execute("DROP OWNED BY view_anon, view_app, view_owner, view_member, view_nobody;"
                    + "DROP ROLE view_anon, view_app, view_owner, view_member, view_nobody");
        }
    }

    @PostgresTest
    void nobodyCanDoMoreOrLessByEitherNameWhateverDefaultPrivilegesSay(TestDatabase database) {
        withRoles(database, () -> {
            List<AccessMatrix.Asker> askers = List.of(
                    new AccessMatrix.Asker("postgres"),
                    new AccessMatrix.Asker("view_owner"),
                    new AccessMatrix.Asker("view_anon"),
                    new AccessMatrix.Asker("view_anon", "2"),
                    new AccessMatrix.Asker("view_app"),
                    new AccessMatrix.Asker("view_member"),
                    new AccessMatrix.Asker("view_nobody"));
            Map<String, String> old = new TreeMap<>();
            Map<String, String> young = new TreeMap<>();
            for (String table :
                    List.of("plain", "granted", "one_column", "revoked_from_owner", "to_everybody", "rows_of_one")) {
                old.put(table, "public." + table);
                young.put(table, "shop." + table);
            }
            boolean invoker = database.server().major() >= INVOKER_VIEWS;
            MappingBuilder mapping = invoker
                    ? mapping().tables("shop", "*")
                    : mapping()
                            .tables("shop", "*")
                            .compatibility("shop", Compatibility.NONE, "rows_of_one", "revoked_from_owner");
            if (!invoker) {
                old.keySet().removeAll(Set.of("rows_of_one", "revoked_from_owner"));
            }
            Map<String, String> before = AccessMatrix.of(database, askers, old);
            assertThat(before.get("view_anon  | one_column | select first column"))
                    .isEqualTo("4 rows");
            assertThat(before.get("view_anon  | one_column | select all")).isEqualTo(AccessMatrix.REFUSED);
            List<String> rows = RawCatalog.rows(database);
            Goals goals = Goals.on(database, output);
            goals.migrate(mapping);
            assertThat(goals.verify(Goals.parsed(mapping.build()), Expectation.MIGRATED)
                            .findings())
                    .isEmpty();
            assertThat(AccessMatrix.difference(before, AccessMatrix.of(database, askers, old)))
                    .isEmpty();
            if (!invoker) {
                young.keySet().removeAll(Set.of("rows_of_one", "revoked_from_owner"));
            }
            assertThat(AccessMatrix.difference(before, AccessMatrix.of(database, askers, young)))
                    .isEmpty();
            goals.rollback();
            assertThat(AccessMatrix.difference(before, AccessMatrix.of(database, askers, old)))
                    .isEmpty();
            assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                    .isEmpty();
        });
    }

    @PostgresTest
    void whatWasDoneByTheOldNameCanBeDoneByIt(TestDatabase database) {
        database.execute("""
                CREATE TABLE "Order ""Items\""" (
                    "Größe" int, id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, told text DEFAULT 'by default',
                    dropped int, "select" int GENERATED ALWAYS AS (2 * "Größe") STORED, at timestamptz DEFAULT now());
                ALTER TABLE "Order ""Items\""" DROP COLUMN dropped;
                COMMENT ON TABLE "Order ""Items\""" IS 'what was ordered';
                CREATE TABLE parted (id int, n int) PARTITION BY LIST (id);
                CREATE TABLE parted_1 PARTITION OF parted FOR VALUES IN (1);
                CREATE TABLE parted_2 PARTITION OF parted FOR VALUES IN (2);
                CREATE VIEW seen AS SELECT id, n FROM parted;
                CREATE MATERIALIZED VIEW stored AS SELECT id, n FROM parted;
                CREATE TABLE "%s" (a int);
                """.formatted("x".repeat(63)));
        MappingBuilder mapping = mapping().tables("shop", "*").compatibility("shop", Compatibility.VIEWS, "parted_2");
        Goals goals = Goals.on(database, output);
        List<String> rows = RawCatalog.rows(database);
        goals.migrate(mapping);
        assertThat(database.query(
                        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'"
                                + " ORDER BY relname"))
                .containsExactly("Order \"Items\"", "parted", "parted_2", "seen", "stored", "x".repeat(63));
        assertThat(
                        database.query(
                                "INSERT INTO \"Order \"\"Items\"\"\" (\"Größe\") VALUES (1), (2) RETURNING id, told, \"select\""))
                .containsExactly("1|by default|2", "2|by default|4");
        database.execute(
                "INSERT INTO \"Order \"\"Items\"\"\" VALUES (3, 2) ON CONFLICT (id) DO UPDATE SET \"Größe\" = 7;"
                        + "UPDATE \"Order \"\"Items\"\"\" SET told = 'changed' WHERE id = 1;"
                        + "INSERT INTO parted VALUES (1, 1), (2, 2); INSERT INTO parted_2 VALUES (2, 3);");
        assertThat(database.query(
                        "SELECT * FROM (TABLE \"Order \"\"Items\"\"\") AS r (a, b, c, d) WHERE b = 2 FOR UPDATE"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("7|2|by default|14|");
        assertThat(
                        database.query(
                                "SELECT (SELECT count(*) FROM seen), (SELECT count(*) FROM public.parted_2), (SELECT count(*) FROM stored)"))
                .containsExactly("3|2|0");
        assertThat(goals.analyze(mapping).plan().isEmpty()).isTrue();
        assertThat(goals.verify(Goals.parsed(mapping.build()), Expectation.MIGRATED)
                        .findings())
                .isEmpty();
        goals.rollback();
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                .isEmpty();
    }

    @PostgresTest
    void aViewThatSomethingNeedsIsToldOfBeforeARollbackDropsIt(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int)");
        Goals goals = Goals.on(database, output);
        ObjectStates states = goals.states();
        goals.migrate(mapping().tables("shop", "orders"));
        database.execute("CREATE VIEW public.reported AS SELECT count(*) FROM public.orders");
        assertThatThrownBy(goals::rollback)
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContaining("view public.orders stays, since view public.reported needs it")
                .hasMessageContaining("table shop.orders stays");
        database.execute("DROP VIEW public.reported");
        goals.rollback();
        assertThat(goals.states()).isEqualTo(states);
    }

    @PostgresTest
    void aViewThatIsGoneAlreadyIsNotMissedByARollback(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int)");
        Goals goals = Goals.on(database, output);
        ObjectStates states = goals.states();
        goals.migrate(mapping().tables("shop", "orders"));
        database.execute("DROP VIEW public.orders");
        goals.rollback();
        assertThat(goals.states()).isEqualTo(states);
    }

    @PostgresTest
    void whatSomebodyAddedToAViewGoesWithIt(TestDatabase database) {
        database.execute("CREATE ROLE view_other; CREATE TABLE orders (id int, n int);"
                + "CREATE FUNCTION fire() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'");
        try {
            Goals goals = Goals.on(database, output);
            List<String> rows = RawCatalog.rows(database);
            goals.migrate(mapping().tables("shop", "orders"));
            database.execute(
                    "GRANT SELECT ON public.orders TO view_other; COMMENT ON COLUMN public.orders.id IS 'said';"
                            + "ALTER VIEW public.orders ALTER n SET DEFAULT 1;"
                            + "CREATE TRIGGER fired INSTEAD OF INSERT ON public.orders FOR EACH ROW EXECUTE FUNCTION fire()");
            goals.rollback();
            assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                    .isEmpty();
        } finally {
            database.execute("DROP OWNED BY view_other; DROP ROLE view_other");
        }
    }

    @PostgresTest
    void rowSecurityThatIsEnabledUnderAViewWithItsOwnersRightsIsAnError(TestDatabase database) {
        withRoles(database, () -> {
            Goals goals = Goals.on(database, output);
            MappingBuilder mapping = mapping().tables("shop", "one_column");
            goals.migrate(mapping);
            database.execute("ALTER TABLE shop.one_column ENABLE ROW LEVEL SECURITY");
            assertThat(goals.verify(Goals.parsed(mapping.build()), Expectation.MIGRATED)
                            .findings())
                    .filteredOn(f -> f.code() == FindingCode.OLD_NAME_SHOWS_ROWS)
                    .singleElement()
                    .satisfies(f -> assertThat(f.isError()).isTrue())
                    .extracting(Finding::subject)
                    .isEqualTo("view public.one_column");
        });
    }

    @PostgresTest
    void whereNoViewIsExactTheMigrationIsRefusedAndSaysWhatElseThereIs(TestDatabase database) {
        withRoles(database, () -> {
            database.execute("GRANT SELECT (id) ON rows_of_one TO view_app");
            Goals goals = Goals.on(database, output);
            MappingBuilder mapping = mapping().tables("shop", "rows_of_one");
            assertThat(goals.analyze(mapping).findings())
                    .filteredOn(f -> f.code() == FindingCode.OLD_NAME_LOST)
                    .singleElement()
                    .satisfies(f -> {
                        assertThat(f.isError()).isTrue();
                        assertThat(f.subject()).isEqualTo("table public.rows_of_one");
                        assertThat(f.remedy()).contains("compatibility: { none: [rows_of_one] }");
                    });
            assertThatThrownBy(() -> goals.migrate(mapping)).isInstanceOf(GoalStoppedException.class);
            goals.migrate(
                    mapping().tables("shop", "rows_of_one").compatibility("shop", Compatibility.NONE, "rows_of_one"));
        });
    }

    @PostgresTest
    void theSecondMoveLeavesAViewTooAndTheFirstOneGoesOnWorking(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int); INSERT INTO orders VALUES (1)");
        Goals goals = Goals.on(database, output);
        List<String> rows = RawCatalog.rows(database);
        goals.migrate(mapping().tables("first", "orders"));
        MappingBuilder second = mapping().tables("first", "other*").tables("second", "orders");
        goals.migrate(second);
        assertThat(database.query("SELECT (SELECT count(*) FROM public.orders), (SELECT count(*) FROM first.orders),"
                        + " (SELECT count(*) FROM second.orders)"))
                .containsExactly("1|1|1");
        assertThat(goals.analyze(second).plan().isEmpty()).isTrue();
        goals.rollback();
        goals.rollback();
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                .isEmpty();
    }

    /** Array types are named by the server, and otherwise for a view than for the table that had its name. */
    @PostgresTest
    void tablesComeBackWhateverTheServerCallsTheTypesOfTheirViews(TestDatabase database) {
        database.execute(
                "CREATE TABLE a (id int); CREATE TABLE _a (id int); CREATE TABLE __a (id int); CREATE TABLE ___a (id int)");
        Goals goals = Goals.on(database, output);
        List<String> rows = RawCatalog.rows(database);
        for (MappingBuilder mapping : List.of(
                mapping().tables("one", "a", "__a").tables("two", "_a", "___a"),
                mapping().tables("one", "*"),
                mapping().tables("one", "_a", "__a").unmapped(new Unmapped.Keep()))) {
            goals.migrate(mapping);
            goals.rollback();
            assertThat(RawCatalog.difference(rows, RawCatalog.rowsBesideJournal(database)))
                    .isEmpty();
        }
    }

    /** That a table has a column of a type asks for no right on it; that a view is made with one does. */
    @PostgresTest
    void typesThatTheMakerOfTheViewsMayNotUseAreToldBefore(TestDatabase database) {
        String owner = database.name() + "_owner";
        database.execute("CREATE ROLE " + owner + " LOGIN; GRANT CREATE ON DATABASE " + database.name() + " TO " + owner
                + "; ALTER SCHEMA public OWNER TO " + owner + "; SET ROLE " + owner
                + "; CREATE DOMAIN cents AS int; CREATE DOMAIN code AS text; CREATE DOMAIN fine AS text"
                + "; CREATE TABLE orders (id int PRIMARY KEY, price cents, codes code[], fine fine)"
                + "; REVOKE ALL ON DOMAIN cents, code FROM PUBLIC, " + owner);
        Goals goals = Goals.on(database, output).as(owner);
        ParsedMapping mapping = Goals.parsed(mapping().tables("shop", "orders").build());
        GoalStoppedException refused = catchThrowableOfType(GoalStoppedException.class, () -> goals.migrate(mapping));
        assertThat(refused.findings())
                .filteredOn(Finding::isError)
                .extracting(finding -> finding.code() + " " + finding.remedy())
                .containsExactly(
                        "TYPE_PRIVILEGE_MISSING let role " + owner
                                + " or a superuser run: GRANT USAGE ON TYPE public.cents TO " + owner + ";",
                        "TYPE_PRIVILEGE_MISSING let role " + owner
                                + " or a superuser run: GRANT USAGE ON TYPE public.code TO " + owner + ";");
        database.execute("GRANT USAGE ON TYPE public.cents, public.code TO " + owner);
        assertThat(goals.migrate(mapping).migration()).isPresent();
    }
}
