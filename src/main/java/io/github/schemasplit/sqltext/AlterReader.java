package io.github.schemasplit.sqltext;

import java.util.Set;

/**
 * Reads ALTER of any kind of object.
 */
final class AlterReader {
    private final Grammar grammar;
    private final TokenCursor tokens;

    AlterReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    void alter() {
        tokens.next();
        String kind = tokens.word();
        tokens.next();
        switch (kind) {
            case "table", "view", "index" -> grammar.relations.alter();
            case "materialized" -> {
                tokens.next();
                grammar.relations.alter();
            }
            case "foreign" -> {
                if (tokens.accept("table")) {
                    grammar.relations.alter();
                } else {
                    tokens.skip(2);
                    grammar.definitions.handlers();
                }
            }
            case "sequence" -> grammar.relations.alterSequence();
            case "function", "procedure", "routine", "aggregate" -> {
                grammar.routines.signature();
                routineOptions();
            }
            case "type" -> alterType();
            case "domain" -> {
                grammar.reference(ReferenceKind.TYPE);
                tokens.next();
                if (tokens.accept("default")) {
                    grammar.expressions.read(Set.of(), null);
                } else {
                    grammar.columns.constraints();
                }
            }
            case "policy" -> grammar.relations.policy();
            case "trigger", "rule" -> {
                tokens.skip(2);
                grammar.reference(ReferenceKind.RELATION, Act.DEFINITION);
            }
            case "publication" -> grammar.definitions.publication();
            case "extension" -> {
                tokens.next();
                if (tokens.accept("add") || tokens.accept("drop")) {
                    grammar.objects.object();
                }
            }
            case "operator" -> {
                if (grammar.objects.isOfOperators("family")) {
                    tokens.next();
                    grammar.routines.operatorFamily();
                } else if (!grammar.objects.isOfOperators("class")) {
                    tokens.skipTo("(");
                    grammar.routines.operands();
                    if (tokens.accept("set")) {
                        grammar.routines.definition();
                    }
                }
            }
            default -> {}
        }
    }

    private void routineOptions() {
        while (!tokens.isEnd() && !tokens.is(";")) {
            if (tokens.is("set") && tokens.word(1).equals("schema")) {
                tokens.skip(3);
            } else if (tokens.is("parallel") || tokens.is("to") || tokens.is("extension")) {
                tokens.skip(2);
            } else if (tokens.accept("support")) {
                grammar.reference(ReferenceKind.ROUTINE);
            } else if (!grammar.settings.read()) {
                tokens.next();
            }
        }
    }

    private void alterType() {
        grammar.reference(ReferenceKind.TYPE);
        while (!tokens.isEnd() && !tokens.is(";")) {
            if (tokens.accept("add", "attribute")) {
                tokens.next();
                grammar.types.type();
            } else if (tokens.accept("alter", "attribute")) {
                tokens.next();
                if (tokens.is("set")) {
                    tokens.skip(2);
                }
                tokens.accept("type");
                grammar.types.type();
            } else if (tokens.accept("drop", "attribute")) {
                grammar.acceptIfExists();
                tokens.next();
            } else if (tokens.accept("set", "(")) {
                tokens.back(tokens.position() - 1);
                grammar.routines.definition();
            } else {
                tokens.next();
            }
        }
    }
}
