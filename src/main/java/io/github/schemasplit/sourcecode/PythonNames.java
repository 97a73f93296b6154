package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.Map;

/** Lists tables that libraries of Python take by name beside a schema that has a place of its own: psycopg, asyncpg, pandas, peewee. */
final class PythonNames {
    /** Calls whose argument is a table's name, by its number, with what is to be done. */
    private static final Map<String, String> FIRST = Map.of(
            "to_sql", "pandas takes the schema as an argument of its own",
            "read_sql_table", "pandas takes the schema as an argument of its own",
            "copy_records_to_table", "asyncpg takes the schema as an argument of its own",
            "copy_to_table", "asyncpg takes the schema as an argument of its own",
            "Identifier", "an identifier that is put into SQL: psycopg takes the schema as the one before it");

    private static final Map<String, String> SECOND = Map.of(
            "copy_from", "psycopg quotes the name here: use copy_expert with the schema",
            "copy_to", "psycopg quotes the name here: use copy_expert with the schema");
    /** Names that are given a table's name. */
    private static final Map<String, String> VALUES = Map.of(
            "secondary", "a table between two others: say its schema before the name",
            "table_name", "a model's table: say the schema beside it");

    /** How far from a model's table its schema may stand. */
    private static final int NEAR = 12;

    private final Code code;
    private final MovedNames names;
    private final Findings findings;

    PythonNames(Code code, MovedNames names, Findings findings) {
        this.code = code;
        this.names = names;
        this.findings = findings;
    }

    /** Reads what is at a piece of code. */
    void read(int i) {
        String name = code.text(i);
        if (code.is(i + 1, "(")) {
            if (FIRST.containsKey(name) && !saysSchema(i + 1, code.partner(i + 1))) {
                report(i + 2, FIRST.get(name));
            } else if (SECOND.containsKey(name) && code.is(i + 3, ",")) {
                report(i + 4, SECOND.get(name));
            }
        } else if (code.is(i + 1, "=") && VALUES.containsKey(name) && !saysSchema(i - NEAR, i + NEAR)) {
            report(i + 2, VALUES.get(name));
        }
    }

    /** Whether the schema is said already. */
    private boolean saysSchema(int from, int to) {
        for (int i = from; i < to; i++) {
            Literal schema = code.literal(i + 2);
            boolean named = code.is(i, "schema") || code.is(i, "schema_name");
            if (named
                    && code.is(i + 1, "=")
                    && schema != null
                    && !schema.value().equals(names.source().value())) {
                return true;
            }
        }
        return false;
    }

    private void report(int i, String reason) {
        Literal literal = code.literal(i);
        if (literal != null && literal.isWhole()) {
            names.relation(literal.value())
                    .ifPresent(target -> findings.report(
                            code.lexeme(i).start(), Kind.MAPPING, new Moved(literal.value(), target), reason));
        }
    }
}
