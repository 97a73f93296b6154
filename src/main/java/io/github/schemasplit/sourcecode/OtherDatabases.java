package io.github.schemasplit.sourcecode;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells whether code speaks to another database than PostgreSQL, by the libraries it names: a cache in SQLite, a warehouse. A table of ours may
 * be meant there only by its name.
 */
final class OtherDatabases {
    /** Names that are those of databases wherever code has them. */
    private static final List<String> IN_CODE = List.of(
            "sqlite", "mysql", "mariadb", "mssql", "sqlserver", "bigquery", "clickhouse", "duckdb", "d1database");
    /** Names that mean a database only where something is imported: a snowflake may be an id, an oracle somebody who knows. */
    private static final List<String> IN_IMPORTS = List.of(
            "androidx.room",
            "app.cash.sqldelight",
            "sqlclient",
            "cassandra",
            "datastax",
            "gocql",
            "snowflake.connector",
            "snowflake-sdk",
            "gosnowflake",
            "net.snowflake",
            "libsql",
            "planetscale",
            "oracledb",
            "cx_oracle",
            "oracle.jdbc",
            "oracle.manageddataaccess",
            "apache.spark",
            "pyspark",
            "apache.flink",
            "pyhive",
            "trino",
            "elasticsearch",
            "influx",
            "ksql",
            "athena",
            "timestream",
            "redshift",
            "databricks",
            "apache.pinot",
            "apache.druid",
            "prestodb",
            "alasql",
            "couchbase",
            "org.h2.",
            "hsqldb",
            "apache.derby");

    private static final List<String> IMPORTS =
            List.of("import ", "from ", "using ", "use ", "require ", "require_once ", "\"", "_ \"");
    /** Longer strings are no names of libraries. */
    private static final int LONGEST = 80;

    private OtherDatabases() {}

    /** Why a name in SQL of this code may be one of another database; empty where nothing says so. */
    static Optional<String> in(Code code) {
        if (code.language() == Language.SHELL) {
            // There each command is for a database of its own.
            return Optional.empty();
        }
        String lower = code.source().text().toLowerCase(Locale.ROOT);
        return IN_CODE.stream()
                .filter(name -> lower.contains(name) && isInCode(code, name))
                .findFirst()
                .or(() -> IN_IMPORTS.stream()
                        .filter(name -> lower.contains(name) && isImported(lower, name))
                        .findFirst())
                .map(name -> "the code speaks to another database as well: " + name);
    }

    private static boolean isInCode(Code code, String name) {
        for (int i = 0; i < code.size(); i++) {
            Literal literal = code.literal(i);
            String text = literal != null ? literal.value() : code.isWord(i) ? code.text(i) : "";
            if (text.length() <= LONGEST && text.toLowerCase(Locale.ROOT).contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isImported(String text, String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int start = text.lastIndexOf('\n', at) + 1;
            String before = text.substring(start, at).stripLeading();
            boolean imports =
                    (before + name).startsWith("\"") || IMPORTS.stream().anyMatch(before::startsWith);
            if (imports || before.endsWith("from '") || before.endsWith("from \"") || before.contains("require(")) {
                return true;
            }
        }
        return false;
    }
}
