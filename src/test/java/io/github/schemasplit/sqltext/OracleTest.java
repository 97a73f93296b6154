package io.github.schemasplit.sqltext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.sqltext.generator.GeneratedStatement;
import io.github.schemasplit.sqltext.generator.StatementGenerator;
import io.github.schemasplit.sqltext.oracle.ParseResult;
import io.github.schemasplit.sqltext.oracle.ParseTree;
import io.github.schemasplit.sqltext.oracle.PgParser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Our reader against PostgreSQL's own parser on generated statements: {@code -Doracle.statements=20000} for as many,
 * {@code -Doracle.seed=1} for others.
 */
class OracleTest {
    private static final int STATEMENTS = Integer.getInteger("oracle.statements", 1_500);
    private static final long SEED = Long.getLong("oracle.seed", 1);
    private static final int SHOWN = Integer.getInteger("oracle.shown", 20);
    private static final double ENOUGH = 0.999;

    private final OracleComparison comparison = new OracleComparison();
    private final List<String> refused = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> otherwiseInBodies = new ArrayList<>();

    @Test
    void findsTheReferencesOfThePostgresParserAndEditsNothingElse() {
        PgParser parser = PgParser.shared();
        StatementGenerator generator = new StatementGenerator(SEED);
        while (comparison.statements() < STATEMENTS && refused.size() <= STATEMENTS / 100) {
            GeneratedStatement statement = generator.next();
            ParseResult result = parser.parse(statement.sql());
            if (!(result instanceof ParseTree tree)) {
                refused.add(statement + "\n  " + result);
            } else if (comparison.compare(statement.kind(), tree)) {
                OracleEdit.breaks(parser, tree)
                        .map(text -> statement + "\n  " + text)
                        .ifPresent(broken::add);
                StatementInBody inBody = StatementInBody.of(statement, comparison.statements());
                if (!inBody.namesTheSame()) {
                    otherwiseInBodies.add(inBody.toString());
                }
            }
        }
        print();
        assertThat(refused).hasSizeLessThanOrEqualTo(STATEMENTS / 100);
        assertThat(comparison.statements()).isEqualTo(STATEMENTS);
        assertThat(broken).isEmpty();
        assertThat(otherwiseInBodies).isEmpty();
        assertThat(comparison.precision()).isGreaterThanOrEqualTo(ENOUGH);
        assertThat(comparison.recall()).isGreaterThanOrEqualTo(ENOUGH);
    }

    private void print() {
        System.out.println("seed " + SEED + ": " + comparison);
        System.out.println(refused.size() + " refused, " + broken.size() + " broken by an edit, "
                + otherwiseInBodies.size() + " read otherwise in PL/pgSQL");
        for (List<String> list : List.of(comparison.differences(), refused, broken, otherwiseInBodies)) {
            list.stream().limit(SHOWN).forEach(System.out::println);
        }
    }
}
