package io.github.schemasplit.sourcecode;

import java.util.Set;

/** Tells what strings are for that annotations hold. */
final class AnnotationUses {
    /** Annotations whose value is SQL. */
    private static final Set<String> HOLD_SQL = Set.of(
            "NativeQuery",
            "NamedNativeQuery",
            "Subselect",
            "SQLInsert",
            "SQLUpdate",
            "SQLDelete",
            "SQLDeleteAll",
            "SQLSelect",
            "Select",
            "Insert",
            "Update",
            "Delete",
            "SqlQuery",
            "SqlUpdate",
            "SqlBatch",
            "SqlCall",
            "SqlScript",
            "Sql");
    /** Annotations whose value is an expression of SQL. */
    private static final Set<String> HOLD_EXPRESSIONS = Set.of(
            "Formula",
            "Where",
            "SQLRestriction",
            "SQLJoinTableRestriction",
            "Check",
            "ColumnTransformer",
            "JoinFormula",
            "Filter",
            "FilterDef",
            "ColumnDefault",
            "GeneratedColumn");

    private final Code code;

    AnnotationUses(Code code) {
        this.code = code;
    }

    boolean isAnnotation(int open) {
        return !annotation(open).isEmpty();
    }

    /** The last name of the annotation that a parenthesis is of; empty where it is of none. */
    private String annotation(int open) {
        int i = open - 1;
        while (code.isWord(i) && code.is(i - 1, ".")) {
            i -= 2;
        }
        boolean at = code.is(i - 1, "@") || code.is(i - 1, ":") && code.is(i - 3, "@");
        return code.isWord(i) && at ? code.text(open - 1) : "";
    }

    StringUse of(int open, int value) {
        String name = annotation(open);
        String attribute = code.is(value - 1, "=") ? code.text(value - 2) : "value";
        if (name.equals("Query")) {
            return query(open, attribute);
        }
        if (HOLD_SQL.contains(name)) {
            boolean named = attribute.equals("name") || attribute.startsWith("result");
            return named ? StringUse.PROSE : StringUse.SQL;
        }
        if (HOLD_EXPRESSIONS.contains(name)) {
            return attribute.equals("name") ? StringUse.PROSE : StringUse.EXPRESSION;
        }
        return CallNames.isForPeople(name) ? StringUse.PROSE : StringUse.UNKNOWN;
    }

    /** A query of Spring Data's: SQL where it is said to be, and with JDBC and R2DBC. */
    private StringUse query(int open, String attribute) {
        if (attribute.equals("name") || attribute.equals("countName")) {
            return StringUse.PROSE;
        }
        for (int i = open; i < code.partner(open); i++) {
            if (code.is(i, "nativeQuery") && code.is(i + 1, "=")) {
                return code.is(i + 2, "false") ? StringUse.PROSE : StringUse.SQL;
            }
        }
        boolean isSql = code.source().mentions("org.springframework.data.jdbc.repository")
                || code.source().mentions("org.springframework.data.r2dbc.repository");
        return isSql
                ? StringUse.SQL
                : code.source().mentions("org.springframework.data.jpa") ? StringUse.PROSE : StringUse.UNKNOWN;
    }
}
