package io.github.schemasplit.sqltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.schemasplit.sqltext.generator.StatementGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Any text is read: {@code -Dreferences.texts=100000} for as many, {@code -Dreferences.seed=1} for others. */
class ReferencesPropertyTest {
    private static final int TEXTS = Integer.getInteger("references.texts", 4_000);
    private static final int TEXTS_OF_A_STATEMENT = 20;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Random random = new Random(Long.getLong("references.seed", 1));
    private final Mutation mutation = new Mutation(random);

    @Test
    @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsStatementsThatAreCutAndChanged() {
        StatementGenerator generator = new StatementGenerator(random.nextLong());
        for (int i = 0; i < TEXTS / TEXTS_OF_A_STATEMENT; i++) {
            String sql = generator.next().sql();
            for (int j = 0; j < TEXTS_OF_A_STATEMENT; j++) {
                String text = mutation.of(sql);
                assertThatCode(() -> read(text)).as("reading %s", text).doesNotThrowAnyException();
            }
        }
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsASubscriptThatEndsBeforeItsParenthesis() {
        read("BEGIN a[(] := 1; b[(f(] = x; END");
    }

    private static void read(String text) {
        long start = System.nanoTime();
        for (StringSyntax syntax : StringSyntax.values()) {
            assertInOrder(text, References.ofStatements(text, syntax));
            References.ofPlpgsql(text, syntax);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    }

    /** Whoever edits a text at its references needs them apart from each other, in the order of the text. */
    private static void assertInOrder(String text, List<Reference> references) {
        int end = 0;
        for (Reference reference : references) {
            assertThat(reference.start()).isGreaterThanOrEqualTo(end);
            end = reference.end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }
}
