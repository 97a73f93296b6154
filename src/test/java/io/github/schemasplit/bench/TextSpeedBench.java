package io.github.schemasplit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.names.RoutineReading;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.sqltext.Lexer;
import io.github.schemasplit.sqltext.References;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.TextEdit;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Measures what the plugin promises of the speed of reading texts. It needs no database: run with the other benchmarks by
 * {@code mvn -B -Pbench verify}, alone by {@code mvn -B -Pbench verify -Dtest=TextSpeedBench}.
 */
class TextSpeedBench {
    private static final int ROUTINES = 1_000;
    private static final int LENGTH = 2_048;
    private static final int TABLES = 200;
    private static final int WARM_UPS = 15;
    private static final int ROUNDS = 15;
    private static final long MOST_MILLISECONDS = 1_000;
    private static final double MOST_TIMES_LEXING = 5;

    private static final String STATEMENTS = """
                -- What is open, by customer.
                INSERT INTO table_%1$d (id, customer_id, total, note)
                SELECT o.id, o.customer_id, sum(i.price * i.quantity), coalesce(o.note, 'none')
                  FROM public.table_%2$d o
                  JOIN "table_%3$d" AS i ON i.order_id = o.id AND i.state <> 'cancelled'
                  LEFT JOIN (SELECT id, max(changed_at) AS last FROM table_%1$d GROUP BY id) c ON c.id = o.id
                 WHERE o.created_at >= now() - interval '30 days' AND (p_all OR o.customer_id = ANY (p_ids))
                 GROUP BY o.id, o.customer_id, o.note
                HAVING count(*) > 1
                    ON CONFLICT (id) DO UPDATE SET total = excluded.total, note = excluded.note;
                UPDATE table_%2$d SET state = CASE WHEN total > 0 THEN 'open' ELSE 'empty' END WHERE id = v_id;
            """;

    private final Results results = new Results();
    private final SnapshotBuilder database = new SnapshotBuilder();

    @Test
    void everyBoundHolds() throws Exception {
        mending(routines());
        statements();
        System.out.println(results.table());
        assertThat(results.broken()).as("bounds that do not hold").isEmpty();
    }

    /** In one thread, as a run of Maven does it. */
    private void mending(List<Routine> routines) throws Exception {
        MappingBuilder mapping = new MappingBuilder();
        for (int i = 0; i < TABLES; i += 2) {
            mapping.tables("shop", "table_" + i);
        }
        Assignment assignment = Assigner.assign(database.build(), mapping.build());
        Times times = Times.inTurn(WARM_UPS, ROUNDS, () -> mend(assignment, routines), () -> {});
        results.add(Ratio.ofLimit(
                "read and mend " + ROUTINES + " routines of 2 kB, in ms",
                Math.round(times.ours() * 1_000),
                MOST_MILLISECONDS,
                "ms"));
    }

    private static void mend(Assignment assignment, List<Routine> routines) {
        RoutineTexts texts = new RoutineTexts(assignment);
        for (Routine routine : routines) {
            RoutineReading reading = texts.read(routine).orElseThrow();
            if (TextEdit.apply(routine.source(), reading.edits()).equals(routine.source())) {
                throw new IllegalStateException("nothing was mended in " + routine);
            }
        }
    }

    private void statements() throws Exception {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < ROUTINES; i++) {
            texts.add(statements(i));
        }
        Times times = Times.inTurn(
                WARM_UPS,
                ROUNDS,
                () -> texts.forEach(text -> References.ofStatements(text, StringSyntax.STANDARD)),
                () -> texts.forEach(text -> Lexer.tokens(text, StringSyntax.STANDARD)));
        results.add(Ratio.of("find the references of statements : make tokens of them", times, MOST_TIMES_LEXING));
    }

    /** About two kilobytes of them. */
    private static String statements(int first) {
        StringBuilder statements = new StringBuilder();
        for (int i = first; statements.length() < LENGTH; i++) {
            statements.append(STATEMENTS.formatted(i % TABLES, i * 3 % TABLES, i * 7 % TABLES));
        }
        return statements.toString();
    }

    private List<Routine> routines() {
        for (int i = 0; i < TABLES; i++) {
            database.table("table_" + i);
        }
        List<Routine> routines = new ArrayList<>();
        for (int i = 0; i < ROUTINES; i++) {
            String body = "DECLARE v_id table_0.id%TYPE;\nBEGIN\n" + statements(i) + "END";
            routines.add(database.routine("public", "routine_" + i, "", body, "search_path=public"));
        }
        return routines;
    }
}
