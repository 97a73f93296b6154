package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.Map;
import java.util.Set;

/** Lists tables that libraries of Python take by name beside a schema that has a place of its own: psycopg, asyncpg, pandas, peewee. */
final class PythonNames {
    private static final String INSPECTED = "SQLAlchemy takes the schema as an argument of its own";
    private static final String BETWEEN = "a table between two others: say its schema before the name";
    /** Calls whose argument is a table's name, by its number, with what is to be done. */
    private static final Map<String, String> FIRST = Map.ofEntries(
            Map.entry("to_sql", "pandas takes the schema as an argument of its own"),
            Map.entry("read_sql_table", "pandas takes the schema as an argument of its own"),
            Map.entry("copy_records_to_table", "asyncpg takes the schema as an argument of its own"),
            Map.entry("copy_to_table", "asyncpg takes the schema as an argument of its own"),
            Map.entry(
                    "Identifier", "an identifier that is put into SQL: psycopg takes the schema as the one before it"),
            Map.entry("has_table", INSPECTED),
            Map.entry("get_columns", INSPECTED),
            Map.entry("get_foreign_keys", INSPECTED),
            Map.entry("get_indexes", INSPECTED),
            Map.entry("get_pk_constraint", INSPECTED));

    private static final Map<String, String> SECOND = Map.of(
            "copy_from", "psycopg quotes the name here: use copy_expert with the schema",
            "copy_to", "psycopg quotes the name here: use copy_expert with the schema");
    /** Names that are given a table's name. */
    private static final Map<String, String> VALUES =
            Map.of("secondary", BETWEEN, "table_name", "a model's table: say the schema beside it");

    /** Names that are given a table's name where the file speaks of Tortoise or of Django. */
    private static final Set<String> OF_MODELS = Set.of("table", "through");

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
            } else if (name.equals("on_postgres_changes") && !saysSchema(i + 1, code.partner(i + 1))) {
                for (int j = i + 2; j < code.partner(i + 1); j++) {
                    if (code.is(j, "table") && code.is(j + 1, "=")) {
                        report(j + 2, "changes of a table: the schema is an argument of its own");
                    }
                }
            } else if (name.equals("callproc")) {
                routine(i + 2, "the schema may be said before the routine's name");
            } else if (code.is(i - 1, ".")
                    && code.is(i - 2, "op")
                    && code.source().mentions("alembic")) {
                operation(i + 1);
            } else if (code.is(i - 1, ".")
                    && code.is(i - 2, "func")
                    && code.source().mentions("sqlalchemy")) {
                routine(i, "SQLAlchemy takes the schema as a member before the routine: func.schema.routine()");
            } else if (name.equals("table")
                    && code.source().mentions("sqlalchemy")
                    && (!code.is(i - 1, ".") || code.is(i - 2, "sa"))
                    && !saysSchema(i + 1, code.partner(i + 1))) {
                report(i + 2, INSPECTED);
            }
        } else if (code.is(i + 1, "=") && name.equals("db_table")) {
            ofDjango(
                    i + 2,
                    "Django knows no schemas: set the role's search_path, or write the name as 'schema\".\"table'");
        } else if (code.is(i + 1, "=") && VALUES.containsKey(name) && !saysSchema(i - NEAR, i + NEAR)) {
            report(i + 2, VALUES.get(name));
        } else if (code.is(i + 1, "=") && OF_MODELS.contains(name) && isOfModels(i)) {
            report(i + 2, name.equals("table") ? VALUES.get("table_name") : BETWEEN);
        } else if (code.is(i + 1, "=") && name.equals("tables") && code.is(i + 2, "[") && isDjango()) {
            for (int j = i + 3; j < code.partner(i + 2); j++) {
                report(j, "Django quotes the name here, and knows no schemas");
            }
        }
        Literal key = code.literal(i);
        if (key != null && key.value().equals("db_table") && code.is(i + 1, ":")) {
            report(i + 2, "Django knows no schemas: see what the model says");
        }
    }

    /** A table's name of Django, which may be written with the schema: {@code 'public"."orders'}. */
    private void ofDjango(int i, String reason) {
        Literal written = code.literal(i);
        String old = names.source().value() + ".";
        String name = written == null ? "" : written.value().replace("\"", "");
        String table = name.startsWith(old) ? name.substring(old.length()) : name;
        names.relation(table)
                .ifPresent(target ->
                        findings.report(code.lexeme(i).start(), Kind.MAPPING, new Moved(table, target), reason));
    }

    private boolean isDjango() {
        return code.source().mentions("django");
    }

    /** Whether a name is of a model's settings, or of what is handed to something that makes a table. */
    private boolean isOfModels(int i) {
        boolean argument = code.is(code.enclosing(i), "(");
        return code.source().mentions("tortoise")
                || argument && (isDjango() || code.source().mentions("airflow") && code.is(i, "table"));
    }

    /** The tables that a migration of Alembic is told: it has them in the order of the arguments. */
    private void operation(int open) {
        for (int i = open + 1; i < code.partner(open); i++) {
            if (code.isString(i) && (code.is(i - 1, "(") || code.is(i - 1, ","))) {
                report(i, "a migration names it");
            }
            i = code.partner(i) > i ? code.partner(i) : i;
        }
    }

    private void routine(int i, String reason) {
        Literal literal = code.literal(i);
        String name = literal == null ? code.text(i) : literal.value();
        names.routine(name)
                .ifPresent(
                        target -> findings.report(code.lexeme(i).start(), Kind.CALL, new Moved(name, target), reason));
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
