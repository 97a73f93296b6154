package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The objects of a database at one moment, in short; what is compared to say what changed since.
 *
 * <p>States of two moments can be compared as long as the same version of this plugin read them on the same server: a hash
 * changes with what {@link CatalogObject#state()} holds.
 *
 * <p>Roles are not among them: they belong to the whole server, so that other databases' work would show here.
 *
 * @param states the states, by identity
 */
public record ObjectStates(List<ObjectState> states) {
    public ObjectStates {
        states = states.stream().sorted(Comparator.comparing(ObjectState::id)).toList();
    }

    /**
     * The states of a snapshot's objects.
     *
     * @param without a schema that is left out with all that is in it: the journal's
     */
    public static ObjectStates of(Snapshot snapshot, Identifier without) {
        Map<ObjectId, List<Comment>> comments =
                snapshot.comments().stream().collect(Collectors.groupingBy(Comment::object));
        StateHash hash = new StateHash();
        return new ObjectStates(objects(snapshot, without)
                .map(o -> new ObjectState(
                        o.id(),
                        describe(o, snapshot),
                        o.inSchema(),
                        o.partOf(),
                        hash.of(texts(o, comments.getOrDefault(o.id(), List.of())))))
                .toList());
    }

    /** The state, and each comment with its column. */
    private static List<String> texts(CatalogObject object, List<Comment> comments) {
        if (comments.isEmpty()) {
            return List.of(object.state());
        }
        List<String> texts = new ArrayList<>(List.of(object.state()));
        comments.stream().sorted(Comparator.comparingInt(Comment::column)).forEach(c -> {
            texts.add(Integer.toString(c.column()));
            texts.add(c.text());
        });
        return texts;
    }

    /** The objects of a snapshot that have a state here: all but roles, temporary relations and what is in one schema. */
    public static Stream<CatalogObject> objects(Snapshot snapshot, Identifier without) {
        return snapshot.objects()
                .filter(o -> !(o instanceof Role))
                .filter(o -> !(o instanceof Relation relation && relation.temporary()))
                .filter(o -> !(o instanceof Schema schema && schema.name().equals(without)))
                .filter(o -> !schemaOf(o, snapshot).equals(Optional.of(without)));
    }

    /** The state of each object. */
    public Map<ObjectId, ObjectState> byId() {
        return states.stream().collect(Collectors.toUnmodifiableMap(ObjectState::id, Function.identity()));
    }

    /** One hash over all states; equal when nothing changed, and never else. */
    public String fingerprint() {
        return new StateHash()
                .of(states.stream()
                        .flatMap(s -> Stream.of(
                                s.id().toString(),
                                s.schema().map(Identifier::value).orElse(""),
                                s.hash()))
                        .toList());
    }

    /** The schema that an object, or what it is a part of, is in. */
    public static Optional<Identifier> schemaOf(CatalogObject object, Snapshot snapshot) {
        return object.inSchema().or(() -> whole(object, snapshot).flatMap(CatalogObject::inSchema));
    }

    /** An object's name for people, with what it is a part of where it has no schema of its own. */
    public static String describe(CatalogObject object, Snapshot snapshot) {
        return object.inSchema().isPresent()
                ? object.describe()
                : object.describe()
                        + whole(object, snapshot)
                                .map(r -> " on " + r.describe())
                                .orElse("");
    }

    private static Optional<CatalogObject> whole(CatalogObject part, Snapshot snapshot) {
        return part.partOf().flatMap(snapshot::find);
    }
}
