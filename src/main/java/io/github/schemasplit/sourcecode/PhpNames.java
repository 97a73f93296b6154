package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.Set;

/** Lists tables that Yii and the functions of PHP's own extension for PostgreSQL take by name. */
final class PhpNames {
    private static final Set<String> OF_YII = Set.of(
            "from",
            "join",
            "leftJoin",
            "innerJoin",
            "rightJoin",
            "viaTable",
            "insert",
            "update",
            "upsert",
            "delete",
            "batchInsert",
            "getTableSchema");

    private static final Set<String> OF_EXTENSION =
            Set.of("pg_insert", "pg_update", "pg_delete", "pg_select", "pg_copy_from", "pg_copy_to", "pg_meta_data");

    private static final String REASON = "the schema may be said before the name here";

    private final Code code;
    private final MovedNames names;
    private final Findings findings;
    private final boolean yii;

    PhpNames(Code code, MovedNames names, Findings findings) {
        this.code = code;
        this.names = names;
        this.findings = findings;
        this.yii = code.source().mentions("yii") || code.source().mentions("Yii");
    }

    /** Reads what is at a piece of code. */
    void read(int i) {
        Literal literal = code.literal(i);
        if (literal != null && yii) {
            prefixed(literal);
        } else if (code.is(i + 1, "(") && code.is(i + 3, ",") && OF_EXTENSION.contains(code.text(i))) {
            report(i + 4);
        } else if (yii && code.is(i - 1, "->") && code.is(i + 1, "(") && OF_YII.contains(code.text(i))) {
            if (code.is(i + 2, "[")) {
                for (int j = i + 3; j < code.partner(i + 2); j++) {
                    if (code.is(j - 1, "=>") || code.is(j - 1, "[") || code.is(j - 1, ",")) {
                        report(j);
                    }
                }
            } else {
                report(i + 2);
            }
        }
    }

    /** Names between braces, before which Yii puts what all tables' names begin with: <code>{{%orders}}</code>. */
    private void prefixed(Literal literal) {
        String value = literal.value();
        for (int open = value.indexOf("{{"); open >= 0; open = value.indexOf("{{", open + 2)) {
            int close = value.indexOf("}}", open);
            if (close < 0) {
                return;
            }
            int start = value.startsWith("%", open + 2) ? open + 3 : open + 2;
            String table = value.substring(Math.min(start, close), close);
            names.relation(table)
                    .ifPresent(target ->
                            findings.report(literal.place(start), Kind.CALL, new Moved(table, target), REASON));
        }
    }

    private void report(int i) {
        Literal literal = code.literal(i);
        if (literal == null || !literal.isWhole()) {
            return;
        }
        String table = literal.value().strip().split("\\s", 2)[0];
        names.relation(table)
                .ifPresent(
                        target -> findings.report(code.lexeme(i).start(), Kind.CALL, new Moved(table, target), REASON));
    }
}
