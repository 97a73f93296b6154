package io.github.schemasplit.sqltext;

import java.util.List;

/**
 * Reads types: {@code SETOF public.status[]}, {@code double precision}, {@code orders.id%TYPE}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">Data Types</a>
 */
final class TypeReader {
    private final Grammar grammar;

    TypeReader(Grammar grammar) {
        this.grammar = grammar;
    }

    /** Goes over a type, which may be that of a column or relation: {@code orders.id%TYPE}. */
    void type() {
        type(true);
    }

    /** Goes over a type in an expression, where a percent sign after it is an operator. */
    void operand() {
        type(false);
    }

    private void type(boolean mayBeCopied) {
        TokenCursor tokens = grammar.tokens;
        tokens.accept("setof");
        switch (tokens.word()) {
            case "double" -> {
                if (!tokens.accept("double", "precision")) {
                    named(mayBeCopied);
                }
            }
            case "national" -> {
                tokens.skip(2);
                tokens.accept("varying");
                parameters();
            }
            case "char", "character", "nchar", "bit" -> {
                tokens.next();
                tokens.accept("varying");
                parameters();
            }
            case "time", "timestamp" -> {
                tokens.next();
                parameters();
                zone();
            }
            case "interval" -> {
                tokens.next();
                intervalFields();
            }
            case "int",
                    "integer",
                    "smallint",
                    "bigint",
                    "real",
                    "boolean",
                    "float",
                    "numeric",
                    "decimal",
                    "dec",
                    "varchar",
                    "json" -> {
                tokens.next();
                parameters();
            }
            default -> named(mayBeCopied);
        }
        arrays();
    }

    private void named(boolean mayBeCopied) {
        TokenCursor tokens = grammar.tokens;
        if (!tokens.isName()) {
            return;
        }
        List<NamePart> name = grammar.name();
        if (mayBeCopied && tokens.is("%") && tokens.word(1).equals("type")) {
            tokens.skip(2);
            if (name.size() > 1) {
                grammar.found.add(ReferenceKind.COLUMN, name);
            }
        } else if (mayBeCopied && tokens.is("%") && tokens.word(1).equals("rowtype")) {
            // Looked for among relations, a composite type being one too: the server's own types hide none.
            tokens.skip(2);
            int first = grammar.found.count();
            grammar.found.add(ReferenceKind.RELATION, name);
            grammar.found.acted(first, Act.ROW_TYPE);
        } else {
            grammar.found.add(ReferenceKind.TYPE, name);
            parameters();
        }
    }

    /** {@code (10, 2)}: to the grammar, any expressions. */
    private void parameters() {
        if (grammar.tokens.is("(")) {
            grammar.within(() -> grammar.expressions.parentheses(null));
        }
    }

    private void zone() {
        TokenCursor tokens = grammar.tokens;
        if ((tokens.is("with") || tokens.is("without")) && tokens.word(1).equals("time")) {
            tokens.skip(3);
        }
    }

    /** {@code DAY TO SECOND (3)}, of an interval. */
    void intervalFields() {
        TokenCursor tokens = grammar.tokens;
        while (true) {
            switch (tokens.word()) {
                case "year", "month", "day", "hour", "minute", "second" -> tokens.next();
                case "to" -> {
                    switch (tokens.word(1)) {
                        case "month", "hour", "minute", "second" -> tokens.skip(2);
                        default -> {
                            return;
                        }
                    }
                }
                case "(" -> tokens.skipParentheses();
                default -> {
                    return;
                }
            }
        }
    }

    private void arrays() {
        TokenCursor tokens = grammar.tokens;
        tokens.accept("array");
        while (tokens.is("[")) {
            tokens.skip(tokens.word(1).equals("]") ? 2 : 3);
        }
    }
}
