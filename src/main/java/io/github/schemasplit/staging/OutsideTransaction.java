package io.github.schemasplit.staging;

import io.github.schemasplit.sqltext.ScriptStatement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which statements the server refuses within a transaction block, or which end or begin one. */
final class OutsideTransaction {
    private static final Set<String> FIRST_WORDS = Set.of(
            "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "PREPARE", "VACUUM", "CLUSTER", "CALL", "DISCARD");
    private static final Set<String> FIRST_TWO_WORDS = Set.of(
            "CREATE DATABASE",
            "DROP DATABASE",
            "ALTER DATABASE",
            "CREATE TABLESPACE",
            "DROP TABLESPACE",
            "CREATE SUBSCRIPTION",
            "ALTER SUBSCRIPTION",
            "DROP SUBSCRIPTION",
            "ALTER SYSTEM",
            "REINDEX DATABASE",
            "REINDEX SYSTEM",
            "REINDEX SCHEMA");
    /** A value that ALTER TYPE adds cannot be used before its transaction ends. */
    private static final Pattern ADDS_ENUM_VALUE = Pattern.compile("(?is)ALTER\\s+TYPE\\b.*\\bADD\\s+VALUE\\b.*");

    private static final Pattern ENDS_TRANSACTION = Pattern.compile("(?is).*\\b(COMMIT|ROLLBACK)\\b.*");
    private static final Pattern CONCURRENTLY =
            Pattern.compile("(?is)(CREATE|DROP|REINDEX|ALTER\\s+TABLE)\\b.*\\bCONCURRENTLY\\b.*");

    private OutsideTransaction() {}

    static boolean isNeededBy(ScriptStatement statement) {
        List<String> words = statement.leadingWords();
        if (words.isEmpty()) {
            return false;
        }
        String first = words.get(0);
        return FIRST_WORDS.contains(first)
                || (words.size() > 1 && FIRST_TWO_WORDS.contains(first + " " + words.get(1)))
                || ADDS_ENUM_VALUE.matcher(statement.text()).matches()
                || CONCURRENTLY.matcher(statement.text()).matches()
                || (first.equals("DO")
                        && ENDS_TRANSACTION.matcher(statement.text()).matches());
    }
}
