package io.github.schemasplit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "say_*, say_orders, true",
                "say_*, say_, true",
                "say_*, say, false",
                "*_log, web_hook_log, true",
                "*_log, web_logs, false",
                "*a*b, aXbXb, true",
                "*a*b, aXbXc, false",
                "t?, t1, true",
                "t?, t, false",
                "t?, t😀, true",
                "t?, t12, false",
                "?*?, 😀, false",
                "*??, 😀, false",
                "t\\*, t*, true",
                "t\\*, tx, false",
                "t\\\\*, t\\x, true",
                "t\\, t\\, true",
                "%$.+, %$.+, true",
                "a\"b*, a\"b c, true",
                "Order*, order items, false",
            })
    void matchesWholeNamesAsWritten(String pattern, String name, boolean matches) {
        assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
    }

    @Property
    void matchesAsTheSameRegularExpressionDoes(@ForAll("texts") String pattern, @ForAll("texts") String name) {
        assertThat(new NamePattern("x" + pattern).matches("x" + name))
                .isEqualTo(Pattern.matches("x" + regex(pattern), "x" + name));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "*", "?", "\\", "😀", "é")
                .list()
                .ofMaxSize(7)
                .map(parts -> String.join("", parts));
    }

    private static String regex(String pattern) {
        // An escaped character, a wildcard, or anything else.
        return Pattern.compile("\\\\.|.", Pattern.DOTALL)
                .matcher(pattern)
                .results()
                .map(part -> switch (part.group()) {
                    case "*" -> ".*";
                    case "?" -> ".";
                    default ->
                        Pattern.quote(
                                part.group().length() > 1 && part.group().startsWith("\\")
                                        ? part.group().substring(1)
                                        : part.group());
                })
                .collect(Collectors.joining());
    }
}
