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
            case "create" -> create();
            case "alter" -> alter();
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
                while (!tokens.isEnd() && !tokens.accept("on")) {
                    tokens.next();
                }
                grammar.objects.object();
            }
            case "grant", "revoke" -> grant();
            case "truncate" -> {
                tokens.next();
                tokens.accept("table");
                grammar.references(ReferenceKind.RELATION);
            }
            case "lock" -> {
                tokens.next();
                tokens.accept("table");
                grammar.references(ReferenceKind.RELATION);
            }
            case "copy" -> copy();
            case "analyze", "analyse", "vacuum" -> vacuum();
            case "cluster" -> cluster();
            case "reindex" -> reindex();
            case "refresh" -> {
                tokens.skip(3);
                tokens.accept("concurrently");
                grammar.reference(ReferenceKind.RELATION);
            }
            case "explain" -> explain();
            case "prepare" -> prepare();
            case "execute" -> {
                tokens.skip(2);
                grammar.expressions.parentheses(null);
            }
            case "declare" -> {
                while (!tokens.isEnd() && !tokens.accept("for")) {
                    tokens.next();
                }
                grammar.queries.query(null);
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
        return offset > 0
                && (tokens.word(offset).equals("select") || tokens.word(offset).equals("values"))
                && !holdsSemicolon();
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

    private void create() {
        tokens.next();
        tokens.accept("or", "replace");
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
                    if (tokens.is("data")) {
                        handlers();
                        return;
                    }
                }
                case "table" -> {
                    grammar.relations.createTable();
                    return;
                }
                case "view" -> {
                    grammar.relations.createView(recursive);
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
                    if (tokens.is("class") || tokens.is("family")) {
                        grammar.routines.operatorClass();
                    } else {
                        skipTo("(");
                        grammar.routines.definition();
                    }
                    return;
                }
                case "statistics" -> {
                    statistics();
                    return;
                }
                case "publication" -> {
                    publication();
                    return;
                }
                case "schema" -> {
                    schema();
                    return;
                }
                case "event", "language", "access", "conversion" -> {
                    handlers();
                    return;
                }
                case "transform" -> {
                    transform();
                    return;
                }
                case "text" -> {
                    skipTo("(");
                    grammar.routines.definition();
                    return;
                }
                default -> {
                    return;
                }
            }
        }
    }

    private void alter() {
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
                    handlers();
                }
            }
            case "sequence" -> grammar.relations.alterSequence();
            case "function", "procedure", "routine", "aggregate" -> {
                grammar.routines.signature();
                if (skipTo("support")) {
                    tokens.next();
                    grammar.reference(ReferenceKind.ROUTINE);
                }
            }
            case "type" -> alterType();
            case "domain" -> {
                grammar.types.type();
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
            case "publication" -> publication();
            case "extension" -> {
                tokens.next();
                if (tokens.accept("add") || tokens.accept("drop")) {
                    grammar.objects.object();
                }
            }
            case "operator" -> {
                if (tokens.is("class") || tokens.is("family")) {
                    grammar.routines.operatorClass();
                } else {
                    skipTo("(");
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
        grammar.types.type();
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

    private void grant() {
        tokens.next();
        while (!tokens.isEnd() && !tokens.is(";") && !tokens.is("to") && !tokens.is("from")) {
            if (tokens.accept("on")) {
                grammar.objects.granted();
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
            grammar.reference(ReferenceKind.RELATION);
        }
        if (skipTo("where")) {
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
        do {
            tokens.accept("only");
            grammar.reference(ReferenceKind.RELATION);
            tokens.accept("*");
            if (tokens.is("(")) {
                tokens.skipParentheses();
            }
        } while (tokens.accept(","));
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
        grammar.reference(ReferenceKind.RELATION);
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
            grammar.reference(ReferenceKind.RELATION);
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
        statement();
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
            statement();
        }
    }

    private void statistics() {
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
            grammar.from.list(null);
        }
    }

    private void publication() {
        tokens.next();
        if (!tokens.is("for") && !tokens.is("add") && !tokens.is("drop") && !tokens.is("set")) {
            return;
        }
        tokens.next();
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
        boolean closes = tokens.accept("only") && tokens.accept("(");
        grammar.reference(ReferenceKind.RELATION);
        if (closes) {
            tokens.accept(")");
        }
        tokens.accept("*");
        if (tokens.is("(")) {
            tokens.skipParentheses();
        }
        if (tokens.accept("where")) {
            grammar.expressions.parentheses(null);
        }
    }

    private void schema() {
        while (!tokens.isEnd() && !tokens.is(";")) {
            if (tokens.is("create") || tokens.is("grant")) {
                int before = tokens.position();
                statement();
                if (tokens.position() == before) {
                    tokens.next();
                }
            } else {
                tokens.next();
            }
        }
    }

    /** Routines after words such as HANDLER. */
    private void handlers() {
        while (!tokens.isEnd() && !tokens.is(";")) {
            switch (tokens.word()) {
                case "handler", "inline", "validator" -> {
                    boolean none = tokens.word(-1).equals("no");
                    tokens.next();
                    if (!none) {
                        grammar.reference(ReferenceKind.ROUTINE);
                    }
                }
                case "from" -> {
                    tokens.next();
                    grammar.reference(ReferenceKind.ROUTINE);
                }
                case "execute" -> {
                    tokens.skip(2);
                    grammar.reference(ReferenceKind.ROUTINE);
                }
                default -> tokens.next();
            }
        }
    }

    private void transform() {
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

    private boolean skipTo(String word) {
        while (!tokens.isEnd() && !tokens.is(";") && !tokens.is(word)) {
            tokens.next();
        }
        return tokens.is(word);
    }
}
