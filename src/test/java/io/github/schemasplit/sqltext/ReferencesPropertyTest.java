package io.github.schemasplit.sqltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.schemasplit.sqltext.generator.StatementGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Any text is read: {@code -Dreferences.texts=1000000} for as many, {@code -Dreferences.seed=1} for others. */
class ReferencesPropertyTest {
    private static final int TEXTS = Integer.getInteger("references.texts", 100_000);
    private static final int TEXTS_OF_A_STATEMENT = 20;
    private static final int MOST_CHANGES = 8;
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final String MARKS = "'\"$()[];,.:*/-+=\\\0\n eE{}0aé";

    private final Random random = new Random(Long.getLong("references.seed", 1));

    @Test
    @Timeout(300)
    void readsStatementsThatAreCutAndChanged() {
        StatementGenerator generator = new StatementGenerator(random.nextLong());
        for (int i = 0; i < TEXTS / TEXTS_OF_A_STATEMENT; i++) {
            String sql = generator.next().sql();
            for (int j = 0; j < TEXTS_OF_A_STATEMENT; j++) {
                String text = random.nextBoolean() ? cut(sql) : changed(sql);
                assertThatCode(() -> read(text)).as("reading %s", text).doesNotThrowAnyException();
            }
        }
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

    private String cut(String sql) {
        int one = random.nextInt(sql.length() + 1);
        int other = random.nextInt(sql.length() + 1);
        return random.nextBoolean() ? sql.substring(0, one) : sql.substring(Math.min(one, other), Math.max(one, other));
    }

    private String changed(String sql) {
        StringBuilder text = new StringBuilder(sql);
        for (int i = random.nextInt(MOST_CHANGES); i >= 0 && text.length() > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, mark());
                case 1 -> text.insert(at, mark());
                default -> text.deleteCharAt(at);
            }
        }
        return text.toString();
    }

    private char mark() {
        return random.nextInt(4) == 0
                ? (char) random.nextInt(Character.MAX_VALUE)
                : MARKS.charAt(random.nextInt(MARKS.length()));
    }
}
