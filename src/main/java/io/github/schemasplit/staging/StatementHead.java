package io.github.schemasplit.staging;

import io.github.schemasplit.sqltext.Lexer;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.Token;
import java.util.stream.Collectors;

/** The beginning of a statement, for an error message: a few lines, without passwords. */
record StatementHead(String text) {
    private static final int MAX_LINES = 3;
    private static final int MAX_WIDTH = 160;

    static StatementHead of(String statement) {
        StringBuilder text = new StringBuilder();
        Lexer lexer = new Lexer(statement, StringSyntax.STANDARD);
        boolean secret = false;
        while (lexer.hasNext()) {
            Token token = lexer.next();
            if (secret && isString(token)) {
                text.append("'***'");
            } else {
                text.append(token.text(statement));
            }
            secret = token.isWord(statement, "PASSWORD")
                    || token.isWord(statement, "CONNECTION")
                    || (secret && token.kind().isBlank());
        }
        return new StatementHead(text.toString());
    }

    private static boolean isString(Token token) {
        return switch (token.kind()) {
            case STRING, ESCAPE_STRING, UNICODE_STRING, DOLLAR_STRING, UNTERMINATED -> true;
            default -> false;
        };
    }

    /** The first lines, each indented and cut to a width that a console has. */
    String indented() {
        String lines = text.lines().limit(MAX_LINES).map(StatementHead::cut).collect(Collectors.joining("\n"));
        return text.lines().count() > MAX_LINES ? lines + "\n    …" : lines;
    }

    private static String cut(String line) {
        return "    " + (line.length() > MAX_WIDTH ? line.substring(0, MAX_WIDTH) + "…" : line);
    }
}
