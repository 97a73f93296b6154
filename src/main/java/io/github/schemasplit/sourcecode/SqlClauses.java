package io.github.schemasplit.sourcecode;

import java.util.Set;

/** Where a text has the clauses that make it a statement, or a part of one: each with what must follow it. */
final class SqlClauses {
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

    private final SqlWords words;

    SqlClauses(SqlWords words) {
        this.words = words;
    }

    /** Where a keyword is that makes a statement, or a part of one, of what begins at {@code at}; negative where none does. */
    int complete(int at) {
        return switch (words.keyword(at)) {
            case "SELECT", "WITH" -> from(at + 1);
            case "EXPLAIN" -> explained(at + 1);
            case "INSERT" -> words.is(at + 1, "INTO") && isTable(at + 2, INSERTED) ? at + 1 : -1;
            case "MERGE" -> words.is(at + 1, "INTO") && isTable(at + 2, AFTER_TABLE) ? at + 1 : -1;
            case "DELETE" ->
                words.is(at + 1, "FROM") && isTable(at + 2, DELETED) && isConditioned(at + 3) ? at + 1 : -1;
            case "UPDATE" -> updated(at + 1);
            case "TRUNCATE" -> isTable(words.is(at + 1, "TABLE") ? at + 2 : at + 1, AFTER_TABLE) ? at : -1;
            case "COPY" -> copied(at + 1);
            case "LOCK", "COMMENT", "REFRESH", "REINDEX", "CLUSTER" ->
                words.is(at + 1, "TABLE") || words.is(at + 1, "ON") || words.is(at + 1, "MATERIALIZED") ? at + 1 : -1;
            case "CREATE", "ALTER", "DROP" -> DEFINITIONS.contains(words.keyword(at + 1)) ? at + 1 : -1;
            case "GRANT", "REVOKE" ->
                words.find("ON", at + 1) > 0 && (words.find("TO", at + 1) > 0 || words.find("FROM", at + 1) > 0)
                        ? words.find("ON", at + 1)
                        : -1;
            case "VACUUM", "ANALYZE" -> words.isShouted(at) && words.size() > at + 1 ? at : -1;
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
    int compared() {
        int i = 0;
        while (i < words.size() && words.isName(i) && words.is(i + 1, ".")) {
            i += 2;
        }
        int open = words.is(i + 1, "NOT") ? i + 3 : i + 2;
        boolean compares = i < words.size()
                && words.isName(i)
                && (words.is(open - 1, "IN") || words.isComparison(words.keyword(open - 1), open - 1));
        return compares && words.is(open, "(") && words.is(open + 1, "SELECT") ? from(open + 2) : -1;
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
            if (words.is(i, "FROM") && (isTable(i + 1, AFTER_TABLE) || words.is(i + 1, "(")) && isConditioned(i + 2)) {
                return i;
            }
            if (i > at
                    && (words.is(i, "INSERT") || words.is(i, "UPDATE") || words.is(i, "DELETE"))
                    && complete(i) > 0) {
                return complete(i);
            }
        }
        return called(at);
    }

    /** A query without FROM that calls a routine. */
    private int called(int at) {
        for (int i = at + 1; i < words.size(); i++) {
            if (words.is(i, "(") && words.isName(i - 1)) {
                return i - 1;
            }
        }
        return -1;
    }

    private int joined(int at) {
        int i = words.is(at, "OUTER") || words.is(at, "INNER") ? at + 1 : at;
        return words.is(i, "JOIN")
                        && (isTable(i + 1, AFTER_TABLE) || words.is(i + 1, "(") || words.is(i + 1, "LATERAL"))
                ? i
                : -1;
    }

    private int nested(int at) {
        for (int i = at; i < words.size(); i++) {
            if (words.is(i, "SELECT") && complete(i) > 0) {
                return complete(i);
            }
        }
        return -1;
    }

    private int updated(int at) {
        int name = words.is(at, "ONLY") ? at + 1 : at;
        for (int i = name; i < Math.min(words.size(), name + 8); i++) {
            if (words.is(i, "SET") && i > name) {
                return i + 1 < words.size() && (words.find("=", i) > 0 || words.hasHole(i + 1)) ? i : -1;
            }
        }
        return -1;
    }

    private int copied(int at) {
        if (words.is(at, "(")) {
            return complete(at + 1);
        }
        int end = words.find("FROM", at) > 0 ? words.find("FROM", at) : words.find("TO", at);
        return end > 0
                        && (words.is(end + 1, "STDIN")
                                || words.is(end + 1, "STDOUT")
                                || words.is(end + 1, "PROGRAM")
                                || words.isString(end + 1))
                ? end
                : -1;
    }

    /** Whether a table's name is there, and after it what can follow one, with or without an alias between. */
    private boolean isTable(int at, Set<String> followers) {
        int i = words.is(at, "ONLY") ? at + 1 : at;
        if (i >= words.size() || !words.isName(i)) {
            return false;
        }
        while (words.is(i + 1, ".") && i + 2 < words.size()) {
            i += 2;
        }
        return isFollowed(i + 1, followers)
                || words.isName(i + 1) && !words.is(i + 2, "") && isFollowed(i + 2, followers)
                || followers == AFTER_TABLE && words.isName(i + 1) && words.is(i + 2, "");
    }

    private boolean isFollowed(int i, Set<String> followers) {
        return followers.contains(words.keyword(i)) || words.hasHole(i) || words.isOperator(i);
    }

    /** Whether a WHERE, if there is one, compares something. */
    private boolean isConditioned(int at) {
        int where = words.find("WHERE", at);
        if (where < 0) {
            return true;
        }
        for (int i = where + 1; i < words.size(); i++) {
            if (words.isOperator(i)
                    || words.hasHole(i)
                    || Set.of("IS", "IN", "LIKE", "ILIKE", "BETWEEN", "EXISTS", "NOT", "TRUE", "FALSE", "(")
                            .contains(words.keyword(i))) {
                return true;
            }
        }
        // A column may be a condition by itself; English does not shout.
        return where == words.size() - 1 || words.isShouted(where);
    }
}
