package io.github.schemasplit.usecase;

import static io.github.schemasplit.usecase.ViewLimitCase.failing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.analysis.Evidence;
import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.LimitHit;
import io.github.schemasplit.analysis.TableVerdict;
import io.github.schemasplit.analysis.Verdict;
import io.github.schemasplit.analysis.ViewLimit;
import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.report.AnalysisReport;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What a view under an old name can not do, done on real servers: each was told beforehand, and nothing was told that works. */
class ViewLimitsTest {
    private static final String TABLES = """
            CREATE TABLE t (id serial PRIMARY KEY, a int, b text, c int CONSTRAINT t_c UNIQUE,
                CONSTRAINT t_d UNIQUE (a) DEFERRABLE);
            INSERT INTO t (a, b, c) SELECT i, 'b' || i, i FROM generate_series(1, 20) AS i;
            CREATE INDEX t_i ON t (b);
            CREATE FUNCTION tg() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tg();
            CREATE TABLE u (id int PRIMARY KEY, t int); INSERT INTO u SELECT i, i FROM generate_series(1, 20) AS i;
            CREATE TABLE "Old ""One"" x" (id int); CREATE TABLE young () INHERITS ("Old ""One"" x");
            INSERT INTO "Old ""One"" x" VALUES (1); INSERT INTO young VALUES (2);
            CREATE TABLE parts (id int) PARTITION BY LIST (id);
            CREATE VIEW v AS SELECT id, a FROM t;
            CREATE MATERIALIZED VIEW m AS SELECT id, a FROM t;
            CREATE FUNCTION f(r t) RETURNS int LANGUAGE sql AS 'SELECT r.a';
            CREATE FUNCTION fs(rs t[]) RETURNS int LANGUAGE sql AS 'SELECT 1';
            CREATE FUNCTION first() RETURNS t LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
            CREATE PUBLICATION p FOR TABLE u;
            CREATE SCHEMA extra;
            CREATE TABLE extra.moved AS
                SELECT 't'::regclass::oid AS t, 'v'::regclass::oid AS v, 'young'::regclass::oid AS young;
            CREATE FUNCTION extra.rows_of(relation oid) RETURNS int LANGUAGE plpgsql AS
                'DECLARE n int; BEGIN EXECUTE format(''SELECT count(*) FROM %s'', relation::regclass) INTO n; RETURN n; END';
            """;

    private static final String VIEWS = """
            CREATE SCHEMA x;
            ALTER TABLE t SET SCHEMA x; ALTER TABLE "Old ""One"" x" SET SCHEMA x; ALTER TABLE young SET SCHEMA x;
            ALTER TABLE parts SET SCHEMA x; ALTER VIEW v SET SCHEMA x; ALTER MATERIALIZED VIEW m SET SCHEMA x;
            CREATE VIEW t WITH (security_invoker = true) AS SELECT id, a, b, c FROM x.t;
            ALTER VIEW t ALTER COLUMN id SET DEFAULT nextval('x.t_id_seq');
            CREATE VIEW "Old ""One"" x" WITH (security_invoker = true) AS SELECT id FROM x."Old ""One"" x";
            CREATE VIEW young WITH (security_invoker = true) AS SELECT id FROM x.young;
            CREATE VIEW parts WITH (security_invoker = true) AS SELECT id FROM x.parts;
            CREATE VIEW v WITH (security_invoker = true) AS SELECT id, a FROM x.v;
            CREATE VIEW m WITH (security_invoker = true) AS SELECT id, a FROM x.m;
            """;

    private static final List<ViewLimitCase> CASES = List.of(
            failing(ViewLimit.COPY, "t", "COPY public.t (a) FROM '/dev/null'"),
            failing(ViewLimit.COPY, "t", "EXECUTE 'COPY t TO ''/dev/null'''"),
            failing(ViewLimit.TRUNCATE, "t", "TRUNCATE u, public.t"),
            failing(
                    ViewLimit.ON_CONFLICT_ON_CONSTRAINT,
                    "t",
                    "INSERT INTO t (a, c) VALUES (1, 1) ON CONFLICT ON CONSTRAINT t_c DO NOTHING"),
            failing(
                    ViewLimit.MERGE,
                    "t",
                    "MERGE INTO public.t AS o USING u ON o.id = u.id WHEN MATCHED THEN UPDATE SET b = 'x'"),
            failing(ViewLimit.SYSTEM_COLUMN, "t", "PERFORM ctid FROM t"),
            failing(ViewLimit.SYSTEM_COLUMN, "t", "PERFORM o.xmin FROM public.t AS o"),
            failing(ViewLimit.SYSTEM_COLUMN, "t", "UPDATE t SET b = 'x' WHERE cmin::text <> '' AND cmax::text <> ''"),
            failing(
                    ViewLimit.SYSTEM_COLUMN,
                    "t",
                    "DECLARE made bool; BEGIN INSERT INTO t (a, c) VALUES (1, 1) ON CONFLICT (c) DO UPDATE SET b = 'x'"
                            + " RETURNING (xmax = 0) INTO made; END"),
            failing(ViewLimit.SYSTEM_COLUMN, "t", "PERFORM (SELECT max(u.id) FROM u WHERE t.tableoid > 0) FROM t"),
            failing(
                    ViewLimit.WHERE_CURRENT_OF,
                    "t",
                    "DECLARE k CURSOR FOR SELECT * FROM t FOR UPDATE; r record; BEGIN OPEN k; FETCH k INTO r;"
                            + " UPDATE t SET b = 'x' WHERE CURRENT OF k; END"),
            failing(
                    ViewLimit.GROUP_BY_PRIMARY_KEY,
                    "t",
                    "PERFORM t.id, b, count(*) FROM t JOIN u ON u.t = t.id GROUP BY t.id"),
            failing(ViewLimit.GROUP_BY_PRIMARY_KEY, "t", "PERFORM o.* FROM public.t AS o GROUP BY o.id"),
            failing(ViewLimit.GROUP_BY_PRIMARY_KEY, "t", "PERFORM id FROM t GROUP BY id ORDER BY t.b"),
            failing(ViewLimit.ROW_TYPE, "t", "PERFORM f(o) FROM t AS o"),
            failing(ViewLimit.ROW_TYPE, "t", "PERFORM t.f FROM public.t"),
            failing(ViewLimit.ROW_TYPE, "t", "PERFORM f(row(1, 2, 'x', 4)::public.t)"),
            failing(
                    ViewLimit.ROW_TYPE,
                    "t",
                    "DECLARE r public.t%ROWTYPE; BEGIN SELECT * INTO r FROM t LIMIT 1; PERFORM f(r); END"),
            failing(ViewLimit.ROW_TYPE, "t", "PERFORM fs(array_agg(o)) FROM t AS o"),
            failing(
                    ViewLimit.ROW_TYPE,
                    "t",
                    "DECLARE rs public.t[]; BEGIN SELECT array_agg(o) INTO rs FROM t AS o; PERFORM fs(rs); END"),
            failing(ViewLimit.ROW_TYPE, "t", "PERFORM CAST(first() AS public.t)"),
            failing(ViewLimit.TABLESAMPLE, "t", "PERFORM a FROM t AS o TABLESAMPLE system (50)"),
            new ViewLimitCase(
                    ViewLimit.ONLY,
                    "Old \"One\" x",
                    "DELETE FROM ONLY public.\"Old \"\"One\"\" x\"",
                    "SELECT extra.rows_of(young) = 1 FROM extra.moved"),
            failing(ViewLimit.DEFINITION, "t", "CREATE TABLE w (id int REFERENCES public.t)"),
            failing(ViewLimit.DEFINITION, "t", "ALTER TABLE u ADD FOREIGN KEY (t) REFERENCES t (id)"),
            failing(
                    ViewLimit.DEFINITION,
                    "t",
                    "CREATE TRIGGER tr2 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tg()"),
            failing(ViewLimit.DEFINITION, "t", "ALTER TABLE t DISABLE TRIGGER USER"),
            failing(ViewLimit.DEFINITION, "t", "DROP TRIGGER tr ON public.t"),
            failing(ViewLimit.DEFINITION, "t", "CREATE INDEX ON t (a, b)"),
            failing(ViewLimit.DEFINITION, "t", "DROP INDEX t_i"),
            failing(ViewLimit.DEFINITION, "t", "CREATE POLICY p ON t USING (true)"),
            failing(ViewLimit.DEFINITION, "t", "COMMENT ON TABLE t IS 'x'"),
            failing(ViewLimit.DEFINITION, "t", "ALTER TABLE public.t ADD COLUMN d int"),
            failing(ViewLimit.DEFINITION, "t", "CREATE STATISTICS s ON a, b FROM t"),
            failing(ViewLimit.DEFINITION, "t", "DROP TABLE t CASCADE"),
            failing(ViewLimit.DEFINITION, "parts", "CREATE TABLE parts1 PARTITION OF parts FOR VALUES IN (1)"),
            new ViewLimitCase(
                    ViewLimit.DEFINITION,
                    "t",
                    "CREATE TABLE extra.w (LIKE t INCLUDING ALL)",
                    "SELECT count(*) > 0 FROM pg_index WHERE indrelid = to_regclass('extra.w')"),
            new ViewLimitCase(
                    ViewLimit.GRANT,
                    "t",
                    "GRANT SELECT ON public.t TO pg_monitor",
                    "SELECT has_table_privilege('pg_monitor', t, 'SELECT') FROM extra.moved"),
            failing(ViewLimit.SET_CONSTRAINTS, "t", "SET CONSTRAINTS public.t_d DEFERRED"),
            new ViewLimitCase(
                    ViewLimit.MAINTENANCE, "t", "ANALYZE t", "SELECT count(*) > 0 FROM pg_stats WHERE tablename = 't'"),
            failing(ViewLimit.MAINTENANCE, "t", "REINDEX TABLE t"),
            failing(ViewLimit.LOGICAL_REPLICATION, "t", "ALTER PUBLICATION p ADD TABLE public.t"),
            failing(ViewLimit.REFRESH, "m", "REFRESH MATERIALIZED VIEW m"),
            new ViewLimitCase(
                    ViewLimit.VIEW_DEFINITION,
                    "v",
                    "CREATE OR REPLACE VIEW v AS SELECT id, t AS a FROM u",
                    "SELECT pg_get_viewdef(v) LIKE '%FROM u%' FROM extra.moved"),
            new ViewLimitCase(
                    ViewLimit.VIEW_DEFINITION,
                    "v",
                    "DROP VIEW IF EXISTS public.v",
                    "SELECT count(*) = 0 FROM pg_class AS c JOIN extra.moved AS o ON o.v = c.oid"),
            failing(ViewLimit.SEQUENCE, "t", "PERFORM nextval('public.t_id_seq'), currval('t_id_seq')"),
            failing(ViewLimit.SEQUENCE, "t", "PERFORM setval('t_id_seq'::regclass, 50)"),
            failing(ViewLimit.SEQUENCE, "t", "PERFORM last_value FROM t_id_seq"),
            new ViewLimitCase(
                    ViewLimit.SEQUENCE,
                    "t",
                    "CREATE TABLE extra.told AS SELECT pg_get_serial_sequence('public.t', 'id') AS sequence",
                    "SELECT sequence IS NOT NULL FROM extra.told"));

    /** What a view does as well as a table. */
    private static final List<String> SERVED = List.of(
            "LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE",
            "INSERT INTO t (a, c) VALUES (1, 1) ON CONFLICT (c) DO UPDATE SET b = excluded.b",
            "INSERT INTO public.t (a) VALUES (30)",
            "UPDATE public.t SET b = 'x' FROM u WHERE u.id = t.id",
            "DELETE FROM t WHERE id IN (SELECT t FROM u)",
            "PERFORM * FROM t FOR UPDATE",
            "PERFORM count(*) FROM ONLY public.t",
            "PERFORM t.id, max(t.b), count(*) FILTER (WHERE t.a > 1) FROM t GROUP BY t.id",
            "PERFORM t.id, t.b FROM t GROUP BY t.id, t.b",
            "PERFORM row_to_json(t), t FROM t",
            "DECLARE r public.t%ROWTYPE; BEGIN SELECT * INTO r FROM t LIMIT 1; r.a := r.a + 1; END",
            "DECLARE r t; BEGIN r := first(); END",
            "PERFORM NULL::public.t, (row(1, 2, 'x', 4)::t).a",
            "EXECUTE 'COPY (SELECT * FROM public.t) TO ''/dev/null'''",
            "CREATE TEMP TABLE t (id int); TRUNCATE t",
            "PERFORM has_table_privilege('public.t', 'SELECT')");

    @PostgresTest
    void isToldBeforehandAndFails(TestDatabase database) throws SQLException {
        database.execute(TABLES);
        List<ViewLimitCase> cases = CASES.stream()
                .filter(one -> one.limit() != ViewLimit.MERGE || mergesIntoTablesAlone(database))
                .toList();
        for (ViewLimitCase one : cases) {
            makeRoutine(database, one);
            assertIsTold(analyze(database), one);
            assertThatCode(() -> assertThat(run(database, one)).isTrue())
                    .as(one.toString())
                    .doesNotThrowAnyException();
        }
        moveAndMakeViews(database);
        for (ViewLimitCase one : cases) {
            makeRoutine(database, one);
            if (one.silent().isEmpty()) {
                assertThatThrownBy(() -> run(database, one)).as(one.toString()).isInstanceOf(SQLException.class);
            } else {
                assertThat(run(database, one)).as(one.toString()).isFalse();
            }
        }
    }

    private static void assertIsTold(AnalysisReport report, ViewLimitCase one) {
        TableVerdict verdict = verdict(report, one.relation());
        assertThat(verdict.hits())
                .as(one.toString())
                .allMatch(hit -> hit.evidence() instanceof Evidence.InRoutine)
                .extracting(LimitHit::limit)
                .contains(one.limit());
        assertThat(verdict.verdict())
                .as(one.toString())
                .isEqualTo(one.body().contains("public.") ? Verdict.CODE_FIRST : Verdict.SEARCH_PATH);
        assertThat(report.findings())
                .as(one.toString())
                .anyMatch(f -> f.code() == FindingCode.COMPAT_VIEW_LIMIT
                        && f.subject().equals(verdict.relation().describe())
                        && f.message().contains("routine public.probe(), line 1"));
    }

    @PostgresTest
    void whatAViewServesIsNoLimit(TestDatabase database) throws SQLException {
        database.execute(TABLES);
        List<ViewLimitCase> cases =
                SERVED.stream().map(body -> failing(ViewLimit.COPY, "t", body)).toList();
        for (ViewLimitCase one : cases) {
            makeRoutine(database, one);
            AnalysisReport report = analyze(database);
            assertThat(report.verdicts())
                    .as(one.toString())
                    .hasSizeGreaterThan(3)
                    .allMatch(v -> v.verdict() == Verdict.VIEW);
            assertThat(report.findings()).as(one.toString()).noneMatch(f -> f.code() == FindingCode.COMPAT_VIEW_LIMIT);
            run(database, one);
        }
        moveAndMakeViews(database);
        for (ViewLimitCase one : cases) {
            makeRoutine(database, one);
            assertThatCode(() -> run(database, one)).as(one.toString()).doesNotThrowAnyException();
        }
    }

    @PostgresTest
    void mergeIntoAViewWorksFromSeventeenOn(TestDatabase database) throws SQLException {
        if (database.server().major() < 17) {
            return;
        }
        database.execute(TABLES);
        ViewLimitCase merge = CASES.stream()
                .filter(one -> one.limit() == ViewLimit.MERGE)
                .findFirst()
                .orElseThrow();
        makeRoutine(database, merge);
        assertThat(verdict(analyze(database), "t").verdict()).isEqualTo(Verdict.VIEW);
        moveAndMakeViews(database);
        run(database, merge);
    }

    @PostgresTest
    void aRowIsNoResultOfARoutineInSql(TestDatabase database) throws SQLException {
        database.execute(TABLES + """
                CREATE FUNCTION listed() RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM public.t';
                CREATE FUNCTION counted(r t) RETURNS bigint LANGUAGE sql AS 'SELECT count(o) FROM u AS o';
                """);
        assertThat(verdict(analyze(database), "t").verdict()).isEqualTo(Verdict.VIEW);
        database.execute("CREATE FUNCTION rows() RETURNS SETOF t LANGUAGE sql AS 'SELECT o FROM public.t AS o'");
        assertThat(verdict(analyze(database), "t").limits()).containsExactly(ViewLimit.ROW_TYPE);
        database.query("SELECT rows(), listed()");
        moveAndMakeViews(database);
        database.query("SELECT listed()");
        assertThatThrownBy(() -> database.query("SELECT rows()"))
                .rootCause()
                .hasMessageContaining("return type mismatch");
    }

    @PostgresTest
    void whatAJobDoesIsTold(TestDatabase database) throws SQLException {
        database.execute(TABLES + """
                CREATE SCHEMA cron;
                CREATE TABLE cron.job (jobid bigserial, schedule text, command text, nodename text, nodeport int,
                    database text DEFAULT current_database(), username text DEFAULT current_user, active bool, jobname text);
                INSERT INTO cron.job (command) VALUES (E'SELECT 1;\\n REFRESH MATERIALIZED VIEW CONCURRENTLY public.m');
                """);
        assertThat(verdict(analyze(database), "m").hits())
                .extracting(hit -> hit.limit() + " " + hit.evidence().describe())
                .containsExactly("REFRESH cron job 1, line 2");
    }

    @PostgresTest
    void aSubscriptionWritesNoView(TestDatabase database) throws SQLException {
        database.execute(TABLES);
        try (TestDatabase publisher = database.server().createDatabase()) {
            publisher.execute("CREATE TABLE t (id int); CREATE PUBLICATION p FOR TABLE public.t");
            String subscribe = "CREATE SUBSCRIPTION s CONNECTION 'host=localhost port="
                    + database.server().port() + " user=postgres dbname=" + publisher.name()
                    + "' PUBLICATION p WITH (create_slot = false, enabled = false, slot_name = NONE)";
            database.execute(subscribe);
            AnalysisReport report = analyze(database);
            TableVerdict verdict = verdict(report, "t");
            assertThat(verdict.verdict()).isEqualTo(Verdict.CODE_FIRST);
            assertThat(verdict.hits())
                    .extracting(hit -> hit.limit() + " " + hit.evidence().describe())
                    .containsExactly("LOGICAL_REPLICATION subscription s");
            assertThat(report.findings())
                    .filteredOn(f -> f.code() == FindingCode.COMPAT_VIEW_LIMIT)
                    .extracting(Finding::remedy)
                    .containsExactly("move the tables of the publisher too, as SUBSCRIPTION_FEEDS_MOVED_TABLE says");
            database.execute("DROP SUBSCRIPTION s");
            moveAndMakeViews(database);
            assertThatThrownBy(() -> database.execute(subscribe))
                    .rootCause()
                    .hasMessageContaining("cannot use relation \"public.t\" as logical replication target");
        }
    }

    private static boolean mergesIntoTablesAlone(TestDatabase database) {
        return database.server().major() >= 15 && database.server().major() < 17;
    }

    private static void makeRoutine(TestDatabase database, ViewLimitCase one) {
        database.execute("CREATE OR REPLACE FUNCTION probe() RETURNS void LANGUAGE plpgsql AS $probe$" + one.source()
                + "$probe$");
    }

    private static void moveAndMakeViews(TestDatabase database) {
        boolean invoker = database.server().major() >= 15;
        database.execute(invoker ? VIEWS : VIEWS.replace("WITH (security_invoker = true) ", ""));
    }

    /** Whether the routine did what it is to do; all is undone. */
    private static boolean run(TestDatabase database, ViewLimitCase one) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT public.probe()");
            if (one.silent().isEmpty()) {
                connection.rollback();
                return true;
            }
            try (ResultSet row = statement.executeQuery(one.silent())) {
                row.next();
                return row.getBoolean(1);
            } finally {
                connection.rollback();
            }
        }
    }

    private static AnalysisReport analyze(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Snapshot snapshot = new CatalogReader().readInOwnTransaction(connection);
            Mapping mapping = new MappingBuilder()
                    .tables("x", "t", "Old \"One\" x", "parts")
                    .views("x", "v", "m")
                    .compatibility(Compatibility.VIEWS)
                    .build();
            return Analyze.report(Assigner.assign(snapshot, mapping), List.of());
        }
    }

    private static TableVerdict verdict(AnalysisReport report, String relation) {
        List<TableVerdict> verdicts = report.verdicts().stream()
                .filter(v -> v.relation().name().name().value().equals(relation))
                .toList();
        assertThat(verdicts).as(relation).hasSize(1);
        return verdicts.get(0);
    }
}
