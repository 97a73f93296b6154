package io.github.schemasplit.sqltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a script into its statements, as psql does.
 *
 * <p>A semicolon ends a statement unless it stands in a string, a quoted identifier, a comment, parentheses ({@code CREATE
 * RULE … DO (a; b)}) or a {@code BEGIN ATOMIC … END} body. Rows after {@code COPY … FROM stdin;} belong to that statement.
 * {@code \restrict} and {@code \}{@code unrestrict}, which pg_dump writes, are passed over; every other command of psql is an
 * error. {@code SET standard_conforming_strings} is followed.
 */
public final class ScriptSplitter {
    private final String script;
    private final Lexer lexer;
    private final List<ScriptStatement> statements = new ArrayList<>();
    private StringSyntax syntax = StringSyntax.STANDARD;
    private StatementShape shape;
    private int start = -1;
    private int end;
    private int countedTo;
    private int line = 1;

    private ScriptSplitter(String script) {
        this.script = script;
        this.lexer = new Lexer(script, syntax);
        this.shape = new StatementShape(script);
    }

    /**
     * The statements of {@code script}, in order; empty ones are left out.
     *
     * @throws ScriptException when a string or comment has no end, COPY rows have no end, or there is a command of psql
     */
    public static List<ScriptStatement> split(String script) {
        return new ScriptSplitter(script).split();
    }

    private List<ScriptStatement> split() {
        while (lexer.hasNext()) {
            Token token = lexer.next();
            if (token.kind() == TokenKind.UNTERMINATED) {
                throw unterminated(token);
            } else if (token.kind() == TokenKind.OTHER && script.charAt(token.start()) == '\\') {
                skip(MetaCommand.at(script, token.start()), token.start());
            } else if (token.isPunctuation(script, ";") && shape.endsAtSemicolon()) {
                finish(token.end());
            } else if (!token.kind().isBlank()) {
                add(token);
            }
        }
        finish(script.length());
        return List.copyOf(statements);
    }

    private void add(Token token) {
        if (start < 0) {
            start = token.start();
        }
        end = token.end();
        shape.see(token);
    }

    private void finish(int afterSemicolon) {
        if (start >= 0) {
            int firstLine = lineOf(start);
            Optional<String> rows = shape.takesRows() ? Optional.of(rows(afterSemicolon)) : Optional.empty();
            statements.add(new ScriptStatement(script.substring(start, end), firstLine, rows));
            syntax = shape.syntaxAfter(syntax);
            lexer.use(syntax);
        }
        start = -1;
        shape = new StatementShape(script);
    }

    private String rows(int afterSemicolon) {
        int first = Comments.endOfLine(script, afterSemicolon);
        if (!script.substring(afterSemicolon, first).isBlank()) {
            throw new ScriptException(
                    lineOf(afterSemicolon),
                    "there is text after COPY … FROM stdin; on the same line: put it on a line after the rows");
        }
        first = nextLine(first);
        for (int lineStart = first; lineStart < script.length(); lineStart = nextLine(lineStart)) {
            int lineEnd = script.indexOf('\n', lineStart);
            String text = script.substring(lineStart, lineEnd < 0 ? script.length() : lineEnd);
            if (text.equals("\\.") || text.equals("\\.\r")) {
                lexer.jumpTo(nextLine(lineStart));
                return script.substring(first, lineStart);
            }
        }
        throw new ScriptException(
                lineOf(start), "the rows of COPY … FROM stdin have no end: put a line \\. after the last row");
    }

    private int nextLine(int from) {
        int lineEnd = script.indexOf('\n', from);
        return lineEnd < 0 ? script.length() : lineEnd + 1;
    }

    private void skip(MetaCommand command, int at) {
        if (start >= 0 || !command.isIgnored()) {
            throw new ScriptException(lineOf(at), command.advice());
        }
        lexer.jumpTo(Comments.endOfLine(script, at));
    }

    private ScriptException unterminated(Token token) {
        String what = switch (script.charAt(token.start())) {
            case '/' -> "comment";
            case '"' -> "quoted identifier";
            default -> "string";
        };
        return new ScriptException(
                lineOf(token.start()),
                "the " + what + " that begins here has no end: close it, or look for a stray quote");
    }

    /** The line of an offset; offsets are asked for in rising order. */
    private int lineOf(int offset) {
        for (; countedTo < offset; countedTo++) {
            if (script.charAt(countedTo) == '\n') {
                line++;
            }
        }
        return line;
    }
}
