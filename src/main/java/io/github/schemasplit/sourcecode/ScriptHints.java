package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lists what scripts name that no edit mends by itself: doubles of clients in tests, helpers of types, and wrappers of {@code from}.
 */
final class ScriptHints {
    private static final Set<String> TYPE_HELPERS =
            Set.of("Tables", "TablesInsert", "TablesUpdate", "Row", "InsertDto", "UpdateDto", "DbResult");
    private static final Set<String> EXPECTATIONS = Set.of(
            "toHaveBeenCalledWith",
            "toHaveBeenLastCalledWith",
            "toHaveBeenNthCalledWith",
            "toBeCalledWith",
            "calledWith");

    /** Options that name a table, by what a file that means it so mentions. */
    private static final Map<String, String> OPTIONS = Map.of(
            "through", "equelize",
            "model", "equelize",
            "table", "ColumnSet",
            "tableName", "typeorm",
            "pivotTable", "mikro-orm");

    private static final Set<String> BUILDERS =
            Set.of("from", "innerJoin", "leftJoin", "innerJoinAndSelect", "leftJoinAndSelect");
    /** Statements of TypeORM's builder, which take a table without an alias. */
    private static final Set<String> STATEMENTS = Set.of("delete", "insert", "update");

    private static final Set<String> OF_STATEMENTS = Set.of("from", "into", "update");
    /** Calls of Sequelize's interface of queries. */
    private static final Set<String> OF_SEQUELIZE = Set.of(
            "bulkInsert",
            "bulkDelete",
            "bulkUpdate",
            "createTable",
            "dropTable",
            "describeTable",
            "addColumn",
            "removeColumn",
            "changeColumn",
            "renameColumn",
            "addIndex",
            "removeIndex",
            "addConstraint",
            "removeConstraint");

    private final Code code;
    private final MovedNames names;
    private final Findings findings;
    private final boolean ofTests;
    private final Constants constants;

    ScriptHints(Code code, MovedNames names, Constants constants, Findings findings) {
        this.code = code;
        this.names = names;
        this.constants = constants;
        this.findings = findings;
        String path = code.source().path();
        this.ofTests = path.contains(".test.")
                || path.contains(".spec.")
                || path.contains("__tests__")
                || path.contains("__mocks__")
                || path.contains("/test/")
                || path.contains("/tests/");
    }

    void read() {
        for (int i = 1; i < code.size(); i++) {
            Literal literal = code.literal(i);
            if (literal != null) {
                column(i, literal.value());
                if (literal.isWhole()) {
                    read(i, literal.value());
                }
            }
        }
    }

    /** A column by its table, of which Objection joins: {@code from: 'users.id'}. */
    private void column(int i, String value) {
        int dot = value.indexOf('.');
        boolean joins = property(i).equals("from") || property(i).equals("to");
        if (dot > 0 && joins && code.source().mentions("objection")) {
            String table = value.substring(0, dot);
            names.relation(table)
                    .ifPresent(target -> report(
                            i,
                            Kind.MAPPING,
                            new Moved(table, target),
                            "a relation of Objection names columns by their table: the schema belongs before it"));
        }
    }

    private void read(int i, String table) {
        boolean expected = ofTests && code.is(i - 1, "(") && EXPECTATIONS.contains(code.text(i - 2));
        Optional<Moved> moved = names.relation(table)
                .or(() -> expected ? names.routine(table) : Optional.empty())
                .map(t -> new Moved(table, t));
        if (moved.isEmpty()) {
            return;
        }
        if (code.is(i - 1, "<") && TYPE_HELPERS.contains(code.text(i - 2))) {
            report(i, Kind.TYPE, moved.get(), "a helper of generated types takes the schema as an argument of its own");
        } else if (expected || ofTests && isCompared(i)) {
            report(i, Kind.CALL, moved.get(), "a test expects the table's name without its schema");
        } else if (OPTIONS.containsKey(property(i)) && code.source().mentions(OPTIONS.get(property(i)))) {
            report(i, Kind.MAPPING, moved.get(), "an option names the table without its schema");
        } else if (code.is(i - 1, "(") && (isOfBuilder(i - 2) || isOfSequelize(i - 2))) {
            report(
                    i,
                    Kind.CALL,
                    moved.get(),
                    "a query that is built takes the table here: the schema may be said before the name");
        } else if (isFormatted(i)) {
            report(i, Kind.SQL, moved.get(), "it is put into SQL as one identifier: the schema is another one");
        } else {
            wrapped(i).ifPresent(w -> report(i, Kind.CALL, moved.get(), w + " hands it to from(…)"));
        }
    }

    private void report(int i, Kind kind, Moved moved, String reason) {
        findings.report(code.lexeme(i).start(), kind, moved, reason);
    }

    /** The name that a string is the value of in an object; empty where it is that of none. */
    private String property(int i) {
        return code.is(i - 1, ":") ? code.text(i - 2) : "";
    }

    /** Whether TypeORM's builder of queries is given a table and an alias. */
    private boolean isOfBuilder(int name) {
        if (!code.source().mentions("typeorm")) {
            return false;
        }
        CallChain chain = new CallChain(code, name);
        boolean aliased = BUILDERS.contains(code.text(name)) && code.is(name + 3, ",");
        boolean stated = OF_STATEMENTS.contains(code.text(name)) && chain.calls(STATEMENTS);
        return (aliased || stated) && chain.calls(Set.of("createQueryBuilder"));
    }

    private boolean isOfSequelize(int name) {
        return code.source().mentions("equelize") && code.is(name - 1, ".") && OF_SEQUELIZE.contains(code.text(name));
    }

    /** Whether it is an argument of a text with a place for an identifier: {@code format('… %I', 'orders')}. */
    private boolean isFormatted(int i) {
        int open = code.enclosing(i);
        Literal template = code.literal(open + 1);
        return code.is(open, "(")
                && code.is(open - 1, "format")
                && open + 1 < i
                && template != null
                && template.value().contains("%I");
    }

    private boolean isCompared(int i) {
        return code.is(i - 1, "===") || code.is(i - 1, "==") || code.is(i - 1, "!==") || code.is(i - 1, "case");
    }

    private Optional<String> wrapped(int i) {
        int open = code.enclosing(i);
        return code.is(open, "(") && code.isWord(open - 1)
                ? constants
                        .value(
                                Wrappers.parameterOf(code.text(open - 1)),
                                code.source().path(),
                                true)
                        .filter(number -> number.equals(String.valueOf(Wrappers.argument(code, open, i))))
                        .map(number -> code.text(open - 1))
                : Optional.empty();
    }
}
