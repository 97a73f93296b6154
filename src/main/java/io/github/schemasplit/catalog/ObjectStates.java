package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The objects of a database at one moment, in short; what is compared to say what changed since.
 *
 * <p>States of two moments can be compared as long as the same version of this plugin read them on the same server: a hash
 * changes with what {@link CatalogObject#state()} holds.
 *
 * <p>Compatibility views are not among them: they come and go, and what they must be is known from what they stand for. Nor are roles: they belong to the whole server, so that other databases' work would show here.
 *
 * @param states the states, by identity
 */
public record ObjectStates(List<ObjectState> states) {
    public ObjectStates {
        List<ObjectState> sorted = new ArrayList<>(states);
        sorted.sort(new ById());
        states = List.copyOf(sorted);
    }

    /**
     * The states of a snapshot's objects.
     *
     * @param without a schema that is left out with all that is in it: the journal's
     */
    public static ObjectStates of(Snapshot database, Identifier without) {
        Snapshot snapshot = CompatibilityViews.in(database).without();
        Map<ObjectId, SortedMap<Integer, String>> comments = comments(snapshot);
        Map<ObjectId, List<String>> labels = labels(snapshot);
        StateHash hash = new StateHash();
        List<ObjectState> states = new ArrayList<>();
        for (CatalogObject object : objects(snapshot, without).toList()) {
            states.add(new ObjectState(
                    object.id(),
                    describe(object, snapshot),
                    object.inSchema(),
                    object.partOf(),
                    hash.of(texts(
                            object,
                            comments.getOrDefault(object.id(), Collections.emptySortedMap()),
                            labels.getOrDefault(object.id(), List.of())))));
        }
        return new ObjectStates(states);
    }

    /** The comments on each object, by column. */
    private static Map<ObjectId, SortedMap<Integer, String>> comments(Snapshot snapshot) {
        Map<ObjectId, SortedMap<Integer, String>> comments = new HashMap<>();
        for (Comment comment : snapshot.comments()) {
            SortedMap<Integer, String> ofObject = comments.getOrDefault(comment.object(), new TreeMap<>());
            ofObject.put(comment.column(), comment.text());
            comments.put(comment.object(), ofObject);
        }
        return comments;
    }

    /** The security labels of each object, with their columns and providers, sorted. */
    private static Map<ObjectId, List<String>> labels(Snapshot snapshot) {
        Map<ObjectId, List<String>> labels = new HashMap<>();
        for (SecurityLabel label : snapshot.securityLabels()) {
            List<String> ofObject = labels.getOrDefault(label.object(), new ArrayList<>());
            ofObject.add(label.column() + " " + label.provider() + " " + label.label());
            Collections.sort(ofObject);
            labels.put(label.object(), ofObject);
        }
        return labels;
    }

    /** The state, each comment with its column, and the security labels. */
    private static List<String> texts(CatalogObject object, SortedMap<Integer, String> comments, List<String> labels) {
        List<String> texts = new ArrayList<>();
        texts.add(object.state());
        for (Map.Entry<Integer, String> comment : comments.entrySet()) {
            texts.add(comment.getKey().toString());
            texts.add(comment.getValue());
        }
        texts.addAll(labels);
        return texts;
    }

    /** The objects of a snapshot that have a state here: all but roles, temporary relations and what is in one schema. */
    public static Stream<CatalogObject> objects(Snapshot snapshot, Identifier without) {
        List<CatalogObject> objects = new ArrayList<>();
        for (CatalogObject object : snapshot.objects().toList()) {
            if (hasState(object, snapshot, without)) {
                objects.add(object);
            }
        }
        return objects.stream();
    }

    private static boolean hasState(CatalogObject object, Snapshot snapshot, Identifier without) {
        if (object instanceof Role
                || (object instanceof Relation relation && relation.temporary())
                || (object instanceof Schema schema && schema.name().equals(without))) {
            return false;
        }
        return !schemaOf(object, snapshot).equals(Optional.of(without));
    }

    /** The state of each object. */
    public Map<ObjectId, ObjectState> byId() {
        Map<ObjectId, ObjectState> byId = new HashMap<>();
        for (ObjectState state : states) {
            byId.put(state.id(), state);
        }
        return Map.copyOf(byId);
    }

    /** One hash over all states; equal when nothing changed, and never else. */
    public String fingerprint() {
        List<String> texts = new ArrayList<>();
        for (ObjectState state : states) {
            texts.add(state.id().toString());
            texts.add(state.schema().isPresent() ? state.schema().get().value() : "");
            texts.add(state.hash());
        }
        return new StateHash().of(texts);
    }

    /** The schema that an object, or what it is a part of, is in. */
    public static Optional<Identifier> schemaOf(CatalogObject object, Snapshot snapshot) {
        Optional<Identifier> own = object.inSchema();
        if (own.isPresent()) {
            return own;
        }
        Optional<CatalogObject> whole = whole(object, snapshot);
        return whole.isPresent() ? whole.get().inSchema() : Optional.empty();
    }

    /** An object's name for people, with what it is a part of where it has no schema of its own. */
    public static String describe(CatalogObject object, Snapshot snapshot) {
        if (object.inSchema().isPresent()) {
            return object.describe();
        }
        Optional<CatalogObject> whole = whole(object, snapshot);
        return whole.isPresent() ? object.describe() + " on " + whole.get().describe() : object.describe();
    }

    private static Optional<CatalogObject> whole(CatalogObject part, Snapshot snapshot) {
        Optional<ObjectId> whole = part.partOf();
        return whole.isPresent() ? snapshot.find(whole.get()) : Optional.empty();
    }

    private static final class ById implements Comparator<ObjectState> {
        @Override
        public int compare(ObjectState one, ObjectState other) {
            return one.id().compareTo(other.id());
        }
    }
}
