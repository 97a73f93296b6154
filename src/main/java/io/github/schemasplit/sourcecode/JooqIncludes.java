package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.Set;

/** Lists the tables that the generator of jOOQ is told, by expressions that their names match: {@code orders|users}. */
final class JooqIncludes {
    private static final Set<String> SETTINGS =
            Set.of("includes", "excludes", "includeExpression", "excludeExpression", "expression", "tables");

    private final MovedNames names;
    private final Findings findings;

    JooqIncludes(MovedNames names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    /** Whether a setting holds such expressions. */
    static boolean isOne(String setting) {
        return SETTINGS.contains(setting);
    }

    /**
     * Reads the value of a setting.
     *
     * @param at where it is
     */
    void read(String expression, int at) {
        int start = 0;
        for (int i = 0; i <= expression.length(); i++) {
            if (i == expression.length() || !Words.isWordPart(expression.charAt(i))) {
                String table = expression.substring(start, i);
                names.relation(table)
                        .ifPresent(target -> findings.report(
                                at,
                                Kind.SETTING,
                                new Moved(table, target),
                                "jOOQ generates classes of what matches, with or without the schema"));
                start = i + 1;
            }
        }
    }
}
