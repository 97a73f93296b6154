package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SearchPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bare names that would mean something else by another search_path. What is found first has the name; of routines and operators all
 * of a name count, and for each list of arguments the first one. Operators of the server's own are not compared.
 */
final class PathClashes {
    private static final Set<Catalog> OVERLOADED = Set.of(Catalog.PG_PROC, Catalog.PG_OPERATOR);

    private final Assignment assignment;
    private final Snapshot snapshot;
    private final Map<Identifier, Map<Name, List<SchemaObject>>> before = new HashMap<>();
    private final Map<Identifier, Map<Name, List<SchemaObject>>> after = new HashMap<>();
    /** The names that are to go on meaning what moves. */
    private final Set<Name> moving = new LinkedHashSet<>();

    /** A name in the name space of a catalog. */
    private record Name(Catalog catalog, Identifier name) {}

    PathClashes(Assignment assignment) {
        this.assignment = assignment;
        this.snapshot = assignment.snapshot();
        snapshot.objects().forEach(object -> {
            if (object instanceof SchemaObject own) {
                whole(own).filter(whole -> !losesItsOldName(whole)).ifPresent(whole -> put(own, whole));
            }
        });
    }

    /** What it goes along with: itself, or the relation that a row type is of; nothing for what is a part and has no name that is used. */
    private Optional<SchemaObject> whole(SchemaObject object) {
        if (object.partOf().isEmpty()) {
            return Optional.of(object);
        }
        return object instanceof Type type
                ? snapshot.relation(type.relation()).map(SchemaObject.class::cast)
                : Optional.empty();
    }

    private void put(SchemaObject object, SchemaObject whole) {
        put(before, object.name().schema(), object);
        Optional<Placement> place = assignment.placement(whole.id());
        put(after, place.map(Placement::target).orElse(object.name().schema()), object);
        if (assignment.moves(whole.id())) {
            moving.add(new Name(object.id().catalog(), object.name().name()));
        }
    }

    /** What moves and is not to be found by a search_path: a view stands for it then, or nothing is to. */
    private boolean losesItsOldName(SchemaObject object) {
        return assignment.moves(object.id())
                && assignment
                        .placement(object.id())
                        .filter(move -> OldPaths.isHelped(move, assignment.mapping()))
                        .isEmpty();
    }

    private static void put(
            Map<Identifier, Map<Name, List<SchemaObject>>> index, Identifier schema, SchemaObject object) {
        index.computeIfAbsent(schema, s -> new LinkedHashMap<>())
                .computeIfAbsent(new Name(object.id().catalog(), object.name().name()), n -> new ArrayList<>(1))
                .add(object);
    }

    /** Those of some changes, each once, as a clause that says what a name means and would mean. */
    List<String> of(List<OldPaths.Change> changes) {
        Set<String> clashes = new LinkedHashSet<>();
        for (OldPaths.Change change : changes) {
            for (List<Identifier> user : users(change)) {
                List<Identifier> now = schemas(change.now(), user);
                List<Identifier> then = schemas(change.to(), user);
                Set<Name> names = new LinkedHashSet<>(moving);
                for (Identifier schema : change.added()) {
                    names.addAll(after.getOrDefault(schema, Map.of()).keySet());
                }
                Set<Identifier> told = new HashSet<>();
                for (Name name : names) {
                    // Of a table and of its row type one will do.
                    Optional<String> clash = clash(name, now, then);
                    if (clash.isPresent() && told.add(name.name())) {
                        clashes.add(clash.get());
                    }
                }
            }
        }
        return List.copyOf(clashes);
    }

    /** Whose schemas may stand for {@code $user}, none among them. */
    private Set<List<Identifier>> users(OldPaths.Change change) {
        Set<List<Identifier>> users = new LinkedHashSet<>();
        users.add(List.of());
        if (change.now().contains(OldPaths.USER)) {
            for (Role role : snapshot.all(Role.class)) {
                if (snapshot.schema(role.name()).isPresent()
                        && change.role().filter(own -> !own.equals(role.name())).isEmpty()) {
                    users.add(List.of(role.name()));
                }
            }
        }
        return users;
    }

    private static List<Identifier> schemas(SearchPath path, List<Identifier> user) {
        List<Identifier> schemas = new ArrayList<>();
        for (Identifier schema : path.schemas()) {
            schemas.addAll(schema.equals(OldPaths.USER) ? user : List.of(schema));
        }
        return schemas;
    }

    private Optional<String> clash(Name name, List<Identifier> now, List<Identifier> then) {
        Map<String, SchemaObject> found = found(before, name, now);
        Map<String, SchemaObject> foundThen = found(after, name, then);
        boolean means = !found.isEmpty()
                || (name.catalog() == Catalog.PG_PROC
                        && snapshot.server().systemRoutines().contains(name.name()));
        if (!means || found.equals(foundThen)) {
            return Optional.empty();
        }
        for (Map.Entry<String, SchemaObject> other : foundThen.entrySet()) {
            SchemaObject one = found.get(other.getKey());
            if (!other.getValue().equals(one)) {
                return Optional.of("bare " + name.name() + " would mean "
                        + other.getValue().describe()
                        + (one == null ? " too" : ", and means " + one.describe() + " now"));
            }
        }
        return Optional.empty();
    }

    /** What is found by a bare name: by its arguments, where they tell it from others. */
    private static Map<String, SchemaObject> found(
            Map<Identifier, Map<Name, List<SchemaObject>>> index, Name name, List<Identifier> schemas) {
        boolean overloaded = OVERLOADED.contains(name.catalog());
        Map<String, SchemaObject> found = new LinkedHashMap<>();
        for (Identifier schema : schemas) {
            for (SchemaObject object : index.getOrDefault(schema, Map.of()).getOrDefault(name, List.of())) {
                found.putIfAbsent(overloaded ? object.arguments() : "", object);
            }
        }
        return found;
    }
}
