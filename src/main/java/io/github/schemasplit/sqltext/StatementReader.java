package io.github.schemasplit.sqltext;

import java.util.Set;

/**
 * Reads statements of any kind.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-commands.html">SQL Commands</a>
 */
final class StatementReader {
    private final Grammar grammar;
    private final TokenCursor tokens;

    StatementReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** Goes over all statements. */
    void all() {
        while (!tokens.isEnd()) {
            statement();
            while (!tokens.isEnd() && !tokens.accept(";")) {
                tokens.next();
            }
        }
    }

    /** Goes over one statement as far as it names anything. */
    void statement() {
        switch (tokens.word()) {
            case "select", "values", "table", "with", "(", "insert", "update", "delete", "merge" ->
                grammar.queries.query(null);
            case "create" -> grammar.creations.create();
            case "alter" -> grammar.alterations.alter();
            case "drop" -> {
                tokens.next();
                if (!tokens.is("owned")) {
                    grammar.objects.drop();
                }
            }
            case "comment" -> {
                tokens.skip(2);
                grammar.objects.object();
            }
            case "security" -> {
                if (tokens.skipTo("on")) {
                    tokens.next();
                    grammar.objects.object();
                }
            }
            case "grant", "revoke" -> grant();
            case "truncate" -> {
                tokens.next();
                tokens.accept("table");
                relations(Act.TRUNCATE);
            }
            case "lock" -> lock();
            case "copy" -> copy();
            case "analyze", "analyse", "vacuum" -> vacuum();
            case "cluster" -> cluster();
            case "reindex" -> reindex();
            case "refresh" -> {
                tokens.skip(3);
                tokens.accept("concurrently");
                grammar.reference(ReferenceKind.RELATION, Act.REFRESH);
            }
            case "explain" -> explain();
            case "prepare" -> prepare();
            case "execute" -> {
                tokens.skip(2);
                grammar.expressions.parentheses(null);
            }
            case "declare" -> {
                if (tokens.skipTo("for")) {
                    tokens.next();
                    grammar.queries.query(null);
                }
            }
            case "set" -> {
                if (tokens.accept("set", "constraints") && !tokens.is("all")) {
                    grammar.references(ReferenceKind.CONSTRAINT);
                }
            }
            case "call" -> {
                tokens.next();
                grammar.expressions.read(Set.of(), null);
            }
            default -> {}
        }
    }

    /** Whether a query in parentheses begins here. */
    boolean isParenthesizedQuery() {
        int offset = 0;
        while (tokens.word(offset).equals("(")) {
            offset++;
        }
        boolean query = switch (tokens.word(offset)) {
            case "select", "table", "with" -> true;
            case "values" -> tokens.word(offset + 1).equals("(");
            default -> false;
        };
        return query && offset > 0 && !holdsSemicolon();
    }

    private boolean holdsSemicolon() {
        int depth = 0;
        int offset = 0;
        do {
            switch (tokens.word(offset)) {
                case "(" -> depth++;
                case ")" -> depth--;
                case ";" -> {
                    return true;
                }
                case TokenCursor.END -> {
                    return false;
                }
                default -> {}
            }
            offset++;
        } while (depth > 0);
        return false;
    }

    private void relations(Act act) {
        int first = grammar.found.count();
        grammar.references(ReferenceKind.RELATION);
        grammar.found.acted(first, act);
    }

    private void lock() {
        tokens.next();
        tokens.accept("table");
        int first = grammar.found.count();
        grammar.references(ReferenceKind.RELATION);
        if (tokens.is("in") && tokens.word(1).equals("access") && tokens.word(2).equals("share")) {
            grammar.found.acted(first, Act.SHARE_LOCK);
        }
    }

    private void grant() {
        tokens.next();
        while (!tokens.isEnd() && !tokens.is(";") && !tokens.is("to") && !tokens.is("from")) {
            if (tokens.accept("on")) {
                int first = grammar.found.count();
                grammar.objects.granted();
                grammar.found.acted(first, Act.GRANT);
                return;
            }
            if (tokens.is("(")) {
                tokens.skipParentheses();
            } else {
                tokens.next();
            }
        }
    }

    private void copy() {
        tokens.next();
        tokens.accept("binary");
        if (tokens.accept("(")) {
            grammar.nested(null);
            tokens.accept(")");
        } else {
            int first = grammar.found.count();
            grammar.reference(ReferenceKind.RELATION);
            if (tokens.is("(")) {
                tokens.skipParentheses();
            }
            grammar.found.acted(first, tokens.is("to") ? Act.COPY_TO : Act.COPY_FROM);
        }
        if (tokens.skipTo("where")) {
            tokens.next();
            grammar.expressions.read(Set.of(), null);
        }
    }

    private void vacuum() {
        tokens.next();
        if (tokens.is("(")) {
            tokens.skipParentheses();
        }
        while (tokens.is("full")
                || tokens.is("freeze")
                || tokens.is("verbose")
                || tokens.is("analyze")
                || tokens.is("analyse")) {
            tokens.next();
        }
        int first = grammar.found.count();
        do {
            grammar.relation();
            if (tokens.is("(")) {
                tokens.skipParentheses();
            }
        } while (tokens.accept(","));
        grammar.found.acted(first, Act.MAINTENANCE);
    }

    private void cluster() {
        tokens.next();
        if (tokens.is("(")) {
            tokens.skipParentheses();
        }
        tokens.accept("verbose");
        if (tokens.isName() && tokens.word(1).equals("on")) {
            tokens.skip(2);
        }
        grammar.reference(ReferenceKind.RELATION, Act.MAINTENANCE);
    }

    private void reindex() {
        tokens.next();
        if (tokens.is("(")) {
            tokens.skipParentheses();
        }
        boolean relation = tokens.is("table") || tokens.is("index");
        tokens.next();
        tokens.accept("concurrently");
        if (relation) {
            grammar.reference(ReferenceKind.RELATION, Act.MAINTENANCE);
        }
    }

    private void explain() {
        tokens.next();
        if (tokens.is("(") && !isParenthesizedQuery()) {
            tokens.skipParentheses();
        }
        while (tokens.is("analyze") || tokens.is("analyse") || tokens.is("verbose")) {
            tokens.next();
        }
        grammar.nestedStatement();
    }

    private void prepare() {
        tokens.skip(2);
        if (tokens.accept("(")) {
            do {
                grammar.types.type();
            } while (tokens.accept(","));
            tokens.accept(")");
        }
        if (tokens.accept("as")) {
            grammar.nestedStatement();
        }
    }
}
