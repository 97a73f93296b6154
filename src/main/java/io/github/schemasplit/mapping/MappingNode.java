package io.github.schemasplit.mapping;

import java.util.List;
import java.util.Optional;

/**
 * What a source of a mapping holds before anyone asks what it means: text, lists and maps, each with where it was
 * written. YAML and the POM both give such a tree, so that they are checked by the same rules.
 */
public sealed interface MappingNode {
    Origin origin();

    /** What it is, for a message that says what was found. */
    String describe();

    /**
     * Text exactly as written: {@code no}, {@code null} and {@code 1e3} are names like any other.
     *
     * @param text the text; empty when nothing was written
     */
    record Scalar(String text, Origin origin) implements MappingNode {
        @Override
        public String describe() {
            return text.isEmpty() ? "nothing" : "the text " + Quoted.of(text);
        }
    }

    /**
     * A list.
     *
     * @param items what is in it, in order
     */
    record Items(List<MappingNode> items, Origin origin) implements MappingNode {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String describe() {
            return "a list";
        }
    }

    /**
     * A map.
     *
     * @param fields what is in it, in order, each key once
     */
    record Fields(List<Field> fields, Origin origin) implements MappingNode {
        public Fields {
            fields = List.copyOf(fields);
        }

        public Optional<Field> field(String key) {
            for (Field field : fields) {
                if (field.key().equals(key)) {
                    return Optional.of(field);
                }
            }
            return Optional.empty();
        }

        @Override
        public String describe() {
            return "a map";
        }
    }

    /**
     * A key with its value.
     *
     * @param origin where the key was written
     */
    record Field(String key, Origin origin, MappingNode value) {}
}
