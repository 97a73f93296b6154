package io.github.schemasplit.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the fields of a map; of a key that comes twice the first is kept and the second is a problem. */
final class FieldsBuilder {
    private final Problems problems;
    private final Map<String, MappingNode.Field> fields = new LinkedHashMap<>();

    /** @param problems where to note what is wrong */
    FieldsBuilder(Problems problems) {
        this.problems = problems;
    }

    void add(String key, Origin origin, MappingNode value) {
        MappingNode.Field before = fields.putIfAbsent(key, new MappingNode.Field(key, origin, value));
        if (before != null) {
            problems.add(
                    origin,
                    "the key " + Quoted.of(key) + " is there already, at " + before.origin()
                            + "; put both into one, or remove one");
        }
    }

    MappingNode.Fields build(Origin origin) {
        return new MappingNode.Fields(List.copyOf(fields.values()), origin);
    }
}
