package io.github.schemasplit.sqltext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SingleExpressionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "a[1] = ANY (ARRAY[(b), c])",
                "a = ')' OR b = $$;)$$ OR \"(;\" = E'\\')'",
                "a -- ) ; (",
                "a /* ( */ = 1",
                "a::jsonb ? 'b'"
            })
    void staysBetweenItsParentheses(String text) {
        assertThat(SingleExpression.is(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-- a",
                "a)",
                "(a",
                "a[1",
                "a[1)",
                "a) OR (b",
                "a;",
                "a; b",
                "'a",
                "\"a",
                "$x$a",
                "a /* b",
                "\\gset",
                "a\\"
            })
    void breaksOutOrLeavesOpen(String text) {
        assertThat(SingleExpression.is(text)).isFalse();
    }
}
