package io.github.schemasplit.sqltext.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A name with its parts, as a list in the tree.
 *
 * @param names its parts
 * @param node the list
 */
record NameList(List<String> names, JsonNode node) {
    /** The name in {@code value}, a list of strings, or a node that is such a list; empty if it is neither. */
    static NameList of(JsonNode value) {
        JsonNode list = value.has("List") ? value.path("List").path("items") : value;
        List<String> names = new ArrayList<>();
        for (JsonNode part : list) {
            if (part.has("A_Star")) {
                names.add("*");
            } else if (part.has("String")) {
                names.add(text(part));
            }
        }
        return new NameList(names, list);
    }

    static String text(JsonNode string) {
        return string.path("String").path("sval").asText();
    }
}
