package io.github.schemasplit.sqltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One statement of a script.
 *
 * @param text the statement from its first token to its last, without the closing semicolon
 * @param line the line of its first token in the script, from 1
 * @param copyData for {@code COPY … FROM stdin}, the lines of data that follow it, each with its line end and without the
 *     closing {@code \.}
 */
public record ScriptStatement(String text, int line, Optional<String> copyData) {
    public ScriptStatement {
        if (text.isEmpty() || line < 1) {
            throw new IllegalArgumentException("a statement has a text and a line from 1: line " + line);
        }
    }

    /**
     * The words that the statement begins with, in upper case, up to the first token that is none, such as {@code [CREATE,
     * UNIQUE, INDEX, CONCURRENTLY, I, ON, T]}.
     */
    public List<String> leadingWords() {
        List<String> words = new ArrayList<>();
        Lexer lexer = new Lexer(text, StringSyntax.STANDARD);
        while (lexer.hasNext()) {
            Token token = lexer.next();
            if (token.kind() == TokenKind.WORD) {
                words.add(token.text(text).toUpperCase(Locale.ROOT));
            } else if (!token.kind().isBlank()) {
                break;
            }
        }
        return List.copyOf(words);
    }
}
