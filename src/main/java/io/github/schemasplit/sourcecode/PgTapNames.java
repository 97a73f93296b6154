package io.github.schemasplit.sourcecode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the names that tests of pgTAP hand over as constants: {@code SELECT has_table('public', 'orders')}.
 *
 * @see <a href="https://pgtap.org/documentation.html">pgTAP</a>
 */
final class PgTapNames {
    static final String REASON = "a test asks for it by its name: the schema may be said before it";

    private static final List<String> BEGINNINGS = List.of("has_", "hasnt_", "col_", "fk_", "index_", "trigger_");
    private static final List<String> ENDINGS = List.of("_are", "_is", "_isnt", "_ok", "_returns");

    private PgTapNames() {}

    /** Whether a text may be such tests. */
    static boolean mayBeIn(String sql) {
        return sql.contains("plan(") && sql.contains("finish(");
    }

    /** What is named so, by where. */
    static Map<Integer, Moved> in(String sql, MovedNames names) {
        Map<Integer, Moved> found = new TreeMap<>();
        if (!mayBeIn(sql)) {
            return found;
        }
        SqlTokens tokens = new SqlTokens(sql, new SqlTokens.Range(0, sql.length()));
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.text(i + 1).equals("(") && isAssertion(tokens.text(i))) {
                call(sql, tokens, i + 1, names, found);
            }
        }
        return found;
    }

    private static boolean isAssertion(String routine) {
        String name = routine.toLowerCase(Locale.ROOT);
        return BEGINNINGS.stream().anyMatch(name::startsWith)
                || ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static void call(String sql, SqlTokens tokens, int open, MovedNames names, Map<Integer, Moved> found) {
        String schema = names.source().value();
        boolean before = true;
        for (SqlTokens.Range argument : tokens.arguments(open)) {
            if (!before || argument.start() != argument.end() || !tokens.isString(argument.start())) {
                return;
            }
            SqlTokens.Range place = tokens.content(argument.start());
            String name = sql.substring(place.start(), place.end());
            names.relation(name)
                    .or(() -> names.routine(name))
                    .ifPresent(target -> found.put(place.start(), new Moved(name, target)));
            // Only the schema that is moved from may stand before the name.
            before = name.equals(schema);
        }
    }
}
