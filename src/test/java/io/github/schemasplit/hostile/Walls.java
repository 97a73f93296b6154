package io.github.schemasplit.hostile;

import java.util.List;

/** What a random mapping says of access and row security, as comments, since it counts only once all is in its place. */
final class Walls {
    private static final String MARK = "#|";

    /** The mappings that say nothing of it are a half. */
    private static final int WAYS = 6;

    private static final int LENIENT = 1;
    private static final int WITH_POLICIES = 3;

    private Walls() {}

    /**
     * The lines of one target schema.
     *
     * @param tables those that may have row security
     * @param choice which way
     */
    static String lines(List<String> tables, int choice) {
        int way = choice % WAYS;
        if (way % 2 == 0) {
            return "";
        }
        String role = RandomMapping.quoted(Roles.name(choice));
        StringBuilder yaml = new StringBuilder();
        line(yaml, "access:");
        line(yaml, "  strict: " + (way != LENIENT));
        line(yaml, "  usage: [" + role + "]");
        line(yaml, "  tables: {" + role + ": [select, insert]}");
        line(yaml, "  sequences: {" + role + ": [usage]}");
        line(yaml, "  routines: {public: [execute]}");
        line(yaml, "  defaults: {tables: {" + role + ": [select]}}");
        if (way >= WITH_POLICIES && !tables.isEmpty()) {
            line(yaml, "policies:");
            for (String table : tables) {
                line(
                        yaml,
                        "  - {table: " + RandomMapping.quoted(table) + ", name: "
                                + RandomMapping.quoted("wall \"" + role.length()) + ", to: [" + role
                                + "], using: \"current_user <> 'nobody'\"}");
            }
            line(yaml, "rowSecurity: {enable: all}");
        }
        return yaml.toString();
    }

    private static void line(StringBuilder yaml, String line) {
        yaml.append("    ").append(MARK).append(line).append('\n');
    }

    /** The mapping with them; the same where it has none. */
    static String raised(String mapping) {
        return mapping.replace(MARK, "");
    }
}
