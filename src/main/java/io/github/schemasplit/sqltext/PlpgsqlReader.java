package io.github.schemasplit.sqltext;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Reads the body of a routine of PL/pgSQL, statement by statement. As the server does, it takes what stands before the next
 * THEN, LOOP or semicolon outside of parentheses for the SQL of a statement.
 *
 * @see <a href="https://www.postgresql.org/docs/current/plpgsql-structure.html">Structure of PL/pgSQL</a>
 */
final class PlpgsqlReader {
    private static final Set<String> NOTHING = Set.of();
    private static final Set<String> SEMICOLON = Set.of(";");
    private static final Set<String> THEN = Set.of("then", ";");
    private static final Set<String> LOOP = Set.of("loop", ";");
    private static final Set<String> RANGE = Set.of("..", "loop", ";");
    private static final Set<String> BOUND = Set.of("by", "loop", ";");
    private static final Set<String> WHEN = Set.of("when", ";");
    private static final Set<String> IN = Set.of("in", ";");
    private static final Set<String> ARRAY = Set.of("array", ";");
    private static final Set<String> CURSOR = Set.of("from", "in", "into", ";");
    private static final Set<String> FOR = Set.of("for", "(", ";");
    private static final Set<String> DYNAMIC_ENDS = Set.of("into", "using", ";");
    private static final Set<String> DYNAMIC_LOOP_ENDS = Set.of("using", "loop", ";");
    private static final Set<String> FROM = Set.of("from");
    private static final Set<String> COMMA = Set.of(",", ";");
    private static final Set<String> COMMA_INTO = Set.of(",", "into", ";");
    private static final Set<String> COMMA_LOOP = Set.of(",", "loop", ";");
    private static final Set<String> COMMA_USING = Set.of(",", "using", ";");

    private enum Nest {
        /** Statements of a block. */
        BLOCK,
        /** The handlers of a block. */
        HANDLERS,
        /** IF, CASE or a loop. */
        CONTROL
    }

    private final Grammar grammar;
    private final TokenCursor tokens;
    private final DeclarationReader declarations;
    private final Deque<Nest> nests = new ArrayDeque<>();

    PlpgsqlReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
        this.declarations = new DeclarationReader(grammar, this);
    }

    void body() {
        while (!tokens.isEnd()) {
            int before = tokens.position();
            statement();
            if (tokens.position() == before) {
                tokens.next();
            }
        }
    }

    private void statement() {
        if (isAssignment()) {
            // Variables may have the names of PL/pgSQL's own words.
            assignment();
            return;
        }
        switch (tokens.word()) {
            case ";" -> tokens.next();
            case "<<" -> tokens.skip(3);
            case "#" -> tokens.skip(3);
            case "declare" -> {
                tokens.next();
                declarations.all();
            }
            case "begin" -> {
                tokens.next();
                nests.push(Nest.BLOCK);
            }
            case "exception" -> {
                tokens.next();
                nests.poll();
                nests.push(Nest.HANDLERS);
            }
            case "end" -> {
                nests.poll();
                skipTo(SEMICOLON);
            }
            case "if" -> {
                nests.push(Nest.CONTROL);
                expression(THEN);
            }
            case "elsif", "elseif" -> expression(THEN);
            case "while" -> expression(LOOP);
            case "case" -> {
                nests.push(Nest.CONTROL);
                if (!tokens.word(1).equals("when")) {
                    expression(WHEN);
                } else {
                    tokens.next();
                }
            }
            case "when" -> {
                if (nests.peek() == Nest.HANDLERS) {
                    skipTo(THEN);
                } else {
                    expression(THEN);
                }
            }
            case "then", "else" -> tokens.next();
            case "loop" -> {
                tokens.next();
                nests.push(Nest.CONTROL);
            }
            case "for" -> loop();
            case "foreach" -> {
                skipTo(ARRAY);
                expression(LOOP);
            }
            default -> simple();
        }
    }

    /** Statements that a semicolon ends. */
    private void simple() {
        switch (tokens.word()) {
            case "return" -> result();
            case "raise" -> {
                int start = tokens.position();
                raise();
                grammar.messages.add(new TokenRange(start, tokens.position()));
            }
            case "assert" -> {
                expression(COMMA);
                if (tokens.is(",")) {
                    expression(SEMICOLON);
                }
            }
            case "perform" -> expression(SEMICOLON);
            case "execute" -> dynamic(SEMICOLON);
            case "exit", "continue" -> {
                skipTo(WHEN);
                if (tokens.is("when")) {
                    expression(SEMICOLON);
                }
            }
            case "open" -> open();
            case "fetch", "move" -> fetch();
            case "get", "close", "null", "commit", "rollback" -> skipTo(SEMICOLON);
            default -> sql(SEMICOLON);
        }
    }

    /** A name, fields and subscripts of it, and {@code :=} or {@code =}. */
    private boolean isAssignment() {
        int offset = 1;
        while (true) {
            switch (tokens.word(offset)) {
                case "." -> offset += 2;
                case "[" -> offset = afterBracket(offset);
                case ":=", "=" -> {
                    return true;
                }
                default -> {
                    return false;
                }
            }
        }
    }

    private void assignment() {
        int variable = tokens.position();
        while (!tokens.isEnd() && !tokens.is(":=") && !tokens.is("=")) {
            if (tokens.accept("[")) {
                grammar.expressions.read(NOTHING, null);
            } else {
                tokens.next();
            }
        }
        int value = tokens.position() + 1;
        expression(SEMICOLON);
        if (value == variable + 2) {
            grammar.assignments.add(new Assignment(variable, new TokenRange(value, tokens.position())));
        }
    }

    private int afterBracket(int offset) {
        int depth = 0;
        int i = offset;
        do {
            switch (tokens.word(i)) {
                case "[" -> depth++;
                case "]" -> depth--;
                case TokenCursor.END -> {
                    return i;
                }
                default -> {}
            }
            i++;
        } while (depth > 0);
        return i;
    }

    private void result() {
        if (tokens.word(1).equals("query")) {
            tokens.skip(2);
            if (tokens.is("execute")) {
                dynamic(SEMICOLON);
            } else {
                sql(SEMICOLON);
            }
        } else if (tokens.word(1).equals("next")) {
            tokens.next();
            expression(SEMICOLON);
        } else {
            expression(SEMICOLON);
        }
    }

    private void raise() {
        tokens.next();
        switch (tokens.word()) {
            case "debug", "log", "info", "notice", "warning", "exception" -> tokens.next();
            default -> {}
        }
        if (tokens.accept("sqlstate") || (tokens.isName() && !tokens.is("using"))) {
            tokens.next();
        } else if (tokens.is(TokenCursor.STRING)) {
            tokens.next();
        }
        if (tokens.is(",")) {
            expressions(COMMA_USING);
        }
        while (tokens.is("using") || tokens.is(",")) {
            tokens.skip(2);
            expression(COMMA);
        }
    }

    private void loop() {
        skipTo(IN);
        if (!tokens.accept("in")) {
            return;
        }
        tokens.accept("reverse");
        if (tokens.is("execute")) {
            dynamic(LOOP);
            return;
        }
        if (holdsRange()) {
            limited(RANGE, () -> grammar.queries.select(null));
            expression(BOUND);
            if (tokens.is("by")) {
                expression(LOOP);
            }
            return;
        }
        switch (tokens.word()) {
            case "select", "with", "values", "table", "(", "explain" -> sql(LOOP);
            default -> {
                int cursor = 1;
                while (tokens.word(cursor).equals(".")) {
                    cursor += 2;
                }
                if (tokens.word(cursor).equals("(") || tokens.word(cursor).equals("loop")) {
                    tokens.skip(cursor);
                    limited(LOOP, this::arguments);
                } else {
                    sql(LOOP);
                }
            }
        }
    }

    private boolean holdsRange() {
        for (int offset = 0; ; offset++) {
            switch (tokens.word(offset)) {
                case ".." -> {
                    return true;
                }
                case "loop", ";", TokenCursor.END -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    /** {@code FETCH RELATIVE n FROM cursor}. */
    private void fetch() {
        tokens.next();
        switch (tokens.word()) {
            case "absolute", "relative", "forward", "backward" -> tokens.next();
            default -> {}
        }
        limited(CURSOR, () -> grammar.expressions.read(NOTHING, null));
        skipTo(SEMICOLON);
    }

    private void open() {
        skipTo(FOR);
        if (tokens.accept("for")) {
            if (tokens.is("execute")) {
                dynamic(SEMICOLON);
            } else {
                sql(SEMICOLON);
            }
        } else {
            limited(SEMICOLON, this::arguments);
        }
    }

    /** Those of a cursor: the server makes one query of them. */
    private void arguments() {
        if (tokens.accept("(")) {
            grammar.expressions.read(FROM, null);
            if (tokens.is("from")) {
                grammar.queries.select(null);
            }
        }
    }

    /** EXECUTE, at that word: the text is an expression. */
    private void dynamic(Set<String> ends) {
        int start = tokens.position() + 1;
        Set<String> parts = ends == LOOP ? DYNAMIC_LOOP_ENDS : DYNAMIC_ENDS;
        expression(parts);
        grammar.commands.add(new TokenRange(start, tokens.position()));
        while (tokens.is("into") || tokens.is("using")) {
            if (tokens.accept("into")) {
                grammar.variables();
            } else {
                expressions(ends == LOOP ? COMMA_LOOP : COMMA_INTO);
            }
        }
        skipTo(ends);
    }

    /** What is after the current word: an expression, or what may follow SELECT. */
    private void expression(Set<String> ends) {
        tokens.next();
        limited(ends, () -> grammar.queries.select(null));
    }

    /** What is after the current word: expressions with commas between them, each with what may follow SELECT. */
    private void expressions(Set<String> ends) {
        do {
            expression(ends);
        } while (tokens.is(","));
    }

    /** A statement of SQL, from the current word on. */
    void sql(Set<String> ends) {
        limited(ends, grammar.statements::statement);
    }

    /** Reads up to one of {@code ends} outside of brackets, and goes there. */
    void limited(Set<String> ends, Runnable reading) {
        int start = tokens.position();
        int limit = tokens.limit();
        skipTo(ends);
        int end = tokens.position();
        tokens.back(start);
        tokens.limit(end);
        reading.run();
        tokens.limit(limit);
        tokens.back(end);
    }

    /** Goes on to one of {@code ends} outside of brackets. */
    private void skipTo(Set<String> ends) {
        int depth = 0;
        while (!tokens.isEnd()) {
            String word = tokens.word();
            if (depth == 0 && ends.contains(word)) {
                return;
            }
            switch (word) {
                case "(", "[" -> depth++;
                case ")", "]" -> depth = Math.max(0, depth - 1);
                default -> {}
            }
            tokens.next();
        }
    }
}
