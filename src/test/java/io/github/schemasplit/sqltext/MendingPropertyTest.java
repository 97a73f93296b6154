package io.github.schemasplit.sqltext;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.sqltext.generator.StatementGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A text whose names have got a schema has no name left that lacks it, whatever the text is: {@code -Dreferences.texts=100000}
 * for as many, {@code -Dreferences.seed=1} for others.
 */
class MendingPropertyTest {
    private static final int TEXTS = Integer.getInteger("references.texts", 4_000);
    private static final int TEXTS_OF_A_BODY = 10;
    private static final String SCHEMA = "\"Neu Schema\"";

    private final Random random = new Random(Long.getLong("references.seed", 1));
    private final Mutation mutation = new Mutation(random);

    @Test
    @Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void mendingAgainChangesNothing() {
        StatementGenerator generator = new StatementGenerator(random.nextLong());
        for (int i = 0; i < TEXTS / TEXTS_OF_A_BODY; i++) {
            String sql = generator.next().sql() + "; " + generator.next().sql() + ";";
            String body = "DECLARE a orders.id%TYPE; b items := 1; BEGIN " + sql + " IF x THEN " + sql + " END IF; END";
            for (int j = 0; j < TEXTS_OF_A_BODY / 2; j++) {
                assertStays(mutation.of(sql), text -> References.ofStatements(text, StringSyntax.STANDARD));
                assertStays(mutation.of(body), text -> References.ofPlpgsql(text, StringSyntax.STANDARD));
            }
        }
    }

    /** An ON before anything is joined, as no statement has it. */
    @Test
    void aJoinAfterAConditionThatComesTooEarlyIsNoTable() {
        assertStays(
                "SELECT FROM (ON } ly(returns) INNER JOIN over AS a USING (b))",
                text -> References.ofStatements(text, StringSyntax.STANDARD));
    }

    private static void assertStays(String text, Function<String, List<Reference>> reader) {
        String mended = mended(text, reader.apply(text));
        assertThat(mended(mended, reader.apply(mended)))
                .as("mended from %s", text)
                .isEqualTo(mended);
    }

    private static String mended(String text, List<Reference> references) {
        List<TextEdit> edits = new ArrayList<>();
        for (Reference reference : references) {
            int schema = reference.parts().size() - (reference.kind() == ReferenceKind.COLUMN ? 3 : 2);
            int start = reference.parts().get(Math.max(0, schema)).start();
            if (schema >= 0) {
                edits.add(new TextEdit(start, reference.parts().get(schema).end(), SCHEMA));
            } else if (!reference.creates()) {
                edits.add(new TextEdit(start, start, SCHEMA + "."));
            }
        }
        return TextEdit.apply(text, edits);
    }
}
