package io.github.schemasplit.render;

import java.util.regex.Pattern;

/**
 * How Liquibase takes SQL: line by line, with its own directives in comments, line ends made one, and {@code ${…}} replaced by
 * properties. A statement of which it would make another one is put into a string that has none of that.
 *
 * @see <a href="https://docs.liquibase.com/concepts/changelogs/sql-format.html">Formatted SQL</a>
 */
final class LiquibaseForm implements ScriptForm {
    /** What Liquibase takes for a directive, or refuses as a bad one: a word at the beginning of a comment, whatever ends it. */
    private static final Pattern DIRECTIVE = Pattern.compile(
            "^\\s*(?:-+|/\\*)\\s*(?:liquibase|changeset|rollback|precondition|property|comment|ignore|validchecksum)",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private static final Pattern SLASH = Pattern.compile("(?m)^\\s*/\\s*$");

    @Override
    public String comment(String line) {
        String text = line.replace("${", "$ {");
        return DIRECTIVE.matcher(text).find() ? text.replaceFirst("--", "-- ·") : text;
    }

    @Override
    public String statement(String sql) {
        boolean taken = sql.indexOf('\r') < 0
                && !sql.contains("${")
                && !DIRECTIVE.matcher(sql).find()
                && !SLASH.matcher(sql).find();
        return taken ? sql : new DoBlock("BEGIN\n    EXECUTE " + escaped(sql) + ";\nEND").sql();
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
