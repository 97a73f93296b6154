package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.plan.ReplaceRoutine;
import io.github.schemasplit.report.AnalysisReport;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** Routines that the connecting role can not give another body are told, and left. */
class RoutineRightsTest {
    private static final String ROLE = "routine_writer";

    @TempDir
    private Path output;

    @PostgresTest
    void whatTheRoleMayNotReplaceIsToldAndLeft(TestDatabase database) {
        database.execute("CREATE ROLE " + ROLE + " LOGIN");
        try {
            database.execute("""
                    ALTER SCHEMA public OWNER TO routine_writer;
                    CREATE TABLE orders (id int);
                    ALTER TABLE orders OWNER TO routine_writer;
                    CREATE SCHEMA closed;
                    GRANT USAGE ON SCHEMA closed TO routine_writer;
                    GRANT CREATE ON DATABASE %s TO routine_writer;
                    CREATE FUNCTION own() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.orders';
                    CREATE FUNCTION anothers() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.orders';
                    CREATE FUNCTION silent() RETURNS bigint LANGUAGE sql STRICT LEAKPROOF COST 7 AS 'SELECT count(*) FROM public.orders';
                    CREATE FUNCTION closed.f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.orders';
                    ALTER FUNCTION own() OWNER TO routine_writer;
                    ALTER FUNCTION silent() OWNER TO routine_writer;
                    ALTER FUNCTION closed.f() OWNER TO routine_writer;
                    """.formatted(database.name()));
            Mapping mapping = new MappingBuilder()
                    .tables("shop", "orders")
                    .routineBodies(RoutineBodies.REWRITE)
                    .build();
            Goals goals = Goals.on(database, output).as(ROLE);
            AnalysisReport report = new Analyze(goals.workplace(), ChangeListener.NONE)
                    .run(mapping)
                    .report();
            assertThat(report.findings().stream()
                            .filter(f -> f.code() == FindingCode.ROUTINE_NAMES_MOVED_OBJECT)
                            .map(f -> f.subject() + ": " + f.message().replaceAll(".*since ", "")))
                    .containsExactlyInAnyOrder(
                            "routine public.anothers(): it belongs to role postgres, whose rights role routine_writer has not",
                            "routine public.silent(): it is LEAKPROOF or has a support function, which only a superuser may say",
                            "routine closed.f(): role routine_writer lacks CREATE on schema closed");
            assertThat(report.plan().replacements().map(ReplaceRoutine::subject).collect(Collectors.toList()))
                    .containsExactly("function public.own()");
            goals.migrate(Goals.parsed(mapping));
            assertThat(database.query("SELECT own()")).containsExactly("0");
            goals.rollback();
            assertThat(database.query("SELECT own() + anothers() + silent() + closed.f()"))
                    .containsExactly("0");
        } finally {
            database.execute("DROP OWNED BY " + ROLE + " CASCADE; DROP ROLE " + ROLE);
        }
    }
}
