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
                if (tokens.skipTo("support")) {
                    tokens.next();
                    grammar.reference(ReferenceKind.ROUTINE);
                }
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
                grammar.reference(ReferenceKind.RELATION);
            }
            case "publication" -> grammar.definitions.publication();
            case "extension" -> {
                tokens.next();
                if (tokens.accept("add") || tokens.accept("drop")) {
                    grammar.objects.object();
                }
            }
            case "operator" -> {
                if (tokens.accept("family")) {
                    grammar.routines.operatorFamily();
                } else if (!tokens.is("class")) {
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

    private void alterType() {
        grammar.reference(ReferenceKind.TYPE);
        while (!tokens.isEnd() && !tokens.is(";")) {
            if (tokens.accept("attribute")) {
                grammar.acceptIfExists();
                tokens.next();
                if (tokens.accept("set", "data")) {
                    tokens.accept("type");
                    grammar.types.type();
                } else if (tokens.accept("type")
                        || (tokens.isName()
                                && tokens.word(-2).equals("attribute")
                                && tokens.word(-3).equals("add"))) {
                    grammar.types.type();
                }
            } else if (tokens.accept("set", "(")) {
                tokens.back(tokens.position() - 1);
                grammar.routines.definition();
            } else {
                tokens.next();
            }
        }
    }
}
