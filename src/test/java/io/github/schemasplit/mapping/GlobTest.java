package io.github.schemasplit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({
        "say_*, say_hello, true",
        "say_*, say_, true",
        "say_*, say, false",
        "*, Order Items, true",
        "?, a, true",
        "a?, a😀, true",
        "a?c, abbc, false",
        "*a*b, xaybab, true",
        "*a*b, xayba, false",
        "100%*, 100% pure, true",
        "größ?, größe, true",
        "a.*, abc, false",
        "\\*x*, *xy, true",
        "\\*x*, axy, false",
        "a\\?*, a?, true",
        "a\\\\*, a\\b, true",
        "*\\, a\\, true"
    })
    void matchesWholeNames(String pattern, String name, boolean matches) {
        assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
    }

    @Test
    void manyStarsTakeNoLongTime() {
        assertThat(new NamePattern("*a".repeat(30) + "b").matches("a".repeat(200)))
                .isFalse();
    }

    @Property
    void matchesAsTheRegularExpressionWould(
            @ForAll @StringLength(min = 1, max = 8) @CharRange(from = 'a', to = 'c') String letters,
            @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'b') String name) {
        String glob = letters.replace('c', '*') + "*?";
        String regex = glob.replace("*", ".*").replace("?", ".");
        assertThat(new NamePattern(glob).matches(name)).isEqualTo(Pattern.matches(regex, name));
    }
}
