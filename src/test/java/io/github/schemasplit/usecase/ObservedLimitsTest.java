package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.schemasplit.analysis.Evidence;
import io.github.schemasplit.analysis.LimitHit;
import io.github.schemasplit.analysis.TableVerdict;
import io.github.schemasplit.analysis.ViewLimit;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.report.AnalysisConsole;
import io.github.schemasplit.report.AnalysisJson;
import io.github.schemasplit.report.AnalysisReport;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sessions did to tables that a view can not do, as {@code pg_stat_statements} counted it, in the analysis. */
class ObservedLimitsTest {
    /** Each by a table of its own; what {@code pg_stat_statements} keeps of constants, such as names of sequences, is nothing. */
    private static final Map<ViewLimit, String> STATEMENTS = Map.ofEntries(
            Map.entry(ViewLimit.COPY, "COPY public.%s (a) TO '/dev/null'"),
            Map.entry(ViewLimit.TRUNCATE, "TRUNCATE public.%s"),
            Map.entry(
                    ViewLimit.ON_CONFLICT_ON_CONSTRAINT,
                    "INSERT INTO %1$s (id, a) VALUES (1, 2) ON CONFLICT ON CONSTRAINT %1$s_pkey DO NOTHING"),
            Map.entry(ViewLimit.SYSTEM_COLUMN, "SELECT x.a, x.ctid FROM %s AS x WHERE x.a > 17"),
            Map.entry(
                    ViewLimit.WHERE_CURRENT_OF,
                    "BEGIN; DECLARE k CURSOR FOR SELECT * FROM %1$s FOR UPDATE; FETCH k;"
                            + " UPDATE public.%1$s SET a = 2 WHERE CURRENT OF k; COMMIT"),
            Map.entry(ViewLimit.GROUP_BY_PRIMARY_KEY, "SELECT x.id, x.a, count(*) + 5 FROM public.%s x GROUP BY x.id"),
            Map.entry(ViewLimit.ROW_TYPE, "SELECT %1$s.f_%1$s FROM public.%1$s WHERE a <> 4"),
            Map.entry(ViewLimit.TABLESAMPLE, "SELECT * FROM %s TABLESAMPLE system (50)"),
            Map.entry(ViewLimit.ONLY, "UPDATE ONLY %s SET a = 5"),
            Map.entry(ViewLimit.DEFINITION, "ALTER TABLE %s ADD CHECK (a > 0) NOT VALID"),
            Map.entry(ViewLimit.GRANT, "GRANT SELECT ON %s TO pg_monitor"),
            Map.entry(ViewLimit.MAINTENANCE, "VACUUM (ANALYZE) public.%s"),
            Map.entry(ViewLimit.LOGICAL_REPLICATION, "ALTER PUBLICATION p SET TABLE %s"),
            Map.entry(ViewLimit.REFRESH, "REFRESH MATERIALIZED VIEW public.m_%s"),
            Map.entry(ViewLimit.VIEW_DEFINITION, "CREATE OR REPLACE VIEW v_%1$s AS SELECT a, id FROM public.%1$s"),
            Map.entry(ViewLimit.SEQUENCE, "SELECT last_value FROM %s_id_seq"));

    private final MappingBuilder mapping =
            new MappingBuilder().tables("My Shop", "t_*").compatibility(Compatibility.VIEWS);

    @TempDir
    private Path output;

    @Test
    void areTold() throws IOException {
        TestServer server = TestServer.another(Map.of("shared_preload_libraries", "pg_stat_statements"));
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE EXTENSION pg_stat_statements; CREATE TABLE others (id int PRIMARY KEY);"
                    + " CREATE PUBLICATION p FOR TABLE others");
            STATEMENTS.keySet().forEach(limit -> makeTable(database, table(limit)));
            database.query("SELECT pg_stat_statements_reset()");
            for (int i = 0; i < 2; i++) {
                STATEMENTS.forEach((limit, statement) -> database.execute(statement.formatted(table(limit))));
            }
            AnalysisReport report = Goals.on(database, output).analyze(mapping);
            STATEMENTS.keySet().forEach(limit -> assertIsTold(report, limit));
            assertThat(AnalysisConsole.lines(report))
                    .anyMatch(
                            line -> line.matches(
                                    "A view under the old name will do for \\d+ of \\d+ moving relations, as far as their use is known; not for:"))
                    .anyMatch(line -> line.equals("  public.t_copy: change the code first (COPY)"))
                    .anyMatch(line -> line.matches("and \\d+ more in the report"));
            JsonNode views =
                    new ObjectMapper().readTree(AnalysisJson.write(report)).get("views");
            assertThat(views).hasSameSizeAs(report.verdicts());
            assertThat(views.findValuesAsText("statement")).anyMatch(s -> s.startsWith("UPDATE ONLY t_only"));
        }
    }

    private static String table(ViewLimit limit) {
        return "t_" + limit.name().toLowerCase(Locale.ROOT);
    }

    private static void makeTable(TestDatabase database, String table) {
        database.execute("""
                CREATE TABLE %1$s (id serial PRIMARY KEY, a int); CREATE TABLE %1$s_child () INHERITS (%1$s);
                INSERT INTO %1$s VALUES (1, 1);
                CREATE VIEW v_%1$s AS SELECT a FROM %1$s; CREATE MATERIALIZED VIEW m_%1$s AS SELECT a FROM %1$s;
                CREATE FUNCTION f_%1$s(%1$s) RETURNS int LANGUAGE sql AS 'SELECT 1';
                """.formatted(table));
    }

    private static void assertIsTold(AnalysisReport report, ViewLimit limit) {
        Set<ViewLimit> told = EnumSet.noneOf(ViewLimit.class);
        for (TableVerdict verdict : report.verdicts()) {
            if (verdict.relation().name().name().value().endsWith(table(limit))) {
                for (LimitHit hit : verdict.hits()) {
                    if (hit.evidence() instanceof Evidence.InStatement) {
                        told.add(hit.limit());
                    }
                }
            }
        }
        assertThat(told).as(limit.name()).containsExactly(limit);
    }
}
