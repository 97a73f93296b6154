package io.github.schemasplit.sqltext;

/**
 * Reads CREATE of any kind of object.
 */
final class CreateReader {
    private final Grammar grammar;
    private final TokenCursor tokens;

    CreateReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    void create() {
        tokens.next();
        boolean replaces = tokens.accept("or", "replace");
        boolean recursive = false;
        while (true) {
            String word = tokens.word();
            tokens.next();
            switch (word) {
                case "temp",
                        "temporary",
                        "local",
                        "global",
                        "unlogged",
                        "unique",
                        "materialized",
                        "constraint",
                        "trusted",
                        "procedural",
                        "default" -> {}
                case "recursive" -> recursive = true;
                case "foreign" -> {
                    if (tokens.accept("data", "wrapper")) {
                        grammar.definitions.handlers();
                        return;
                    }
                }
                case "table" -> {
                    grammar.relations.createTable();
                    return;
                }
                case "view" -> {
                    grammar.relations.createView(recursive, replaces);
                    return;
                }
                case "sequence" -> {
                    grammar.relations.createSequence();
                    return;
                }
                case "index" -> {
                    grammar.relations.createIndex();
                    return;
                }
                case "trigger" -> {
                    grammar.relations.createTrigger();
                    return;
                }
                case "rule" -> {
                    grammar.relations.createRule();
                    return;
                }
                case "policy" -> {
                    grammar.relations.policy();
                    return;
                }
                case "function", "procedure" -> {
                    grammar.routines.createRoutine();
                    return;
                }
                case "aggregate" -> {
                    grammar.routines.createAggregate();
                    return;
                }
                case "type" -> {
                    grammar.routines.createType();
                    return;
                }
                case "domain" -> {
                    grammar.routines.createDomain();
                    return;
                }
                case "cast" -> {
                    grammar.routines.createCast();
                    return;
                }
                case "operator" -> {
                    if (grammar.objects.isOfOperators("class")) {
                        tokens.next();
                        grammar.routines.operatorClass();
                    } else if (!grammar.objects.isOfOperators("family")) {
                        tokens.skipTo("(");
                        grammar.routines.definition();
                    }
                    return;
                }
                case "statistics" -> {
                    grammar.definitions.statistics();
                    return;
                }
                case "publication" -> {
                    grammar.definitions.publication();
                    return;
                }
                case "schema" -> {
                    grammar.definitions.schema();
                    return;
                }
                case "event" -> {
                    tokens.next();
                    grammar.definitions.eventTrigger();
                    return;
                }
                case "access" -> {
                    tokens.next();
                    grammar.definitions.handlers();
                    return;
                }
                case "language", "conversion" -> {
                    grammar.definitions.handlers();
                    return;
                }
                case "transform" -> {
                    grammar.definitions.transform();
                    return;
                }
                case "text" -> {
                    tokens.next();
                    if (tokens.is("parser") || tokens.is("template")) {
                        tokens.skipTo("(");
                        grammar.routines.definition();
                    }
                    return;
                }
                default -> {
                    return;
                }
            }
        }
    }
}
