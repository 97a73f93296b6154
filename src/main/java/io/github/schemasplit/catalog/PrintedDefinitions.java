package io.github.schemasplit.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the server prints of definitions that a {@link Snapshot} has as OIDs, or as hashes of trees. Names in it are qualified, and no
 * setting of role or database shows.
 *
 * @param columns the columns of relations, by the relation and their numbers
 * @param objects everything else
 */
public record PrintedDefinitions(Map<ObjectId, Map<Integer, PrintedColumn>> columns, Map<ObjectId, Texts> objects) {
    /** What an object has of which nothing is printed. */
    private static final Texts NOTHING = new Texts(Optional.empty(), Optional.empty(), List.of());

    public PrintedDefinitions {
        Map<ObjectId, Map<Integer, PrintedColumn>> copy = new HashMap<>();
        columns.forEach((relation, ofRelation) -> copy.put(relation, Map.copyOf(ofRelation)));
        columns = Map.copyOf(copy);
        objects = Map.copyOf(objects);
    }

    /**
     * A column.
     *
     * @param type its type with modifiers, such as {@code numeric(10,2)}
     * @param origin where its values come from that nobody gives
     * @param expression the expression of a default, or of a generated column
     */
    public record PrintedColumn(String type, Origin origin, Optional<String> expression) {}

    /** Where a column's value comes from. */
    public enum Origin {
        /** Its default, where it has one. */
        DEFAULT(""),
        STORED("generated, stored"),
        VIRTUAL("generated, virtual"),
        IDENTITY_ALWAYS("identity, always"),
        IDENTITY_BY_DEFAULT("identity, by default");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        /** How it is said; empty for a default. */
        public String words() {
            return words;
        }

        /**
         * That of a column.
         *
         * @param generated {@code attgenerated}
         * @param identity {@code attidentity}
         */
        public static Origin of(String generated, String identity) {
            return switch (generated + identity) {
                case "s" -> STORED;
                case "v" -> VIRTUAL;
                case "a" -> IDENTITY_ALWAYS;
                case "d" -> IDENTITY_BY_DEFAULT;
                default -> DEFAULT;
            };
        }
    }

    /**
     * The texts of an object.
     *
     * @param first of a constraint its definition; of an index that no constraint has made, and of a trigger, the statement that makes it;
     *     of a policy its USING; of a routine its arguments; of a relation its partition key; of a domain or range the type that it is made of
     * @param second of an index that it is not valid; of a trigger when it fires, where that is not as ever; of a policy its WITH CHECK; of a
     *     routine its result; of a partition its bounds; of a domain its constraints
     * @param labels of an enum its labels, in their order
     */
    public record Texts(Optional<String> first, Optional<String> second, List<String> labels) {
        public Texts {
            labels = List.copyOf(labels);
        }
    }

    /** The texts of an object; empty ones where the server printed none. */
    public Texts of(ObjectId object) {
        return objects.getOrDefault(object, NOTHING);
    }

    /** A column as it is printed; without a type where it came just now. */
    public PrintedColumn column(Relation relation, Column column) {
        return columns.getOrDefault(relation.id(), Map.of())
                .getOrDefault(column.number(), new PrintedColumn("", Origin.DEFAULT, Optional.empty()));
    }
}
