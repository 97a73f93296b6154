package io.github.schemasplit.sqltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts of a megabyte, whose time grows with their length and whose depth costs no stack. What takes time with the square of
 * the length takes minutes for one of these.
 */
class LargeTextsTest {
    private static final int LENGTH = 1_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "[",
                "case ",
                "case when ",
                "begin ",
                "end ",
                "if a then ",
                "for a in b loop ",
                "declare a ",
                "declare a cursor for ",
                "exception when ",
                "select ",
                "(select ",
                "select (select 1 from a) ",
                "select 1 from (",
                "with a as (",
                "select a.ctid, b, f(c), d.* from t, u as x, ",
                "with a as (select 1 from b) ",
                "insert into a (",
                "insert into a ",
                "merge into a using b on ",
                "a.",
                "a[",
                "a = ",
                "a::",
                "a, ",
                "a join ",
                "substring(",
                "overlay (a, ",
                "json_table(a, 'b' columns (nested 'c' columns (",
                "xmltable(a columns b ",
                "cast(a as ",
                "interval 'a' ",
                "nextval('a') ",
                "'a'::regclass ",
                "execute 'a' || ",
                "format('a', ",
                "explain ",
                "prepare a as ",
                "create schema a ",
                "create table a (b int default ",
                "create rule a as on select to b do (",
                "create function a() begin atomic ",
                "grant a on ",
                "comment on ",
                "/* ",
                "-- ",
                "'",
                "$a$ ",
                "\"",
                "\u00e9 ",
                "\0",
                "\\ ",
                ";"
            })
    void isReadWhateverIsRepeated(String piece) {
        read(piece.repeat(LENGTH / piece.length()));
    }

    @Test
    void isReadWhenItIsNoText() {
        Random random = new Random(1);
        StringBuilder junk = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            junk.append((char) random.nextInt(i % 2 == 0 ? 0x80 : Character.MAX_VALUE));
        }
        read(junk.toString());
    }

    @Test
    void isReadToItsEndBehindAHundredThousandParentheses() {
        String deep = "(".repeat(100_000) + "1" + ")".repeat(100_000);
        assertThat(References.ofStatements("SELECT " + deep + " FROM a", StringSyntax.STANDARD))
                .hasToString("[RELATION a]");
        assertThat(References.ofPlpgsql("BEGIN x := " + deep + "; PERFORM 1 FROM a; END", StringSyntax.STANDARD))
                .hasToString("[RELATION a]");
    }

    private static void read(String text) {
        long start = System.nanoTime();
        assertThatCode(() -> {
                    References.ofStatements(text, StringSyntax.STANDARD);
                    References.ofPlpgsql("begin " + text, StringSyntax.STANDARD);
                })
                .doesNotThrowAnyException();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    }
}
