package io.github.schemasplit.render;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Liquibase takes SQL: line by line, with its own directives in comments, line ends made one, and {@code ${…}} replaced by
 * properties. A statement of which it would make another one is put into a string that has none of that.
 *
 * @see <a href="https://docs.liquibase.com/concepts/changelogs/sql-format.html">Formatted SQL</a>
 */
final class LiquibaseForm implements ScriptForm {
    private static final Set<String> DIRECTIVES = Set.of(
            "liquibase",
            "changeset",
            "rollback",
            "precondition",
            "preconditions",
            "property",
            "comment",
            "comments",
            "ignore",
            "ignorelines",
            "validchecksum");

    /** What may be a directive: a word that a comment begins with, at the beginning of a line. */
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(?:--|/\\*)\\s*(\\w+)");

    private static final Pattern SLASH = Pattern.compile("(?m)^\\s*/\\s*$");

    @Override
    public String comment(String line) {
        String text = line.replace("${", "$ {");
        return hasDirective(text) ? text.replaceFirst("--", "-- ·") : text;
    }

    @Override
    public String statement(String sql) {
        boolean taken = sql.indexOf('\r') < 0
                && !sql.contains("${")
                && !hasDirective(sql)
                && !SLASH.matcher(sql).find();
        return taken ? sql : new DoBlock("BEGIN\n    EXECUTE " + escaped(sql) + ";\nEND").sql();
    }

    private static boolean hasDirective(String text) {
        Matcher comment = COMMENT.matcher(text);
        while (comment.find()) {
            if (DIRECTIVES.contains(comment.group(1).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static String escaped(String sql) {
        StringBuilder literal = new StringBuilder("E'");
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            switch (c) {
                case '\'' -> literal.append("''");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '$' -> literal.append(sql.startsWith("${", i) ? "\\x24" : "$");
                default -> literal.append(c);
            }
        }
        return literal.append('\'').toString();
    }
}
