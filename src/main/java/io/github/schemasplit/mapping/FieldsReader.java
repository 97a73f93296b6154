package io.github.schemasplit.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the values of a map by key and type, and notes whatever is not as it should be. */
final class FieldsReader {
    private final MappingNode.Fields fields;
    private final Problems problems;

    /**
     * @param fields the map; keys that are not known are noted
     * @param what the map, for messages
     * @param known the keys that it may have, in the order of the documentation
     */
    FieldsReader(MappingNode.Fields fields, String what, List<String> known, Problems problems) {
        this.fields = fields;
        this.problems = problems;
        for (MappingNode.Field field : fields.fields()) {
            if (!known.contains(field.key())) {
                problems.add(
                        field.origin(),
                        "the key " + Quoted.of(field.key()) + " is not known in " + what
                                + Problems.writeOneOf(field.key(), known));
            }
        }
    }

    Origin origin() {
        return fields.origin();
    }

    Optional<MappingNode.Field> field(String key) {
        return fields.field(key);
    }

    /** The text of a key, if it has any. */
    Optional<MappingNode.Scalar> text(String key) {
        Optional<MappingNode.Field> field = fields.field(key);
        if (field.isEmpty()) {
            return Optional.empty();
        }
        if (!(field.get().value() instanceof MappingNode.Scalar scalar)) {
            problems.wrongType(key, field.get().value(), "a text");
            return Optional.empty();
        }
        if (scalar.text().isBlank()) {
            problems.add(scalar.origin(), key + " is empty; write a value or remove the key");
            return Optional.empty();
        }
        return Optional.of(scalar);
    }

    /** The items of a key that has a list; nothing when there is no such key. */
    List<MappingNode> items(String key, String wanted) {
        Optional<MappingNode.Field> field = fields.field(key);
        return field.isPresent() ? items(key, field.get().value(), wanted, problems) : List.of();
    }

    /** The texts in the list of a key; nothing when there is no such key. */
    List<MappingNode.Scalar> texts(String key) {
        Optional<MappingNode.Field> field = fields.field(key);
        return field.isPresent() ? texts(key, field.get().value(), problems) : List.of();
    }

    /** The map of a key, if it has one. */
    Optional<MappingNode.Fields> map(String key, String wanted) {
        Optional<MappingNode.Field> field = fields.field(key);
        return field.isPresent() ? map(key, field.get().value(), wanted, problems) : Optional.empty();
    }

    static Optional<MappingNode.Fields> map(String name, MappingNode node, String wanted, Problems problems) {
        if (node instanceof MappingNode.Fields map) {
            return Optional.of(map);
        }
        problems.wrongType(name, node, wanted);
        return Optional.empty();
    }

    static List<MappingNode.Scalar> texts(String name, MappingNode node, Problems problems) {
        List<MappingNode.Scalar> texts = new ArrayList<>();
        for (MappingNode item : items(name, node, "a list of names, such as [one, two]", problems)) {
            if (item instanceof MappingNode.Scalar text) {
                texts.add(text);
            } else {
                problems.wrongType(name, item, "a name at each place of its list");
            }
        }
        return texts;
    }

    private static List<MappingNode> items(String name, MappingNode node, String wanted, Problems problems) {
        if (!(node instanceof MappingNode.Items list)) {
            problems.wrongType(name, node, wanted);
            return List.of();
        }
        if (list.items().isEmpty()) {
            problems.add(list.origin(), name + " is an empty list; name something in it or remove the key");
        }
        return list.items();
    }
}
