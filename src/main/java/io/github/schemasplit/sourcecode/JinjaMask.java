package io.github.schemasplit.sourcecode;

import java.util.List;

/**
 * SQL in which dbt's templates are that write nothing by themselves: <code>{{ config(…) }}</code> and <code>{% if … %}</code>. They are replaced by as
 * many blanks, so that all else stays where it is.
 */
final class JinjaMask {
    /** What such a template begins with, after its brace and blanks. */
    private static final List<String> WORDS = List.of(
            "if ",
            "elif ",
            "else",
            "endif",
            "for ",
            "endfor",
            "set ",
            "endset",
            "macro ",
            "endmacro",
            "call ",
            "endcall",
            "do ",
            "snapshot ",
            "endsnapshot",
            "test ",
            "endtest");

    private JinjaMask() {}

    static String of(String sql) {
        if (!sql.contains("{{") && !sql.contains("{%")) {
            return sql;
        }
        StringBuilder masked = new StringBuilder(sql);
        for (int open = sql.indexOf('{'); open >= 0; open = sql.indexOf('{', open + 1)) {
            int close = Code.NONE;
            if (sql.startsWith("{%", open) && WORDS.stream().anyMatch(word(sql, open)::startsWith)) {
                close = sql.indexOf("%}", open);
            } else if (sql.startsWith("{{", open) && word(sql, open).startsWith("config(")) {
                close = sql.indexOf("}}", open);
            }
            for (int i = open; close >= 0 && i < close + 2; i++) {
                masked.setCharAt(i, sql.charAt(i) == '\n' ? '\n' : ' ');
            }
        }
        return masked.toString();
    }

    /** What a template begins with. */
    private static String word(String sql, int open) {
        int at = sql.startsWith("-", open + 2) ? open + 3 : open + 2;
        while (at < sql.length() && Character.isWhitespace(sql.charAt(at))) {
            at++;
        }
        return sql.substring(at, Math.min(sql.length(), at + 12));
    }
}
