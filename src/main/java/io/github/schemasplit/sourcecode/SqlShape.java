package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sqltext.Lexer;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.Token;
import io.github.schemasplit.sqltext.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private static final Set<String> AFTER_TABLE = Set.of(
            "",
            ";",
            ")",
            ",",
            "AS",
            "WHERE",
            "JOIN",
            "LEFT",
            "RIGHT",
            "INNER",
            "FULL",
            "CROSS",
            "NATURAL",
            "ON",
            "USING",
            "ORDER",
            "GROUP",
            "HAVING",
            "LIMIT",
            "OFFSET",
            "FETCH",
            "FOR",
            "UNION",
            "EXCEPT",
            "INTERSECT",
            "SET",
            "RETURNING",
            "WINDOW",
            "TABLESAMPLE",
            "(",
            "VALUES",
            "SELECT",
            "DEFAULT",
            "OVERRIDING",
            "WITH",
            "CASCADE",
            "RESTRICT",
            "RESTART",
            "CONTINUE",
            "LATERAL",
            "STRAIGHT_JOIN");
    private static final Set<String> INSERTED =
            Set.of("", "(", "VALUES", "SELECT", "DEFAULT", "OVERRIDING", "WITH", "AS");
    private static final Set<String> DELETED = Set.of("", ";", ")", "WHERE", "USING", "RETURNING", "AS");
    private static final Set<String> JOINS =
            Set.of("JOIN", "LEFT", "RIGHT", "INNER", "FULL", "CROSS", "NATURAL", "STRAIGHT_JOIN");
    private static final Set<String> DEFINITIONS = Set.of(
            "TABLE",
            "INDEX",
            "VIEW",
            "SEQUENCE",
            "TRIGGER",
            "POLICY",
            "FUNCTION",
            "PROCEDURE",
            "TYPE",
            "MATERIALIZED",
            "UNIQUE",
            "TEMP",
            "TEMPORARY",
            "UNLOGGED",
            "OR",
            "RULE",
            "STATISTICS",
            "PUBLICATION",
            "CONSTRAINT");
    /** What English has at such places as well. */
    private static final Set<String> ENGLISH = Set.of(
            "the", "a", "an", "your", "this", "that", "these", "all", "any", "my", "our", "their", "his", "her", "its",
            "to");

    private final List<String> words = new ArrayList<>();
    private final List<TokenKind> kinds = new ArrayList<>();
    private boolean marked;

    private SqlShape(String text) {
        Lexer lexer = new Lexer(text, StringSyntax.STANDARD);
        while (lexer.hasNext()) {
            Token token = lexer.next();
            if (!token.kind().isBlank()) {
                words.add(token.text(text));
                kinds.add(token.kind());
            }
        }
        for (int i = 0; i < words.size(); i++) {
            marked |= isMark(i);
        }
    }

    /** Whether English would not be written so. */
    private boolean isMark(int i) {
        String word = keyword(i);
        return switch (kinds.get(i)) {
            case OPERATOR -> word.equals("*") ? isAfter(i, "SELECT", "(", ".", "DISTINCT", ",") : isComparison(word, i);
            case PARAMETER, QUOTED_IDENTIFIER -> true;
            case WORD ->
                word.indexOf('_') >= 0
                        || word.equals("BY") && isAfter(i, "ORDER", "GROUP")
                        || word.equals("JOIN") && isAfter(i, "LEFT", "INNER", "OUTER", "CROSS");
            case PUNCTUATION ->
                word.equals("::") || word.equals("(") && isAfter(i, "VALUES", "IN", "COUNT", "MAX", "MIN", "SUM");
            default -> false;
        };
    }

    private boolean isAfter(int i, String... before) {
        return i > 0 && List.of(before).contains(keyword(i - 1));
    }

    private boolean isComparison(String operator, int i) {
        return operator.indexOf('=') >= 0
                || operator.indexOf('<') >= 0
                || operator.indexOf('>') >= 0
                || operator.equals("||")
                || (operator.startsWith("?") || operator.startsWith("%") || operator.startsWith("#"))
                        && i < words.size() - 1;
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
        String first = shape.keyword(0);
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
            default -> shape.compared() >= 0 ? "SELECT " : "";
        };
    }

    private String word(int i) {
        return i < words.size() ? words.get(i) : "";
    }

    private String keyword(int i) {
        return word(i).toUpperCase(Locale.ROOT);
    }

    private boolean is(int i, String keyword) {
        return keyword(i).equals(keyword);
    }

    private Verdict judge() {
        int first = 0;
        while (is(first, "(")) {
            first++;
        }
        int complete = complete(first);
        if (complete < 0) {
            return Verdict.OTHER;
        }
        if (compared() >= 0) {
            return isShouted(complete) ? Verdict.SQL : Verdict.DOUBTFUL;
        }
        if (isShouted(first) && isShouted(complete) || marked) {
            return isOverClasses(first) ? Verdict.DOUBTFUL : Verdict.SQL;
        }
        return Character.isUpperCase(word(first).charAt(0)) && !isShouted(first) ? Verdict.PROSE : Verdict.DOUBTFUL;
    }

    /** Whether a query selects just what it gives a name to, as those over classes do: {@code select o from Order o}. */
    private boolean isOverClasses(int first) {
        int selected = is(first + 1, "DISTINCT") ? first + 2 : first + 1;
        int name = is(selected + 3, "AS") ? selected + 4 : selected + 3;
        return is(first, "SELECT")
                && is(selected + 1, "FROM")
                && !word(selected).equals("*")
                && word(selected).equals(word(name));
    }

    private boolean isShouted(int i) {
        return word(i).equals(keyword(i));
    }

    /** Where a keyword is that makes a statement, or a part of one, of what begins at {@code at}; negative where none does. */
    private int complete(int at) {
        return switch (keyword(at)) {
            case "SELECT", "WITH" -> from(at + 1);
            case "EXPLAIN" -> explained(at + 1);
            case "INSERT" -> is(at + 1, "INTO") && isTable(at + 2, INSERTED) ? at + 1 : -1;
            case "MERGE" -> is(at + 1, "INTO") && isTable(at + 2, AFTER_TABLE) ? at + 1 : -1;
            case "DELETE" -> is(at + 1, "FROM") && isTable(at + 2, DELETED) && isConditioned(at + 3) ? at + 1 : -1;
            case "UPDATE" -> updated(at + 1);
            case "TRUNCATE" -> isTable(is(at + 1, "TABLE") ? at + 2 : at + 1, AFTER_TABLE) ? at : -1;
            case "COPY" -> copied(at + 1);
            case "LOCK", "COMMENT", "REFRESH", "REINDEX", "CLUSTER" ->
                is(at + 1, "TABLE") || is(at + 1, "ON") || is(at + 1, "MATERIALIZED") ? at + 1 : -1;
            case "CREATE", "ALTER", "DROP" -> DEFINITIONS.contains(keyword(at + 1)) ? at + 1 : -1;
            case "GRANT", "REVOKE" ->
                find("ON", at + 1) > 0 && (find("TO", at + 1) > 0 || find("FROM", at + 1) > 0)
                        ? find("ON", at + 1)
                        : -1;
            case "VACUUM", "ANALYZE" -> isShouted(at) && words.size() > at + 1 ? at : -1;
            case "FROM" -> isTable(at + 1, AFTER_TABLE) && isConditioned(at + 2) ? at : -1;
            case "JOIN" -> isTable(at + 1, AFTER_TABLE) ? at : -1;
            case "LEFT", "RIGHT", "INNER", "FULL", "CROSS", "NATURAL" -> joined(at + 1);
            case "WHERE", "AND", "OR", "ON", "UNION", "EXCEPT", "INTERSECT", "EXISTS", "NOT" -> nested(at + 1);
            case "CALL" -> called(at);
            case "DO", "VALUES", "DECLARE", "SET" -> nested(at + 1);
            default -> compared();
        };
    }

    /** Where the query has its FROM that a condition compares a column with: {@code o.id IN (SELECT …)}; negative where it does not. */
    private int compared() {
        int i = 0;
        while (i < words.size() && isName(i) && is(i + 1, ".")) {
            i += 2;
        }
        int open = is(i + 1, "NOT") ? i + 3 : i + 2;
        boolean compares =
                i < words.size() && isName(i) && (is(open - 1, "IN") || isComparison(keyword(open - 1), open - 1));
        return compares && is(open, "(") && is(open + 1, "SELECT") ? from(open + 2) : -1;
    }

    private int explained(int at) {
        int i = at;
        while (i < words.size() && complete(i) < 0 && i < at + 12) {
            i++;
        }
        return i < words.size() ? complete(i) : -1;
    }

    /** The FROM of a query, whose table is followed by what can follow one. */
    private int from(int at) {
        for (int i = at; i < words.size(); i++) {
            if (is(i, "FROM") && (isTable(i + 1, AFTER_TABLE) || is(i + 1, "(")) && isConditioned(i + 2)) {
                return i;
            }
            if (i > at && (is(i, "INSERT") || is(i, "UPDATE") || is(i, "DELETE")) && complete(i) > 0) {
                return complete(i);
            }
        }
        return called(at);
    }

    /** A query without FROM that calls a routine. */
    private int called(int at) {
        for (int i = at + 1; i < words.size(); i++) {
            if (is(i, "(") && isName(i - 1)) {
                return i - 1;
            }
        }
        return -1;
    }

    private int joined(int at) {
        int i = is(at, "OUTER") || is(at, "INNER") ? at + 1 : at;
        return is(i, "JOIN") && (isTable(i + 1, AFTER_TABLE) || is(i + 1, "(") || is(i + 1, "LATERAL")) ? i : -1;
    }

    private int nested(int at) {
        for (int i = at; i < words.size(); i++) {
            if (is(i, "SELECT") && complete(i) > 0) {
                return complete(i);
            }
        }
        return -1;
    }

    private int updated(int at) {
        int name = is(at, "ONLY") ? at + 1 : at;
        for (int i = name; i < Math.min(words.size(), name + 8); i++) {
            if (is(i, "SET") && i > name) {
                return i + 1 < words.size() && (find("=", i) > 0 || hasHole(i + 1)) ? i : -1;
            }
        }
        return -1;
    }

    private int copied(int at) {
        int end = find("FROM", at) > 0 ? find("FROM", at) : find("TO", at);
        return end > 0
                        && (is(end + 1, "STDIN")
                                || is(end + 1, "STDOUT")
                                || is(end + 1, "PROGRAM")
                                || kinds.get(Math.min(kinds.size() - 1, end + 1)) == TokenKind.STRING)
                ? end
                : -1;
    }

    private boolean hasHole(int i) {
        return word(i).indexOf(Literal.HOLE) >= 0;
    }

    private int find(String keyword, int from) {
        for (int i = from; i < words.size(); i++) {
            if (is(i, keyword)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a table's name is there, and after it what can follow one, with or without an alias between. */
    private boolean isTable(int at, Set<String> followers) {
        int i = is(at, "ONLY") ? at + 1 : at;
        if (i >= words.size() || !isName(i)) {
            return false;
        }
        while (is(i + 1, ".") && i + 2 < words.size()) {
            i += 2;
        }
        return isFollowed(i + 1, followers)
                || isName(i + 1) && !is(i + 2, "") && isFollowed(i + 2, followers)
                || followers == AFTER_TABLE && isName(i + 1) && is(i + 2, "");
    }

    private boolean isFollowed(int i, Set<String> followers) {
        return followers.contains(keyword(i)) || hasHole(i) || kinds.get(i) == TokenKind.OPERATOR;
    }

    private boolean isName(int i) {
        return switch (kinds.get(i)) {
            case WORD -> !ENGLISH.contains(word(i));
            case QUOTED_IDENTIFIER, UNICODE_IDENTIFIER -> true;
            case OPERATOR -> word(i).startsWith("%") || word(i).startsWith("?") || word(i).startsWith("#");
            default -> false;
        };
    }

    /** Whether a WHERE, if there is one, compares something. */
    private boolean isConditioned(int at) {
        int where = find("WHERE", at);
        if (where < 0) {
            return true;
        }
        for (int i = where + 1; i < words.size(); i++) {
            if (kinds.get(i) == TokenKind.OPERATOR
                    || hasHole(i)
                    || Set.of("IS", "IN", "LIKE", "ILIKE", "BETWEEN", "EXISTS", "NOT", "TRUE", "FALSE", "(")
                            .contains(keyword(i))) {
                return true;
            }
        }
        return where == words.size() - 1;
    }
}
