package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.List;
import java.util.Set;

/** Finds tables that the queries of Laravel and Doctrine take by name. Mails and sockets have a {@code from} and a {@code join} too: what the chain begins with tells. */
final class LaravelTables {
    private static final Set<String> JOINS = Set.of("join", "leftJoin", "rightJoin", "crossJoin");
    private static final Set<String> OF_QUERIES = Set.of(
            "select",
            "selectRaw",
            "where",
            "whereIn",
            "whereColumn",
            "whereRaw",
            "get",
            "first",
            "orderBy",
            "groupBy",
            "insert",
            "pluck");
    /** What functions that are handed a query call it. */
    private static final Set<String> QUERIES = Set.of("$q", "$query", "$builder", "$sub", "$subquery", "$subQuery");

    private static final Set<String> ASSERTIONS =
            Set.of("assertDatabaseHas", "assertDatabaseMissing", "assertDatabaseCount", "assertSoftDeleted");
    /** Calls of Doctrine's connections, with the values in a list. */
    private static final Set<String> WRITES = Set.of("insert", "update", "delete");

    private static final Set<String> OF_BUILDER =
            Set.of("set", "values", "setValue", "where", "executeStatement", "executeQuery", "setParameter");

    private static final Set<String> OF_SCHEMA =
            Set.of("table", "create", "drop", "dropIfExists", "hasTable", "hasColumn", "rename");

    private final Code code;
    private final MovedNames names;
    private final StringExpressions strings;
    private final SqlStrings sql;
    private final Findings findings;

    LaravelTables(Code code, MovedNames names, StringExpressions strings, SqlStrings sql, Findings findings) {
        this.code = code;
        this.names = names;
        this.strings = strings;
        this.sql = sql;
        this.findings = findings;
    }

    /** Reads what is at a piece of code. */
    void read(int i) {
        Literal literal = code.literal(i);
        if (literal != null) {
            rules(i, literal.value());
            return;
        }
        if (!code.is(i + 1, "(") || code.partner(i + 1) <= i) {
            return;
        }
        String callee = code.text(i);
        boolean link = code.is(i - 1, "->") || code.is(i - 1, "::");
        if (link && code.is(i - 1, "::") && code.is(i - 2, "Schema") && OF_SCHEMA.contains(callee)) {
            report(i + 2, "the schema may be said before the name here");
        } else if (ASSERTIONS.contains(callee)) {
            report(i + 2, "a test asks for the table: the schema may be said before the name");
        } else if (callee.equals("belongsToMany")) {
            second(i + 1);
        } else if (link
                && (callee.equals("table")
                        || callee.equals("from")
                        || JOINS.contains(callee)
                        || callee.equals("innerJoin"))) {
            query(i, callee);
        } else if (link && WRITES.contains(callee) && (code.is(i + 3, ",") && code.is(i + 4, "[") || isBuilt(i))) {
            report(i + 2, "this may be a table that rows are written to");
        } else if (link && code.is(i - 2, "Rule") && (callee.equals("exists") || callee.equals("unique"))) {
            report(i + 2, "the rule asks for the table: the schema may be said before the name");
        }
    }

    /** Whether a statement is built with more calls, as Doctrine's builder has them. */
    private boolean isBuilt(int i) {
        return code.source().mentions("Doctrine") && new CallChain(code, i).calls(OF_BUILDER);
    }

    /** The rules that a value has to obey: {@code 'required|exists:users,id'}. */
    private void rules(int i, String value) {
        for (String rule : value.split("\\|")) {
            String[] parts = rule.split("[:,]");
            if (parts.length > 1 && (parts[0].equals("exists") || parts[0].equals("unique"))) {
                names.relation(parts[1])
                        .ifPresent(target -> findings.report(
                                code.lexeme(i).start(),
                                Kind.CALL,
                                new Moved(parts[1], target),
                                "the rule asks for the table: the schema may be said before the name"));
            }
        }
    }

    private void query(int i, String callee) {
        CallChain chain = new CallChain(code, i);
        int argument = i + 2;
        boolean joins = JOINS.contains(callee) || callee.equals("innerJoin");
        if (joins && code.isString(argument + 2) && code.isString(argument + 4)) {
            // Those of Doctrine have the alias first that is joined to.
            report(argument + 2, "this may be a table of a query that is built");
        }
        if (!code.isString(argument)) {
            return;
        }
        boolean condition = JOINS.contains(callee)
                && (strings.arguments(i + 1).size() > 2
                        || code.is(argument + 2, "function")
                        || code.is(argument + 2, "fn"));
        String root = chain.root();
        if (chain.calls(Set.of("connection"))) {
            report(
                    argument,
                    "the query is one of a connection that is named: see whether that is to the database that changes");
        } else if (root.equals("DB") || QUERIES.contains(root) || condition) {
            sql.read(strings.at(argument), StringUse.TABLE);
        } else if (chain.calls(OF_QUERIES)) {
            report(argument, "this may be a table of a query that is built");
        }
    }

    private void second(int open) {
        List<int[]> arguments = strings.arguments(open);
        if (arguments.size() > 1) {
            report(arguments.get(1)[0], "a table between two others: the schema may be said before the name");
        }
    }

    private void report(int literal, String reason) {
        Literal written = code.literal(literal);
        if (written == null || !written.isWhole()) {
            return;
        }
        String first = written.value().strip().split("\\s", 2)[0];
        String old = names.source().value() + ".";
        String table = first.startsWith(old) ? first.substring(old.length()) : first;
        names.relation(table)
                .ifPresent(target ->
                        findings.report(code.lexeme(literal).start(), Kind.CALL, new Moved(table, target), reason));
    }
}
