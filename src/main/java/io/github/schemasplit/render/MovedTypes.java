package io.github.schemasplit.render;

import io.github.schemasplit.plan.AlterSetSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of what moves and may be an argument's type: types, and the row types of tables and views.
 *
 * @param otherNames each of them before and after its move, with the name that it has at the other moment
 */
record MovedTypes(Map<String, String> otherNames) {
    private static final String NAME = "(?:\"(?:[^\"]|\"\")*+\"|[^\\s\",.()\\[\\]]++)";
    private static final Pattern QUALIFIED = Pattern.compile(NAME + "\\." + NAME);

    MovedTypes {
        otherNames = Map.copyOf(otherNames);
    }

    static MovedTypes of(List<AlterSetSchema> moves) {
        Map<String, String> otherNames = new HashMap<>();
        for (AlterSetSchema move : moves) {
            if (move.kind().hasType()) {
                String before = move.name().sql();
                String after = move.name().in(move.target()).sql();
                otherNames.put(before, after);
                otherNames.put(after, before);
            }
        }
        return new MovedTypes(otherNames);
    }

    /** Arguments as the server prints them while every type that moves is at the other end of its move. */
    String elsewhere(String arguments) {
        return QUALIFIED
                .matcher(arguments)
                .replaceAll(found -> Matcher.quoteReplacement(otherNames.getOrDefault(found.group(), found.group())));
    }
}
