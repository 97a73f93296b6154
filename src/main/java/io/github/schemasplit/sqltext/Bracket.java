package io.github.schemasplit.sqltext;

/** What an open bracket in an expression is of, where that says what words in it mean. */
enum Bracket {
    PLAIN,
    /** {@code CAST(… AS type)}. */
    CAST,
    /** {@code TREAT(… AS type)}, which the server makes a call of what is in pg_catalog. */
    TREAT,
    /** {@code json_value(… RETURNING type)}. */
    JSON,
    /** {@code JSON_TABLE(… COLUMNS …)}. */
    JSON_TABLE,
    /** {@code XMLTABLE(… COLUMNS …)}. */
    XML_TABLE,
    /** {@code SUBSTRING (…)} and {@code OVERLAY (…)}: calls, unless words such as FROM stand between the arguments. */
    CALL_UNLESS_WORDS,
    /** {@code XMLROOT(… , VERSION …)}. */
    XML_ROOT,
    /** {@code GROUPING SETS (… CUBE (…))}. */
    GROUPING_SETS,
    /** The arguments of an aggregate, and {@code FILTER (WHERE …)} and {@code WITHIN GROUP (…)} of one. */
    AGGREGATED,
    /** {@code OVER (… ROWS 1 PRECEDING)}. */
    WINDOW;

    /** What the parentheses of a construct, such as {@code JSON_VALUE}, are. */
    static Bracket of(String construct) {
        return switch (construct) {
            case "cast", "xmlserialize" -> CAST;
            case "treat" -> TREAT;
            case "xmltable" -> XML_TABLE;
            case "xmlroot" -> XML_ROOT;
            case "json_table" -> JSON_TABLE;
            default -> construct.startsWith("json") ? JSON : PLAIN;
        };
    }
}
