package io.github.schemasplit.sqltext;

import java.util.Set;

/**
 * Reads definitions of columns and constraints, as CREATE TABLE, ALTER TABLE and CREATE DOMAIN hold them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">CREATE TABLE</a>
 */
final class ColumnReader {
    private static final Set<String> DEFAULT_ENDS = Set.of(
            ",",
            "constraint",
            "not",
            "null",
            "unique",
            "primary",
            "check",
            "references",
            "generated",
            "deferrable",
            "initially",
            "collate",
            "storage",
            "compression",
            "options",
            "add",
            "alter",
            "drop");
    private static final Set<String> COMMA = Set.of(",");
    private static final Set<String> ELEMENT_ENDS = Set.of(",", "with");

    private final Grammar grammar;
    private final TokenCursor tokens;

    ColumnReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** {@code (column type …, constraint, LIKE table)}; nothing when no parenthesis is here. */
    void list() {
        if (!tokens.accept("(")) {
            return;
        }
        while (!tokens.isEnd() && !tokens.is(")")) {
            element();
            if (!tokens.accept(",") && !tokens.is(")")) {
                tokens.next();
            }
        }
        tokens.accept(")");
    }

    private void element() {
        switch (tokens.word()) {
            case "like" -> {
                tokens.next();
                grammar.reference(ReferenceKind.RELATION);
                constraints();
            }
            case "constraint", "check", "unique", "primary", "foreign", "exclude", "not" -> tableConstraint();
            default -> column();
        }
    }

    /** A column with its type and constraints, or its name alone. */
    void column() {
        tokens.next();
        if (!endsElement() && !tokens.is("with")) {
            grammar.types.type();
        }
        constraints();
    }

    /** A constraint that stands by itself, at its first word. */
    void tableConstraint() {
        if (tokens.is("exclude") && !isExclusion()) {
            column();
        } else {
            constraints();
        }
    }

    private boolean isExclusion() {
        return tokens.word(1).equals("using") || tokens.word(1).equals("(");
    }

    /** What follows a type, or a constraint, to the comma or parenthesis after it. */
    void constraints() {
        while (!endsElement()) {
            switch (tokens.word()) {
                case "default" -> {
                    tokens.next();
                    grammar.expressions.read(DEFAULT_ENDS, null);
                }
                case "references" -> {
                    tokens.next();
                    grammar.reference(ReferenceKind.RELATION);
                    parenthesesSkipped();
                }
                case "check" -> {
                    tokens.next();
                    grammar.expressions.parentheses(null);
                }
                case "as" -> {
                    tokens.next();
                    if (tokens.is("(")) {
                        grammar.expressions.parentheses(null);
                    }
                }
                case "identity" -> {
                    tokens.next();
                    if (tokens.accept("(")) {
                        grammar.relations.sequenceOptions();
                        tokens.accept(")");
                    }
                }
                case "using" -> {
                    tokens.next();
                    if (!tokens.accept("index")) {
                        grammar.expressions.read(COMMA, null);
                    }
                }
                case "exclude" -> exclusion();
                case "where" -> {
                    tokens.next();
                    grammar.expressions.parentheses(null);
                }
                case "(" -> tokens.skipParentheses();
                default -> tokens.next();
            }
        }
    }

    private void exclusion() {
        tokens.next();
        if (tokens.accept("using")) {
            tokens.next();
        }
        if (!tokens.accept("(")) {
            return;
        }
        while (!tokens.isEnd() && !tokens.is(")")) {
            grammar.expressions.read(ELEMENT_ENDS, null);
            if (tokens.accept("with")) {
                if (tokens.accept("operator")) {
                    parenthesesSkipped();
                } else {
                    tokens.next();
                }
            } else if (!tokens.accept(",")) {
                break;
            }
        }
        tokens.accept(")");
    }

    private void parenthesesSkipped() {
        if (tokens.is("(")) {
            tokens.skipParentheses();
        }
    }

    private boolean endsElement() {
        return tokens.isEnd() || tokens.is(",") || tokens.is(")") || tokens.is(";");
    }
}
