package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.SearchPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the settings of a routine, a role or a database are, as an expression that the server computes as it writes them itself. */
final class SettingsText {
    private SettingsText() {}

    /**
     * An expression for the text of an array of settings.
     *
     * @param path the one among them that the server writes
     */
    static String of(List<String> settings, Optional<SearchPath> path) {
        if (settings.isEmpty()) {
            return "''";
        }
        List<String> texts = new ArrayList<>();
        for (String setting : settings) {
            texts.add(
                    path.isPresent() && SearchPath.isOne(setting)
                            ? written(path.get())
                            : Literal.of(setting).sql());
        }
        return "ARRAY[" + String.join(", ", texts) + "]::text[]::text";
    }

    /** Which names are quoted differs a little from version to version. */
    private static String written(SearchPath path) {
        List<String> names = new ArrayList<>();
        for (Identifier schema : path.schemas()) {
            names.add("quote_ident(" + Literal.of(schema.value()).sql() + ")");
        }
        return "'search_path=' || concat_ws(', ', " + (names.isEmpty() ? "quote_ident('')" : String.join(", ", names))
                + ")";
    }
}
