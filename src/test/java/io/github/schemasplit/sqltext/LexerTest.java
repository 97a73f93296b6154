package io.github.schemasplit.sqltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LexerTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                text("select 1", "WORD select", "NUMBER 1"),
                text("a--b\nc", "WORD a", "LINE_COMMENT --b", "WORD c"),
                text("a--b\rc", "WORD a", "LINE_COMMENT --b", "WORD c"),
                text("/* a /* b */ c */d", "BLOCK_COMMENT /* a /* b */ c */", "WORD d"),
                text("/**/x/***/", "BLOCK_COMMENT /**/", "WORD x", "BLOCK_COMMENT /***/"),
                text("/*/ x */", "BLOCK_COMMENT /*/ x */"),
                text("/* /* */", "UNTERMINATED /* /* */"),
                text("'it''s'", "STRING 'it''s'"),
                text("'a\\'b", "STRING 'a\\'", "WORD b"),
                text("E'a\\'b''c'd", "ESCAPE_STRING E'a\\'b''c'", "WORD d"),
                text("e'\\\\'x", "ESCAPE_STRING e'\\\\'", "WORD x"),
                text("te'x'", "WORD te", "STRING 'x'"),
                text("'a'\n  'b'x", "STRING 'a'\n  'b'", "WORD x"),
                text("'a' -- c\n 'b'", "STRING 'a' -- c\n 'b'"),
                text("E'a'\n'\\'b'", "ESCAPE_STRING E'a'\n'\\'b'"),
                text("'a' 'b'", "STRING 'a'", "STRING 'b'"),
                text("'a' /* c */\n'b'", "STRING 'a'", "BLOCK_COMMENT /* c */", "STRING 'b'"),
                text("B'01'X'1F'", "BIT_STRING B'01'", "BIT_STRING X'1F'"),
                text("b'0''1'", "BIT_STRING b'0'", "STRING '1'"),
                text("N'x'", "STRING N'x'"),
                text(
                        "U&'d\\0061t''a' u&\"d\\0061\"\"x\"",
                        "UNICODE_STRING U&'d\\0061t''a'",
                        "UNICODE_IDENTIFIER u&\"d\\0061\"\"x\""),
                text("u&v", "WORD u", "OPERATOR &", "WORD v"),
                text(
                        "\"a\"\"b\".\"select\"",
                        "QUOTED_IDENTIFIER \"a\"\"b\"",
                        "PUNCTUATION .",
                        "QUOTED_IDENTIFIER \"select\""),
                text("\"Order Items\"", "QUOTED_IDENTIFIER \"Order Items\""),
                text("\"-- 'x\"", "QUOTED_IDENTIFIER \"-- 'x\""),
                text("Größe$1_x", "WORD Größe$1_x"),
                text("таблица.列", "WORD таблица", "PUNCTUATION .", "WORD 列"),
                text("\uD83D\uDE00", "WORD \uD83D\uDE00"),
                text("$$a'b$$", "DOLLAR_STRING $$a'b$$"),
                text("$f$ $$ $g$ $f$x", "DOLLAR_STRING $f$ $$ $g$ $f$", "WORD x"),
                text("$é1$;$é1$", "DOLLAR_STRING $é1$;$é1$"),
                text("$a$b$A$", "UNTERMINATED $a$b$A$"),
                text("a$b$c", "WORD a$b$c"),
                text("$1$2", "PARAMETER $1", "PARAMETER $2"),
                text("$a b", "OTHER $", "WORD a", "WORD b"),
                text("$1a", "PARAMETER $1", "WORD a"),
                text(
                        "1.5 .5 5. 1e10 1.5E-3 1e",
                        "NUMBER 1.5",
                        "NUMBER .5",
                        "NUMBER 5.",
                        "NUMBER 1e10",
                        "NUMBER 1.5E-3",
                        "NUMBER 1",
                        "WORD e"),
                text(
                        "1_000 0x1F 0o17 0b_101 1_",
                        "NUMBER 1_000",
                        "NUMBER 0x1F",
                        "NUMBER 0o17",
                        "NUMBER 0b_101",
                        "NUMBER 1",
                        "WORD _"),
                text("0xg 0b2", "NUMBER 0", "WORD xg", "NUMBER 0", "WORD b2"),
                text("1..10", "NUMBER 1", "PUNCTUATION ..", "NUMBER 10"),
                text("a->>'b'", "WORD a", "OPERATOR ->>", "STRING 'b'"),
                text("1*-2", "NUMBER 1", "OPERATOR *", "OPERATOR -", "NUMBER 2"),
                text("a@-b", "WORD a", "OPERATOR @-", "WORD b"),
                text("a<-1", "WORD a", "OPERATOR <", "OPERATOR -", "NUMBER 1"),
                text("a+--b", "WORD a", "OPERATOR +", "LINE_COMMENT --b"),
                text("a*/*b*/c", "WORD a", "OPERATOR *", "BLOCK_COMMENT /*b*/", "WORD c"),
                text("a<>b!=c", "WORD a", "OPERATOR <>", "WORD b", "OPERATOR !=", "WORD c"),
                text(
                        "a::int x:=1 f(b=>2)",
                        "WORD a",
                        "PUNCTUATION ::",
                        "WORD int",
                        "WORD x",
                        "PUNCTUATION :=",
                        "NUMBER 1",
                        "WORD f",
                        "PUNCTUATION (",
                        "WORD b",
                        "OPERATOR =>",
                        "NUMBER 2",
                        "PUNCTUATION )"),
                text(
                        "a[1:2],b;",
                        "WORD a",
                        "PUNCTUATION [",
                        "NUMBER 1",
                        "PUNCTUATION :",
                        "NUMBER 2",
                        "PUNCTUATION ]",
                        "PUNCTUATION ,",
                        "WORD b",
                        "PUNCTUATION ;"),
                text("\\d {", "OTHER \\", "WORD d", "OTHER {"),
                text("'abc", "UNTERMINATED 'abc"),
                text("x E'abc\\'", "WORD x", "UNTERMINATED E'abc\\'"),
                text("\"abc", "UNTERMINATED \"abc"),
                text("N'abc", "UNTERMINATED N'abc"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readsAsTheServerDoes(String source, List<String> expected) {
        assertThat(describe(source, StringSyntax.STANDARD)).isEqualTo(expected);
    }

    @Test
    void takesABackslashInAPlainStringAsTheSettingSays() {
        assertThat(describe("'a\\'b' N'\\'' c", StringSyntax.BACKSLASH))
                .containsExactly("STRING 'a\\'b'", "STRING N'\\''", "WORD c");
        assertThat(describe("'a\\'b", StringSyntax.STANDARD)).containsExactly("STRING 'a\\'", "WORD b");
    }

    @Test
    void changesTheSettingBetweenTokens() {
        String source = "'\\';'\\''";
        Lexer lexer = new Lexer(source, StringSyntax.STANDARD);
        assertThat(lexer.next().text(source)).isEqualTo("'\\'");
        lexer.next();
        lexer.use(StringSyntax.BACKSLASH);
        assertThat(lexer.next().text(source)).isEqualTo("'\\''");
        assertThat(lexer.hasNext()).isFalse();
        assertThatThrownBy(lexer::next).isInstanceOf(NoSuchElementException.class);
    }

    private static Arguments text(String source, String... tokens) {
        return Arguments.of(source, List.of(tokens));
    }

    private static List<String> describe(String source, StringSyntax syntax) {
        return Lexer.tokens(source, syntax).stream()
                .filter(token -> token.kind() != TokenKind.WHITESPACE)
                .map(token -> token.kind() + " " + token.text(source))
                .toList();
    }
}
