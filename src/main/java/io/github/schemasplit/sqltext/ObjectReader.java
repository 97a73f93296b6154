package io.github.schemasplit.sqltext;

/** Reads the names of objects after the word for their kind, as COMMENT ON, DROP, ALTER and GRANT hold them. */
final class ObjectReader {
    private final Grammar grammar;
    private final TokenCursor tokens;

    ObjectReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** One object with its kind, as after COMMENT ON. */
    void object() {
        defined(false);
    }

    /** After DROP: objects of one kind. */
    void drop() {
        defined(true);
    }

    private void defined(boolean many) {
        int first = grammar.found.count();
        list(many);
        grammar.found.acted(first, Act.DEFINITION);
    }

    private void list(boolean many) {
        String kind = tokens.word();
        tokens.next();
        switch (kind) {
            case "materialized", "foreign" -> {
                boolean relation = tokens.accept("view") || tokens.accept("table");
                named(relation ? "table" : "", many);
            }
            case "event", "access", "large", "text", "procedural" -> {
                tokens.next();
                named("", many);
            }
            case "operator" -> operator(many);
            case "transform" -> {
                grammar.acceptIfExists();
                tokens.accept("for");
                grammar.types.type();
            }
            default -> named(kind, many);
        }
    }

    private void named(String kind, boolean many) {
        if (kind.equals("index")) {
            tokens.accept("concurrently");
        }
        grammar.acceptIfExists();
        do {
            switch (kind) {
                case "table", "view", "index", "sequence" -> grammar.reference(ReferenceKind.RELATION);
                case "column" -> grammar.column();
                case "function", "procedure", "routine", "aggregate" -> grammar.routines.signature();
                case "type", "domain" -> grammar.types.type();
                case "cast" -> grammar.routines.cast();
                case "constraint", "policy", "rule", "trigger" -> ofRelation(kind.equals("constraint"));
                default -> {
                    return;
                }
            }
        } while (many && tokens.accept(","));
    }

    private void ofRelation(boolean orDomain) {
        tokens.next();
        if (tokens.accept("on")) {
            if (orDomain && tokens.is("domain") && tokens.isColumnName(1)) {
                tokens.next();
                grammar.reference(ReferenceKind.TYPE);
            } else {
                grammar.reference(ReferenceKind.RELATION);
            }
        }
    }

    private void operator(boolean many) {
        if (isOfOperators("class") || isOfOperators("family")) {
            return;
        }
        grammar.acceptIfExists();
        do {
            while (!tokens.isEnd() && !tokens.is("(") && !tokens.is(";")) {
                tokens.next();
            }
            grammar.routines.operands();
        } while (many && tokens.accept(","));
    }

    /** Whether {@code word}, CLASS or FAMILY, is here and is no schema of an operator. */
    boolean isOfOperators(String word) {
        return tokens.is(word) && !tokens.word(1).equals(".");
    }

    /** After ON in GRANT and REVOKE. */
    void granted() {
        if (isRelation()) {
            grammar.references(ReferenceKind.RELATION);
            return;
        }
        switch (tokens.word()) {
            case "table", "sequence" -> {
                tokens.next();
                grammar.references(ReferenceKind.RELATION);
            }
            case "function", "procedure", "routine" -> {
                tokens.next();
                do {
                    grammar.routines.signature();
                } while (tokens.accept(","));
            }
            case "type", "domain" -> {
                tokens.next();
                grammar.references(ReferenceKind.TYPE);
            }
            case "all", "database", "foreign", "language", "large", "parameter", "schema", "tablespace" -> {}
            default -> grammar.references(ReferenceKind.RELATION);
        }
    }

    /** Whether the word here, which may be one for a kind, is the name of a relation. */
    private boolean isRelation() {
        return switch (tokens.word(1)) {
            case ",", ".", "to", "from" -> true;
            default -> false;
        };
    }
}
