package io.github.schemasplit.sourcecode;

import java.util.Set;

/**
 * Whether a text is SQL, or English that reads like it: "Unassign from customer", "update device credentials".
 *
 * <p>SQL it is when its clauses have what they must have, and it is written as SQL is written: with keywords in capitals, or with marks
 * that English has not.
 */
final class SqlShape {
    /** What a text is taken for. */
    enum Verdict {
        /** SQL without a doubt. */
        SQL,
        /** It may be SQL, or English. */
        DOUBTFUL,
        /** A sentence, unless it is handed to what takes SQL. */
        PROSE,
        /** Something else. */
        OTHER
    }

    private static final Set<String> JOINS =
            Set.of("JOIN", "LEFT", "RIGHT", "INNER", "FULL", "CROSS", "NATURAL", "STRAIGHT_JOIN");

    private final SqlWords words;
    private final SqlClauses clauses;

    private SqlShape(String text) {
        this.words = new SqlWords(text);
        this.clauses = new SqlClauses(words);
    }

    /** What a whole text is. */
    static Verdict of(String text) {
        return new SqlShape(text).judge();
    }

    /**
     * What has to be put before a part of a statement so that it is one; nothing before a whole one.
     *
     * @return empty text for a whole statement
     */
    static String prefix(String text) {
        SqlShape shape = new SqlShape(text);
        String first = shape.words.keyword(0);
        if (first.equals("FROM")) {
            return "SELECT * ";
        }
        if (JOINS.contains(first)) {
            return "SELECT * FROM t ";
        }
        return switch (first) {
            case "WHERE" -> "SELECT * FROM t ";
            case "AND", "OR" -> "SELECT * FROM t WHERE true ";
            case "ON" -> "SELECT * FROM t JOIN t ";
            case "EXISTS", "NOT" -> "SELECT * FROM t WHERE ";
            case "UNION", "EXCEPT", "INTERSECT" -> "SELECT 1 ";
            default -> shape.clauses.compared() >= 0 ? "SELECT " : "";
        };
    }

    /** Whether a text is what a statement begins with, up to its table: the rest is put to it. */
    static boolean isBeginning(String text) {
        SqlShape shape = new SqlShape(text);
        boolean inserts = shape.words.is(0, "INSERT") && shape.words.is(1, "INTO");
        boolean deletes = shape.words.is(0, "DELETE") && shape.words.is(1, "FROM");
        int table = inserts || deletes ? 2 : 1;
        boolean tends = shape.words.is(0, "VACUUM") || shape.words.is(0, "ANALYZE") || shape.words.is(0, "REINDEX");
        return tends && shape.words.size() > 1
                || (table == 2 || shape.words.is(0, "UPDATE"))
                        && shape.words.size() > table
                        && shape.words.isName(table);
    }

    private Verdict judge() {
        int first = 0;
        while (words.is(first, "(")) {
            first++;
        }
        int complete = clauses.complete(first);
        if (complete < 0) {
            return Verdict.OTHER;
        }
        if (clauses.compared() >= 0) {
            return words.isShouted(complete) ? Verdict.SQL : Verdict.DOUBTFUL;
        }
        if (words.isShouted(first) && words.isShouted(complete) || words.isMarked()) {
            boolean english = words.isShouting() || !words.isMarked() && words.selectsInEnglish(first);
            return english || isOverClasses(first) ? Verdict.DOUBTFUL : Verdict.SQL;
        }
        return Character.isUpperCase(words.word(first).charAt(0)) && !words.isShouted(first)
                ? Verdict.PROSE
                : Verdict.DOUBTFUL;
    }

    /** Whether a query selects just what it gives a name to, as those over classes do: {@code select o from Order o}. */
    private boolean isOverClasses(int first) {
        int selected = words.is(first + 1, "DISTINCT") ? first + 2 : first + 1;
        int name = words.is(selected + 3, "AS") ? selected + 4 : selected + 3;
        return words.is(first, "SELECT")
                && words.is(selected + 1, "FROM")
                && !words.word(selected).equals("*")
                && words.word(selected).equals(words.word(name));
    }
}
