package io.github.schemasplit.sourcecode;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds names in constants that SQL makes identifiers of: {@code format('DELETE FROM %I', 'orders')}, {@code quote_ident('orders')}. */
final class FormattedNames {
    static final String REASON = "it is put into SQL as one identifier: the schema is another one";

    private static final Pattern PLACE = Pattern.compile("%(?:(\\d{1,4})\\$)?-?\\d*([IsL%])");

    private final String sql;
    private final MovedNames names;
    private final Map<Integer, Moved> found = new TreeMap<>();

    private FormattedNames(String sql, MovedNames names) {
        this.sql = sql;
        this.names = names;
    }

    /** What is named so, by where. */
    static Map<Integer, Moved> in(String sql, MovedNames names) {
        FormattedNames formatted = new FormattedNames(sql, names);
        if (sql.contains("%I") || sql.contains("$I") || sql.contains("quote_ident")) {
            formatted.read(new SqlTokens.Range(0, sql.length()));
        }
        return formatted.found;
    }

    private void read(SqlTokens.Range part) {
        SqlTokens tokens = new SqlTokens(sql, part);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isInDollars(i)) {
                read(tokens.content(i));
            } else if (tokens.text(i + 1).equals("(") && tokens.text(i + 2).endsWith("'")) {
                call(tokens, i);
            }
        }
    }

    private void call(SqlTokens tokens, int routine) {
        if (tokens.text(routine).equalsIgnoreCase("quote_ident")) {
            name(tokens, routine + 2);
        } else if (tokens.text(routine).equalsIgnoreCase("format")) {
            List<SqlTokens.Range> arguments = tokens.arguments(routine + 1);
            Matcher place = PLACE.matcher(tokens.text(routine + 2));
            int argument = 0;
            while (place.find()) {
                if (place.group(2).equals("%")) {
                    continue;
                }
                argument = place.group(1) == null ? argument + 1 : Integer.parseInt(place.group(1));
                if (place.group(2).equals("I") && argument < arguments.size()) {
                    name(tokens, arguments.get(argument).start());
                }
            }
        }
    }

    private void name(SqlTokens tokens, int i) {
        if (tokens.isString(i)) {
            SqlTokens.Range place = tokens.content(i);
            String name = sql.substring(place.start(), place.end());
            names.relation(name).ifPresent(target -> found.put(place.start(), new Moved(name, target)));
        }
    }
}
