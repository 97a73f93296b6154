package io.github.schemasplit.sqltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LexerPropertyTest {
    @Property
    void givesBackAnyText(@ForAll String source, @ForAll StringSyntax syntax) {
        assertLossless(source, syntax);
    }

    @Property
    void givesBackAnyHeapOfQuotesAndMarks(@ForAll("heaps") String source, @ForAll StringSyntax syntax) {
        assertLossless(source, syntax);
    }

    @Property
    void readsAQuotedNameAsOneToken(@ForAll String name) {
        String source = '"' + name.replace("\"", "\"\"") + '"';
        assertThat(Lexer.tokens(source, StringSyntax.STANDARD))
                .containsExactly(new Token(TokenKind.QUOTED_IDENTIFIER, 0, source.length()));
    }

    @Property
    void readsAStringConstantAsOneToken(@ForAll String value) {
        String standard = "'" + value.replace("'", "''") + "'";
        assertThat(Lexer.tokens(standard, StringSyntax.STANDARD))
                .containsExactly(new Token(TokenKind.STRING, 0, standard.length()));
        String escaped = "E'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
        assertThat(Lexer.tokens(escaped, StringSyntax.STANDARD))
                .containsExactly(new Token(TokenKind.ESCAPE_STRING, 0, escaped.length()));
    }

    @Provide
    Arbitrary<String> heaps() {
        return Arbitraries.of(
                        "'", "\"", "$", "$$", "$a$", "/*", "*/", "--", "\n", "\r", " ", "E'", "e", "U&'", "U&\"", "B'",
                        "X'", "N'", "\\", "a", "1", "0x", "_", ".", "..", "+", "-", "*", "@", ":", ";", "(", ")", "é",
                        "\0", "\uD83D")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    private static void assertLossless(String source, StringSyntax syntax) {
        List<Token> tokens = Lexer.tokens(source, syntax);
        assertThat(tokens.stream().map(token -> token.text(source)).collect(Collectors.joining()))
                .isEqualTo(source);
        for (int i = 1; i < tokens.size(); i++) {
            assertThat(tokens.get(i).start()).isEqualTo(tokens.get(i - 1).end());
        }
    }
}
