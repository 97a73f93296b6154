package io.github.schemasplit.sqltext;

import java.util.Set;

/** Reads what creates routines and types, after the words that say of which kind. */
final class RoutineReader {
    /** Parameters of CREATE AGGREGATE, TYPE, OPERATOR and TEXT SEARCH that name routines. */
    private static final Set<String> ROUTINES = Set.of(
            "sfunc",
            "sfunc1",
            "finalfunc",
            "combinefunc",
            "serialfunc",
            "deserialfunc",
            "msfunc",
            "minvfunc",
            "mfinalfunc",
            "input",
            "output",
            "receive",
            "send",
            "typmod_in",
            "typmod_out",
            "analyze",
            "subscript",
            "canonical",
            "subtype_diff",
            "function",
            "procedure",
            "restrict",
            "join",
            "start",
            "gettoken",
            "end",
            "lextypes",
            "headline",
            "init",
            "lexize");
    /** Parameters of these that name types. */
    private static final Set<String> TYPES = Set.of(
            "stype",
            "stype1",
            "mstype",
            "basetype",
            "subtype",
            "leftarg",
            "rightarg",
            "element",
            "like",
            "multirange_type_name");

    private final Grammar grammar;
    private final TokenCursor tokens;

    RoutineReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** After CREATE FUNCTION or CREATE PROCEDURE. */
    void createRoutine() {
        grammar.created(ReferenceKind.ROUTINE);
        grammar.arguments.list();
        while (!tokens.isEnd() && !tokens.is(";")) {
            switch (tokens.word()) {
                case "returns" -> {
                    tokens.next();
                    if (tokens.accept("table")) {
                        grammar.arguments.list();
                    } else if (!tokens.is("null")) {
                        grammar.types.type();
                    }
                }
                case "as" -> {
                    tokens.skip(2);
                    if (tokens.accept(",")) {
                        tokens.next();
                    }
                }
                case "set" -> grammar.settings.read();
                case "language", "cost", "rows", "parallel" -> tokens.skip(2);
                case "support" -> {
                    tokens.next();
                    grammar.reference(ReferenceKind.ROUTINE);
                }
                case "type" -> {
                    tokens.next();
                    grammar.types.type();
                }
                case "return" -> {
                    tokens.next();
                    grammar.expressions.read(Set.of(), null);
                }
                case "begin" -> {
                    tokens.skip(2);
                    atomic();
                }
                default -> tokens.next();
            }
        }
    }

    private void atomic() {
        while (!tokens.isEnd() && !tokens.accept("end")) {
            if (tokens.accept("return")) {
                grammar.expressions.read(Set.of(), null);
            } else {
                grammar.nestedStatement();
            }
            if (!tokens.accept(";") && !tokens.is("end")) {
                tokens.next();
            }
        }
    }

    void createAggregate() {
        grammar.created(ReferenceKind.ROUTINE);
        if (!tokens.word(2).equals("=")) {
            grammar.arguments.list();
        }
        definition();
    }

    void createType() {
        grammar.created(ReferenceKind.TYPE);
        if (tokens.accept("as")) {
            if (tokens.accept("enum")) {
                return;
            }
            if (tokens.accept("range")) {
                definition();
            } else {
                grammar.columns.list();
            }
        } else {
            definition();
        }
    }

    void createDomain() {
        grammar.created(ReferenceKind.TYPE);
        tokens.accept("as");
        grammar.types.type();
        grammar.columns.constraints();
    }

    void createCast() {
        cast();
        if (tokens.accept("with", "function")) {
            signature();
        }
    }

    /** {@code (source AS target)}. */
    void cast() {
        if (tokens.accept("(")) {
            grammar.types.type();
            tokens.accept("as");
            grammar.types.type();
            tokens.accept(")");
        }
    }

    /** A routine as it is named: with its arguments, or without. */
    void signature() {
        if (grammar.reference(ReferenceKind.ROUTINE)) {
            grammar.arguments.list();
        }
    }

    /** {@code (parameter = value, …)}. */
    void definition() {
        if (!tokens.accept("(")) {
            return;
        }
        while (!tokens.isEnd() && !tokens.is(")")) {
            String parameter =
                    tokens.is(TokenCursor.QUOTED) ? tokens.part(0).identifier().value() : tokens.word();
            tokens.next();
            if (tokens.accept("=") && !isNone()) {
                if (ROUTINES.contains(parameter)) {
                    routine();
                } else if (TYPES.contains(parameter) && !isOperator()) {
                    grammar.types.type();
                }
            }
            while (!tokens.isEnd() && !tokens.is(",") && !tokens.is(")")) {
                if (tokens.is("(")) {
                    tokens.skipParentheses();
                } else {
                    tokens.next();
                }
            }
            tokens.accept(",");
        }
        tokens.accept(")");
    }

    /** A routine, unless it is one of the server's that is named as a type of its own is. */
    private void routine() {
        tokens.accept("setof");
        if (tokens.isWord() && WordClass.of(tokens.word()) == WordClass.COLUMN_NAME) {
            return;
        }
        if (!isOperator() && !tokens.accept("double", "precision")) {
            grammar.reference(ReferenceKind.ROUTINE);
        }
    }

    private boolean isNone() {
        return tokens.is("none") && !tokens.word(1).equals(".");
    }

    /** {@code OPERATOR (schema.+)}. */
    private boolean isOperator() {
        return tokens.is("operator") && tokens.word(1).equals("(");
    }

    /** {@code (type, type)}, of an operator. */
    void operands() {
        if (tokens.accept("(")) {
            do {
                if (!tokens.accept("none")) {
                    grammar.types.type();
                }
            } while (tokens.accept(","));
            tokens.accept(")");
        }
    }

    /** After CREATE OPERATOR CLASS. */
    void operatorClass() {
        grammar.skipName();
        tokens.accept("default");
        if (tokens.accept("for", "type")) {
            grammar.types.type();
        }
        tokens.skip(2);
        if (tokens.accept("family")) {
            grammar.skipName();
        }
        tokens.accept("as");
        operatorClassItems();
    }

    /** After ALTER OPERATOR FAMILY. */
    void operatorFamily() {
        grammar.skipName();
        tokens.skip(2);
        if (tokens.accept("add") || tokens.accept("drop")) {
            operatorClassItems();
        }
    }

    private void operatorClassItems() {
        do {
            switch (tokens.word()) {
                case "operator" -> operatorOfClass();
                case "function" -> {
                    tokens.skip(2);
                    operands();
                    signature();
                }
                case "storage" -> {
                    tokens.next();
                    grammar.types.type();
                }
                default -> {}
            }
        } while (tokens.accept(","));
    }

    private void operatorOfClass() {
        while (!tokens.isEnd() && !tokens.is(",") && !tokens.is(";")) {
            if (tokens.is("(")) {
                operands();
            } else {
                tokens.next();
            }
        }
    }
}
