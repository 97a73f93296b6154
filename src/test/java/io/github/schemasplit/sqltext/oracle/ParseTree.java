package io.github.schemasplit.sqltext.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The statements of a text as PostgreSQL's parser reads them.
 *
 * @param source the text
 * @param root the tree, in the form of libpg_query
 */
public record ParseTree(String source, JsonNode root) implements ParseResult {
    private static final List<String> PLACES =
            List.of("stmt_len", "list_start", "list_end", "rexpr_list_start", "rexpr_list_end");

    /** The references in the text, by location; those without one come last, in the order of the tree. */
    public List<Reference> references() {
        return ReferenceCollector.of(source, root).references();
    }

    /** The tree without where things are in the text: it is the same for texts that differ in blanks and comments alone. */
    public JsonNode withoutLocations() {
        JsonNode copy = root.deepCopy();
        dropLocations(copy);
        return copy;
    }

    /** {@link #withoutLocations}, and without the schema of any reference. */
    public JsonNode withoutSchemas() {
        return withoutSchemas(reference -> true);
    }

    /** {@link #withoutLocations}, and without the schema of the references that {@code which} accepts. */
    public JsonNode withoutSchemas(Predicate<Reference> which) {
        JsonNode copy = root.deepCopy();
        ReferenceCollector.of(source, copy).dropSchemas(which);
        dropLocations(copy);
        return copy;
    }

    /** The routines that the text makes, and the blocks that it runs with DO, which have a text for a body. */
    public List<RoutineText> routines() {
        return RoutineText.in(root);
    }

    private static void dropLocations(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                if (isPlace(name, object.get(name))) {
                    names.remove();
                } else {
                    dropLocations(object.get(name));
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(ParseTree::dropLocations);
        }
    }

    /** A tablespace has a location, too: that is text. */
    private static boolean isPlace(String name, JsonNode value) {
        return value.isNumber() && (name.endsWith("location") || PLACES.contains(name));
    }
}
