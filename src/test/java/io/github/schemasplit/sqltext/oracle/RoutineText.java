package io.github.schemasplit.sqltext.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A routine whose body is a text.
 *
 * @param names its name's parts; none for a block that DO runs
 * @param language its language, folded as the server folds it; {@code sql} or {@code plpgsql} where the text does not say
 * @param body its body, as the server stores it
 */
public record RoutineText(List<String> names, String language, String body) {
    public RoutineText {
        names = List.copyOf(names);
    }

    static List<RoutineText> in(JsonNode root) {
        List<RoutineText> found = new ArrayList<>();
        for (JsonNode statement : root.findValues("CreateFunctionStmt")) {
            List<String> names = NameList.of(statement.path("funcname")).names();
            add(found, names, statement.path("options"), "sql");
        }
        for (JsonNode statement : root.findValues("DoStmt")) {
            add(found, List.of(), statement.path("args"), "plpgsql");
        }
        return found;
    }

    private static void add(List<RoutineText> found, List<String> names, JsonNode options, String usual) {
        String language = usual;
        String body = null;
        for (JsonNode option : options) {
            JsonNode definition = option.path("DefElem");
            JsonNode value = definition.path("arg");
            switch (definition.path("defname").asText()) {
                case "language" -> language = NameList.text(value);
                // Of C there may be two: the file and the name in it.
                case "as" -> body = NameList.text(value.has("List") ? value.at("/List/items/0") : value);
                default -> {}
            }
        }
        if (body != null) {
            found.add(new RoutineText(names, language, body));
        }
    }
}
