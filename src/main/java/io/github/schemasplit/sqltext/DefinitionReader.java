package io.github.schemasplit.sqltext;

import java.util.Set;

/**
 * Reads what defines objects that are neither relations, routines nor types.
 */
final class DefinitionReader {
    private final Grammar grammar;
    private final TokenCursor tokens;

    DefinitionReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    void statistics() {
        grammar.acceptIfNotExists();
        while (!tokens.isEnd() && !tokens.is("on")) {
            if (tokens.is("(")) {
                tokens.skipParentheses();
            } else {
                tokens.next();
            }
        }
        tokens.next();
        grammar.expressions.read(Set.of("from"), null);
        if (tokens.accept("from")) {
            int first = grammar.found.count();
            grammar.from.list(null);
            grammar.found.acted(first, Act.DEFINITION);
        }
    }

    void publication() {
        tokens.next();
        if (!tokens.is("for") && !tokens.is("add") && !tokens.is("drop") && !tokens.is("set")) {
            return;
        }
        tokens.next();
        if (tokens.is("(")) {
            return;
        }
        boolean tables = false;
        while (!tokens.isEnd() && !tokens.is(";") && !tokens.is("with")) {
            if (tokens.accept("tables", "in")) {
                tables = false;
            } else if (tokens.accept("table")) {
                tables = true;
            } else if (tables && (tokens.isName() || tokens.is("only"))) {
                member();
            } else {
                tokens.next();
            }
        }
    }

    private void member() {
        int first = grammar.found.count();
        grammar.relation();
        grammar.found.acted(first, Act.PUBLICATION);
        if (tokens.is("(")) {
            tokens.skipParentheses();
        }
        if (tokens.accept("where")) {
            grammar.expressions.parentheses(null);
        }
    }

    void schema() {
        while (!tokens.isEnd() && !tokens.is(";")) {
            if (tokens.is("grant") && tokens.word(1).equals("option")) {
                tokens.skip(2);
            } else if (tokens.is("create") || tokens.is("grant")) {
                int before = tokens.position();
                grammar.nestedStatement();
                if (tokens.position() == before) {
                    tokens.next();
                }
            } else {
                tokens.next();
            }
        }
    }

    /** A name, and then routines after words such as HANDLER. */
    void handlers() {
        grammar.skipName();
        while (!tokens.isEnd() && !tokens.is(";")) {
            switch (tokens.word()) {
                case "no" -> tokens.skip(2);
                case "handler", "inline", "validator", "from" -> {
                    tokens.next();
                    grammar.reference(ReferenceKind.ROUTINE);
                }
                case "(" -> tokens.skipParentheses();
                default -> tokens.next();
            }
        }
    }

    void eventTrigger() {
        while (!tokens.isEnd() && !tokens.is(";")) {
            if (tokens.accept("execute", "function") || tokens.accept("execute", "procedure")) {
                grammar.reference(ReferenceKind.ROUTINE);
                return;
            }
            tokens.next();
        }
    }

    void transform() {
        tokens.accept("for");
        grammar.types.type();
        while (!tokens.isEnd() && !tokens.is(";")) {
            if (tokens.accept("with", "function")) {
                grammar.routines.signature();
            } else {
                tokens.next();
            }
        }
    }
}
