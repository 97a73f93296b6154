package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds tables that calls of Java's libraries take by name, outside of SQL. */
final class JavaCalls {
    /** Spring's calls for tests; each of their strings is a table's name. */
    private static final Set<String> OF_TABLES = Set.of(
            "countRowsInTable", "countRowsInTableWhere", "deleteFromTables", "deleteFromTableWhere", "dropTables");
    /** The calls of MyBatis' builder that take a part of FROM. */
    private static final Set<String> OF_BUILDER = Set.of(
            "FROM",
            "JOIN",
            "INNER_JOIN",
            "LEFT_OUTER_JOIN",
            "RIGHT_OUTER_JOIN",
            "OUTER_JOIN",
            "INSERT_INTO",
            "UPDATE",
            "DELETE_FROM");

    /** The calls of jOOQ that take a part of FROM as SQL. */
    private static final Set<String> OF_JOOQ = Set.of(
            "from",
            "selectFrom",
            "join",
            "innerJoin",
            "leftJoin",
            "leftOuterJoin",
            "rightJoin",
            "rightOuterJoin",
            "fullJoin",
            "fullOuterJoin",
            "crossJoin");

    /** What names a routine in its strings, beside what else it is told. */
    private static final Set<String> PROCEDURES =
            Set.of("createStoredProcedureQuery", "createStoredProcedureCall", "Procedure", "NamedStoredProcedureQuery");

    /** What JDBC tells of tables. */
    private static final Set<String> OF_META_DATA =
            Set.of("getTables", "getColumns", "getPrimaryKeys", "getImportedKeys", "getExportedKeys", "getIndexInfo");

    /** The operations of DbSetup that take a table's name. */
    private static final Set<String> OF_DB_SETUP = Set.of("insertInto", "deleteAllFrom", "truncate", "deleteFrom");
    /** What a template of R2DBC takes a table's name by. */
    private static final Set<String> OF_TEMPLATE = Set.of("into", "from", "inTable");

    private static final Set<String> STATEMENTS =
            Set.of("select", "selectFrom", "selectDistinct", "selectCount", "selectOne", "deleteFrom", "update");

    private final Code code;
    private final Imports imports;
    private final MovedNames names;
    private final StringExpressions strings;
    private final SqlStrings sql;
    private final Findings findings;

    JavaCalls(Code code, MovedNames names, Constants constants, Findings findings) {
        this.code = code;
        this.imports = new Imports(code);
        this.names = names;
        this.strings = new StringExpressions(code, constants);
        this.sql = new SqlStrings(names, findings);
        this.findings = findings;
    }

    void read() {
        boolean jooq = imports.anyOf("org.jooq") || code.source().mentions("org.jooq.meta");
        boolean exposed = imports.anyOf("org.jetbrains.exposed");
        GenericTables generic = new GenericTables(code, imports, names, sql, findings);
        boolean dbSetup = imports.anyOf("com.ninja_squad.dbsetup");
        boolean r2dbc = code.source().mentions("R2dbcEntity");
        boolean builder = imports.anyOf("org.apache.ibatis.jdbc");
        for (int at = 1; at < code.size(); at++) {
            int i = at;
            Literal said = jooq && code.is(i - 1, "=") && JooqIncludes.isOne(code.text(i - 2)) ? code.literal(i) : null;
            if (said != null) {
                new JooqIncludes(names, findings)
                        .read(said.value(), code.lexeme(i).start());
            }
            if (!code.is(i, "(") || code.partner(i) <= i) {
                continue;
            }
            generic.read(i);
            if (!code.isWord(i - 1)) {
                continue;
            }
            String callee = code.text(i - 1);
            if (callee.equals("withTableName")) {
                strings.value(i + 1, code.partner(i) - 1).flatMap(this::moved).ifPresent(moved -> inSchema(i, moved));
            } else if (callee.equals("withProcedureName") || callee.equals("withFunctionName")) {
                strings.value(i + 1, code.partner(i) - 1)
                        .flatMap(name -> names.routine(name).map(target -> new Moved(name, target)))
                        .ifPresent(moved -> inSchema(i, moved));
            } else if (OF_TABLES.contains(callee)) {
                tables(i, callee.endsWith("Where") ? 2 : Integer.MAX_VALUE);
            } else if (builder && OF_BUILDER.contains(callee)) {
                tables(i, Integer.MAX_VALUE);
            } else if (exposed && callee.endsWith("Table") && code.is(i - 2, ":")) {
                exposed(i);
            } else if (jooq && OF_JOOQ.contains(callee) && code.is(i - 2, ".") && isOfJooq(i)) {
                tables(i, 1);
            } else if (callee.equals("Synchronize") && code.is(i - 2, "@")) {
                listed(i);
            } else if (OF_META_DATA.contains(callee) && strings.arguments(i).size() > 2) {
                listed(i);
            } else if (PROCEDURES.contains(callee)) {
                procedures(i);
            } else if (dbSetup && OF_DB_SETUP.contains(callee)
                    || r2dbc && OF_TEMPLATE.contains(callee) && code.is(i - 2, ".")) {
                listed(i);
            } else if (jooq && (callee.equals("table") || callee.equals("name"))) {
                jooq(i, callee);
            }
        }
    }

    /** The first strings of a call, each a table's name as SQL has it. */
    private void tables(int open, int atMost) {
        int number = 0;
        for (int[] argument : strings.arguments(open)) {
            if (number++ < atMost && code.isString(argument[0])) {
                sql.read(strings.at(argument[0]), StringUse.TABLE);
            }
        }
    }

    private void procedures(int open) {
        for (int i = open + 1; i < code.partner(open); i++) {
            int at = i;
            boolean value = code.is(i - 1, "(") || code.is(i - 2, "procedureName") || code.is(i - 2, "value");
            Literal literal = code.literal(i);
            if (literal != null && value) {
                names.routine(literal.value())
                        .ifPresent(target -> findings.report(
                                code.lexeme(at).start(),
                                Kind.CALL,
                                new Moved(literal.value(), target),
                                "the schema may be said before the routine's name"));
            }
        }
    }

    /** Lists the tables that are the strings of a call. */
    private void listed(int open) {
        for (int i = open + 1; i < code.partner(open); i++) {
            int at = i;
            Literal literal = code.literal(i);
            boolean inside = code.enclosing(i) == open || code.enclosing(i) == open + 1;
            if (literal != null && inside) {
                moved(literal.value())
                        .ifPresent(moved -> findings.report(
                                code.lexeme(at).start(),
                                Kind.CALL,
                                moved,
                                "a table's name: the schema may be said before it"));
            }
        }
    }

    private void jooq(int open, String callee) {
        List<int[]> arguments = strings.arguments(open);
        if (callee.equals("table")) {
            if (!arguments.isEmpty() && code.isString(arguments.get(0)[0])) {
                sql.read(strings.at(arguments.get(0)[0]), StringUse.TABLE);
            }
            return;
        }
        boolean ofTable = code.is(open - 2, "(") && code.is(open - 3, "table")
                || code.is(open - 2, ".") && code.is(open - 4, "(") && code.is(open - 5, "table");
        Literal first = arguments.isEmpty() ? null : code.literal(arguments.get(0)[0]);
        if (!ofTable || first == null) {
            return;
        }
        if (arguments.size() == 1) {
            moved(first.value())
                    .ifPresent(moved -> findings.edit(
                            code.lexeme(open + 1).start(),
                            Kind.CALL,
                            moved,
                            "a table's name of jOOQ",
                            moved.target().value() + ", " + moved.name(),
                            List.of(SourceEdit.insert(
                                    code.lexeme(open + 1).start(),
                                    "\"" + moved.target().value() + "\", "))));
        } else if (first.value().equals(names.source().value())) {
            Literal second = code.literal(arguments.get(1)[0]);
            if (second != null) {
                moved(second.value())
                        .ifPresent(moved -> findings.edit(
                                code.lexeme(open + 1).start(),
                                Kind.CALL,
                                moved,
                                "a table's name of jOOQ",
                                moved.target().value() + ", " + moved.name(),
                                List.of(new SourceEdit(
                                        first.place(0),
                                        first.place(first.value().length()),
                                        moved.target().value()))));
            }
        }
    }

    /** Whether a call is one of a statement that is built; {@code open} is its parenthesis. */
    private boolean isOfJooq(int open) {
        String callee = code.text(open - 1);
        return callee.equals("selectFrom")
                || callee.endsWith("Join")
                || new CallChain(code, open - 1).calls(STATEMENTS);
    }

    /** An object of Exposed, whose name is that of the table where none is said. */
    private void exposed(int open) {
        if (code.is(open + 1, "name") && code.is(open + 2, "=") && code.isString(open + 3)) {
            sql.read(strings.at(open + 3), StringUse.TABLE);
        } else if (code.partner(open) == open + 1 && code.is(open - 4, "object")) {
            String name = code.text(open - 3);
            String table = name.endsWith("Table") ? name.substring(0, name.length() - "Table".length()) : name;
            moved(table.toLowerCase(Locale.ROOT))
                    .ifPresent(moved -> findings.report(
                            code.lexeme(open - 3).start(),
                            Kind.MAPPING,
                            moved,
                            "Exposed names the table as the object: say it, with its schema"));
        } else {
            tables(open, 1);
        }
    }

    /** Spring's SimpleJdbcInsert and SimpleJdbcCall, which take the schema by a call of their own. */
    private void inSchema(int open, Moved moved) {
        if (!code.is(open - 2, ".")) {
            return;
        }
        int at = code.lexeme(open - 2).start();
        int schema = schemaCall(open);
        if (schema > 0) {
            writtenSchema(schema, moved);
            return;
        }
        String call = ".withSchemaName(\"" + moved.target().value() + "\")";
        findings.edit(
                at, Kind.CALL, moved, "a table that rows are put into", call, List.of(SourceEdit.insert(at, call)));
    }

    /** The call of the same statement that says the schema; 0 where none does. */
    private int schemaCall(int at) {
        int i = at;
        while (i > 0 && !code.is(i, ";") && !code.is(i, "{") && !code.is(i, "}")) {
            i--;
        }
        for (i++; i < code.size() && !code.is(i, ";"); i++) {
            if (code.is(i, "withSchemaName")) {
                return i;
            }
        }
        return 0;
    }

    private void writtenSchema(int call, Moved moved) {
        Literal schema = code.is(call + 1, "(") ? code.literal(call + 2) : null;
        int at = code.lexeme(call).start();
        if (schema == null) {
            findings.report(at, Kind.CALL, moved, "the schema is named by something that is not known here");
        } else if (schema.value().equals(names.source().value())) {
            SourceEdit edit = new SourceEdit(
                    schema.place(0),
                    schema.place(schema.value().length()),
                    moved.target().value());
            findings.edit(
                    at,
                    Kind.CALL,
                    moved,
                    "a table that rows are put into",
                    moved.target().value(),
                    List.of(edit));
        }
    }

    private Optional<Moved> moved(String name) {
        Optional<Identifier> target = names.relation(name);
        return target.map(t -> new Moved(name, t));
    }
}
