package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds tables that Knex and Kysely take by name. Sockets, paths and lists have a {@code join} too: what the chain begins with tells. */
final class KnexTables {
    private static final Set<String> JOINS = Set.of(
            "join",
            "innerJoin",
            "leftJoin",
            "leftOuterJoin",
            "rightJoin",
            "rightOuterJoin",
            "fullJoin",
            "fullOuterJoin",
            "outerJoin",
            "crossJoin");
    private static final Set<String> OF_KNEX = Set.of("from", "into", "table");
    /** What takes a table's name alone, so that the schema has to be said by another call. */
    private static final Set<String> BARE = Set.of(
            "batchInsert",
            "hasTable",
            "hasColumn",
            "alterTable",
            "createTable",
            "createTableIfNotExists",
            "dropTable",
            "dropTableIfExists");

    private static final Set<String> OF_KYSELY =
            Set.of("selectFrom", "insertInto", "updateTable", "deleteFrom", "mergeInto", "replaceInto");
    private static final Set<String> WITH = Set.of("with", "withRecursive", "withMaterialized", "withNotMaterialized");
    private static final Set<String> NAMES = Set.of("knex", "trx", "tx", "db", "transaction");
    /** What is called on queries. */
    private static final Set<String> OF_QUERIES = Set.of(
            "select",
            "where",
            "whereIn",
            "andWhere",
            "whereRaw",
            "insert",
            "update",
            "del",
            "delete",
            "first",
            "returning",
            "orderBy",
            "groupBy",
            "columns",
            "selectAll");

    private static final Pattern COLUMN = Pattern.compile("\\w+\\.\\w+");

    private final Code code;
    private final MovedNames names;
    private final StringExpressions strings;
    private final SqlStrings sql;
    private final Findings findings;
    private final boolean kysely;
    private boolean isOpen;
    private final boolean knex;
    /** The names of queries that others begin with. */
    private final Set<String> withs = new HashSet<>();

    private final Set<String> made = new HashSet<>(NAMES);

    KnexTables(Code code, MovedNames names, Constants constants, Findings findings) {
        this.code = code;
        this.names = names;
        this.strings = new StringExpressions(code, constants);
        this.sql = new SqlStrings(names, findings);
        this.findings = findings;
        this.knex = code.source().mentions("knex") || code.source().mentions("Knex");
        this.kysely = !knex && code.source().mentions("kysely");
        for (int i = 1; i < code.size(); i++) {
            Literal with = code.is(i + 1, "(") && WITH.contains(code.text(i)) ? code.literal(i + 2) : null;
            if (with != null) {
                withs.add(with.value().split("\\(", 2)[0].strip());
            }
            if (code.is(i, ":") && code.is(i + 1, "Knex") && code.isWord(i - 1)) {
                made.add(code.text(i - 1));
            } else if (code.is(i, "transaction") && code.is(i + 1, "(")) {
                // transaction(async (t) => …
                int parameter = code.is(i + 2, "async") ? i + 3 : i + 2;
                made.add(code.text(code.is(parameter, "(") ? parameter + 1 : parameter));
            }
        }
    }

    /** Whether a query takes a table by a name that is only known as the code runs. */
    boolean isOpen() {
        return isOpen;
    }

    void read() {
        for (int i = 1; i < code.size(); i++) {
            if (code.is(i, "(") && code.partner(i) > i + 1) {
                int name = nameBefore(i);
                if (code.isWord(name)) {
                    read(name, i);
                }
            }
        }
    }

    /** The name before a parenthesis, over the parameters of a type. */
    private int nameBefore(int open) {
        int i = open - 1;
        if (!code.is(i, ">")) {
            return i;
        }
        int depth = 0;
        do {
            depth += code.is(i, ">") ? 1 : code.is(i, "<") ? -1 : 0;
            i--;
        } while (depth > 0 && i > 0);
        return i;
    }

    private void read(int name, int open) {
        String callee = code.text(name);
        boolean known = OF_KYSELY.contains(callee)
                || JOINS.contains(callee)
                || OF_KNEX.contains(callee)
                || BARE.contains(callee)
                || callee.equals("using")
                || made.contains(callee);
        if (!known) {
            return;
        }
        CallChain chain = new CallChain(code, name);
        if (isOfWith(open, chain)) {
            return;
        }
        if (kysely) {
            boolean joins = JOINS.contains(callee) && chain.calls(OF_KYSELY)
                    || callee.equals("using") && chain.calls(OF_KYSELY)
                    || callee.equals("table") && chain.root().equals("sql");
            if (OF_KYSELY.contains(callee) || joins) {
                report(
                        open,
                        "say the schema by withSchema, or before the name there and in the interface of the tables");
            }
            return;
        }
        boolean member = code.is(name - 1, ".") || code.is(name - 1, "?.");
        boolean called = made.contains(callee) && (!member || code.is(name - 2, "this"));
        boolean takesTable = member && (OF_KNEX.contains(callee) || JOINS.contains(callee));
        if (!knex) {
            // The module that makes the client of Knex may be another one.
            if (called && code.isString(open + 1) && chain.calls(OF_QUERIES)) {
                report(open, "this may be a query of Knex");
            }
        } else if (called || takesTable && made.contains(chain.root())) {
            tables(open, chain);
        } else if (takesTable
                && !SupabaseCalls.isNamedSo(chain.root())
                && (chain.calls(OF_QUERIES) || JOINS.contains(callee) && hasCondition(open))) {
            report(open, "this may be a query of Knex");
        } else if (member && BARE.contains(callee) && made.contains(chain.root())) {
            report(open, "say the schema by withSchema before this call");
        }
    }

    /** Whether a call is handed the name of a query that its own begins with, or one that it is in. */
    private boolean isOfWith(int open, CallChain chain) {
        Literal table = code.literal(open + 1);
        if (table == null || !withs.contains(table.value().strip().split("\\s", 2)[0])) {
            return false;
        }
        boolean with = chain.calls(WITH);
        for (int outer = code.enclosing(open); !with && outer >= 0; outer = code.enclosing(outer)) {
            int name = nameBefore(outer);
            with = code.is(outer, "(")
                    && code.isWord(name)
                    && !WITH.contains(code.text(name))
                    && new CallChain(code, name).calls(WITH);
        }
        return with;
    }

    /** Whether columns are compared in the arguments of a call. */
    private boolean hasCondition(int open) {
        List<int[]> arguments = strings.arguments(open);
        Literal last = code.literal(arguments.get(arguments.size() - 1)[0]);
        return arguments.size() > 2
                && last != null
                && COLUMN.matcher(last.value()).matches();
    }

    private void tables(int open, CallChain chain) {
        Optional<String> schema = schema(chain);
        if (schema.isPresent()) {
            if (schema.get().equals(names.source().value())) {
                report(open, "withSchema says the old schema here");
            }
        } else if (code.isString(open + 1)) {
            sql.read(strings.at(open + 1), StringUse.TABLE);
        } else if (code.is(open + 1, "{")) {
            // join({ alias: 'table' })
            for (int i = open + 2; i < code.partner(open + 1); i++) {
                if (code.is(i - 1, ":") && code.isString(i)) {
                    sql.read(strings.at(i), StringUse.TABLE);
                }
            }
        } else {
            isOpen |= code.isWord(open + 1);
            report(open, "the name is of a constant that a query takes here");
        }
    }

    /** The schema that the chain says. */
    private Optional<String> schema(CallChain chain) {
        int call = chain.call(Set.of("withSchema"));
        if (call < 0) {
            return Optional.empty();
        }
        Literal said = code.literal(call + 2);
        return Optional.of(said == null ? "" : said.value());
    }

    /** Lists the tables that the first argument of a call names, alone or in a list, with or without an alias. */
    private void report(int open, String reason) {
        List<int[]> arguments = strings.arguments(open);
        int from = arguments.get(0)[0];
        int to = arguments.get(0)[1];
        if (!code.is(from, "[") && !code.isString(from)) {
            strings.value(from, to).ifPresent(value -> report(from, value, reason));
            return;
        }
        for (int i = from; i <= to; i++) {
            Literal literal = code.literal(i);
            if (literal != null && literal.isWhole()) {
                report(i, literal.value(), reason);
            }
        }
    }

    private void report(int at, String written, String reason) {
        String table = written.strip().split("[\\s]", 2)[0];
        names.relation(table)
                .ifPresent(target ->
                        findings.report(code.lexeme(at).start(), Kind.CALL, new Moved(table, target), reason));
    }
}
