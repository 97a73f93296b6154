package io.github.schemasplit.sqltext;

import java.util.List;
import java.util.Set;

/** Reads what creates and alters relations, after the words that say of which kind. */
final class RelationReader {
    private static final Set<String> COMMA = Set.of(",");

    private final Grammar grammar;
    private final TokenCursor tokens;

    RelationReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    void createTable() {
        grammar.acceptIfNotExists();
        grammar.created(ReferenceKind.RELATION);
        if (tokens.accept("of")) {
            grammar.reference(ReferenceKind.TYPE);
            grammar.columns.listWithoutTypes();
        } else if (tokens.accept("partition", "of")) {
            grammar.reference(ReferenceKind.RELATION, Act.CHILDREN);
            grammar.columns.listWithoutTypes();
        } else {
            grammar.columns.list();
        }
        tableOptions();
    }

    private void tableOptions() {
        while (!tokens.isEnd() && !tokens.is(";")) {
            switch (tokens.word()) {
                case "inherits" -> {
                    tokens.next();
                    if (tokens.accept("(")) {
                        int first = grammar.found.count();
                        grammar.references(ReferenceKind.RELATION);
                        grammar.found.acted(first, Act.CHILDREN);
                        tokens.accept(")");
                    }
                }
                case "for" -> {
                    tokens.skip(2);
                    bounds();
                }
                case "partition" -> {
                    tokens.skip(3);
                    grammar.expressions.parentheses(null);
                }
                case "server", "tablespace", "using" -> tokens.skip(2);
                case "as" -> {
                    tokens.next();
                    grammar.nestedStatement();
                    return;
                }
                case "(" -> tokens.skipParentheses();
                case "create", "grant" -> {
                    return;
                }
                default -> tokens.next();
            }
        }
    }

    void createView(boolean recursive, boolean replaces) {
        grammar.acceptIfNotExists();
        CteScope scope = null;
        if (tokens.isName()) {
            int first = grammar.found.count();
            List<NamePart> name = grammar.name();
            grammar.found.addCreated(ReferenceKind.RELATION, name);
            grammar.found.acted(first, replaces ? Act.DEFINITION : Act.NEW_VIEW);
            if (recursive) {
                scope = new CteScope(null);
                scope.name(name.get(name.size() - 1).identifier(), 0);
            }
        }
        while (!tokens.isEnd() && !tokens.accept("as")) {
            if (tokens.is("(")) {
                tokens.skipParentheses();
            } else {
                tokens.next();
            }
        }
        grammar.queries.query(scope);
    }

    void createSequence() {
        grammar.acceptIfNotExists();
        grammar.created(ReferenceKind.RELATION);
        sequenceOptions();
    }

    /** Options of a sequence, to a parenthesis, a semicolon or the end. */
    void sequenceOptions() {
        while (!tokens.isEnd() && !tokens.is(")") && !tokens.is(";") && !tokens.is("create") && !tokens.is("grant")) {
            if (tokens.accept("as")) {
                grammar.types.type();
            } else if (tokens.accept("owned", "by")) {
                if (tokens.is("none") && !tokens.word(1).equals(".")) {
                    tokens.next();
                } else {
                    grammar.column();
                }
            } else if (tokens.accept("sequence", "name")) {
                grammar.created(ReferenceKind.RELATION);
            } else {
                tokens.next();
            }
        }
    }

    void createIndex() {
        tokens.accept("concurrently");
        grammar.acceptIfNotExists();
        grammar.created(ReferenceKind.RELATION);
        tokens.accept("on");
        tokens.accept("only");
        grammar.reference(ReferenceKind.RELATION, Act.DEFINITION);
        if (tokens.accept("using")) {
            tokens.next();
        }
        grammar.expressions.parentheses(null);
        while (!tokens.isEnd() && !tokens.is(";") && !tokens.is("create") && !tokens.is("grant")) {
            if (tokens.accept("where")) {
                grammar.expressions.read(Set.of("create", "grant"), null);
            } else if (tokens.accept("include")) {
                grammar.expressions.parentheses(null);
            } else if (tokens.is("tablespace")) {
                tokens.skip(2);
            } else if (tokens.is("(")) {
                tokens.skipParentheses();
            } else {
                tokens.next();
            }
        }
    }

    /** After ALTER TABLE, ALTER VIEW and the like. */
    void alter() {
        if (tokens.is("all") && tokens.word(1).equals("in")) {
            return;
        }
        grammar.acceptIfExists();
        int first = grammar.found.count();
        grammar.relation();
        grammar.found.acted(first, Act.DEFINITION);
        actions();
    }

    private void actions() {
        do {
            action();
        } while (tokens.accept(","));
    }

    void alterSequence() {
        grammar.acceptIfExists();
        grammar.reference(ReferenceKind.RELATION, Act.DEFINITION);
        if (tokens.is("add") || tokens.is("alter") || tokens.is("inherit")) {
            actions();
        } else {
            sequenceOptions();
        }
    }

    private void action() {
        switch (tokens.word()) {
            case "add" -> {
                tokens.next();
                add();
            }
            case "alter" -> {
                tokens.next();
                tokens.accept("column");
                tokens.next();
                alterColumn();
            }
            case "attach", "detach" -> {
                tokens.skip(2);
                grammar.reference(ReferenceKind.RELATION, Act.CHILDREN);
                if (tokens.accept("for", "values")) {
                    bounds();
                }
            }
            case "inherit" -> {
                tokens.next();
                grammar.reference(ReferenceKind.RELATION, Act.CHILDREN);
            }
            case "no" -> {
                tokens.next();
                if (tokens.accept("inherit")) {
                    grammar.reference(ReferenceKind.RELATION, Act.CHILDREN);
                }
            }
            case "of" -> {
                tokens.next();
                grammar.reference(ReferenceKind.TYPE);
            }
            default -> {}
        }
        rest();
    }

    private void add() {
        switch (tokens.word()) {
            case "constraint", "check", "unique", "primary", "foreign", "exclude", "not" ->
                grammar.columns.tableConstraint();
            default -> {
                tokens.accept("column");
                grammar.acceptIfNotExists();
                grammar.columns.column();
            }
        }
    }

    private void alterColumn() {
        if (tokens.is("set") && tokens.word(1).equals("data")) {
            tokens.skip(2);
        }
        if (tokens.accept("type")) {
            grammar.types.type();
            grammar.columns.constraints();
        } else if (tokens.accept("set", "default")) {
            grammar.expressions.read(COMMA, null);
        } else if (tokens.accept("set", "expression")) {
            tokens.accept("as");
            grammar.expressions.parentheses(null);
        } else {
            grammar.columns.constraints();
        }
    }

    /** {@code FROM (…) TO (…)}, {@code IN (…)} or {@code WITH (MODULUS …)}. */
    private void bounds() {
        if (tokens.accept("from") || tokens.accept("in")) {
            grammar.expressions.parentheses(null);
            if (tokens.accept("to")) {
                grammar.expressions.parentheses(null);
            }
        }
    }

    private void rest() {
        while (!tokens.isEnd() && !tokens.is(",") && !tokens.is(";")) {
            if (tokens.is("(")) {
                tokens.skipParentheses();
            } else {
                tokens.next();
            }
        }
    }

    void createTrigger() {
        tokens.next();
        while (!tokens.isEnd() && !tokens.is(";") && !tokens.accept("on")) {
            tokens.next();
        }
        grammar.reference(ReferenceKind.RELATION, Act.DEFINITION);
        if (tokens.accept("from")) {
            grammar.reference(ReferenceKind.RELATION, Act.DEFINITION);
        }
        while (!tokens.isEnd() && !tokens.is(";")) {
            if (tokens.accept("when")) {
                grammar.expressions.parentheses(null);
            } else if (tokens.accept("execute", "function") || tokens.accept("execute", "procedure")) {
                grammar.reference(ReferenceKind.ROUTINE);
                if (tokens.is("(")) {
                    tokens.skipParentheses();
                }
                return;
            } else {
                tokens.next();
            }
        }
    }

    void createRule() {
        tokens.next();
        tokens.skip(3);
        if (tokens.accept("to")) {
            grammar.reference(ReferenceKind.RELATION, Act.DEFINITION);
        }
        if (tokens.accept("where")) {
            grammar.expressions.read(Set.of("do"), null);
        }
        tokens.accept("do");
        if (!tokens.accept("also")) {
            tokens.accept("instead");
        }
        if (tokens.is("(") && !grammar.statements.isParenthesizedQuery()) {
            tokens.next();
            do {
                grammar.nestedStatement();
                while (!tokens.isEnd() && !tokens.is(";") && !tokens.is(")")) {
                    tokens.next();
                }
            } while (tokens.accept(";"));
            tokens.accept(")");
        } else {
            grammar.nestedStatement();
        }
    }

    /** After CREATE POLICY and ALTER POLICY. */
    void policy() {
        grammar.acceptIfExists();
        tokens.next();
        if (!tokens.accept("on")) {
            return;
        }
        grammar.reference(ReferenceKind.RELATION, Act.DEFINITION);
        while (!tokens.isEnd() && !tokens.is(";")) {
            if (tokens.is("(")) {
                grammar.expressions.parentheses(null);
            } else {
                tokens.next();
            }
        }
    }
}
