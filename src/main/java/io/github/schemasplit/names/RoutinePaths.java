package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SearchPath;
import io.github.schemasplit.sqltext.Reference;
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
 * Paths by which routines find, after the move, what the names without a schema in their texts stand for before it. A routine's own
 * path is extended, or else that of the database, by the target schemas that it needs. Where a text has names with the old schema too,
 * no path mends it, and the routine is left to a person.
 */
public final class RoutinePaths {
    private static final String HANGS = ", which hangs on the search_path of who runs it";

    private final Assignment assignment;
    private final RoutineTexts texts;
    private final NameResolver resolver;
    private final CalledRoutines called;
    private final SearchPaths paths;
    /** In the mapping's order. */
    private final List<Identifier> targets;

    private final Set<Identifier> coming;
    private final List<Identifier> users = new ArrayList<>();
    /** All of the database. */
    private final List<Identifier> schemas = new ArrayList<>();

    private final Map<ObjectId, List<Reference>> names = new HashMap<>();

    RoutinePaths(RoutineTexts texts) {
        this.assignment = texts.assignment();
        this.texts = texts;
        this.resolver = texts.resolver();
        this.called = new CalledRoutines(assignment.snapshot(), texts, resolver);
        this.paths = texts.searchPaths();
        this.targets = assignment.targets();
        this.coming = new HashSet<>();
        for (Placement move : assignment.moves()) {
            coming.add(move.target());
        }
        assignment.snapshot().all(Schema.class).forEach(schema -> schemas.add(schema.name()));
        for (Role role : assignment.snapshot().all(Role.class)) {
            if (coming.contains(role.name())
                    || assignment.snapshot().schema(role.name()).isPresent()) {
                users.add(role.name());
            }
        }
    }

    /**
     * A session that runs a routine.
     *
     * @param path the path that it runs with now
     * @param user what {@code $user} stands for; empty for one without a schema
     */
    private record Session(SearchPath path, List<Identifier> user) {}

    /** The path that a routine is to be given; empty where it needs none. */
    public Optional<SearchPath> extended(Routine routine) {
        SearchPath path = paths.written(routine).get(0);
        Map<Identifier, Set<Identifier>> behind = new LinkedHashMap<>();
        for (Reference name : names(routine)) {
            for (Session session : sessions(routine, List.of(path))) {
                for (SchemaObject bearer : before(name, session)) {
                    Identifier found = bearer.name().schema();
                    Identifier target = resolver.schemaAfter(bearer);
                    if (!target.equals(found) && !path.contains(target)) {
                        behind.computeIfAbsent(found, f -> new LinkedHashSet<>())
                                .add(target);
                    }
                }
            }
        }
        SearchPath extended = path;
        for (Map.Entry<Identifier, Set<Identifier>> found : behind.entrySet()) {
            extended = extended.with(
                    inOrder(found.getValue(), extended),
                    path.contains(found.getKey()) ? found.getKey() : SearchPaths.USER);
        }
        return behind.isEmpty() ? Optional.empty() : Optional.of(extended);
    }

    private List<Identifier> inOrder(Set<Identifier> needed, SearchPath path) {
        return targets.stream()
                .filter(target -> needed.contains(target) || path.contains(target))
                .toList();
    }

    /** Which name in a routine's text would stand for something else with the path that the routine is to be given, and what for. */
    public Optional<String> doubt(Routine routine) {
        Optional<SearchPath> extended = extended(routine);
        List<Session> sessions = sessions(routine, paths.written(routine));
        for (Reference name : names(routine)) {
            Optional<String> doubt = extended.isPresent() ? ofWhoRuns(routine, name, sessions) : Optional.empty();
            for (Session session : sessions) {
                doubt = doubt.or(() -> doubt(name, session, sessions, extended));
            }
            if (doubt.isPresent()) {
                return doubt;
            }
        }
        return extended.flatMap(path -> ofCalled(routine, sessions, path));
    }

    /** The same of routines that it may call, which have no path of their own and so run with that of the routine. */
    private Optional<String> ofCalled(Routine routine, List<Session> sessions, SearchPath extended) {
        Set<List<Identifier>> lists = new LinkedHashSet<>();
        sessions.forEach(session -> lists.add(paths.schemas(session.path(), session.user(), Set.of())));
        for (Routine one : called.by(routine, lists)) {
            if (extended(one).isPresent()) {
                continue;
            }
            for (Reference name : called.bareNames(one)) {
                Optional<String> doubt = ofWhoRuns(routine, name, sessions);
                for (Session session : sessions) {
                    doubt = doubt.or(() -> doubt(name, session, sessions, Optional.of(extended)));
                }
                if (doubt.isPresent()) {
                    return doubt.map(why -> "in " + one.describe() + ", which it may call, " + why);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> doubt(
            Reference name, Session session, List<Session> sessions, Optional<SearchPath> extended) {
        List<SchemaObject> now = before(name, session);
        for (int i = 0; extended.isPresent() && now.isEmpty() && i < sessions.size(); i++) {
            now = before(name, sessions.get(i));
        }
        SearchPath path = extended.orElse(session.path());
        List<SchemaObject> then = resolver.bearersAfter(name, paths.schemas(path, session.user(), coming));
        return isSame(now, then)
                ? Optional.empty()
                : Optional.of("with search_path " + path.sql() + ", " + written(name) + " would stand for "
                        + described(then) + " after the move, and stands for " + described(now) + " now");
    }

    /** Whoever runs a routine that has a path of its own has that one; before, they had theirs, which nobody else may know. */
    private Optional<String> ofWhoRuns(Routine routine, Reference name, List<Session> sessions) {
        List<SchemaObject> expected = List.of();
        for (Session session : sessions) {
            List<SchemaObject> before = before(name, session);
            if (!expected.isEmpty() && !before.isEmpty() && !isSame(expected, before)) {
                return Optional.of(written(name) + " stands for " + Words.described(expected) + " or for "
                        + Words.described(before) + HANGS);
            }
            expected = before.isEmpty() ? expected : before;
        }
        List<SchemaObject> elsewhere =
                expected.isEmpty() && SearchPath.in(routine.settings()).isEmpty() && !resolver.isOfServer(name)
                        ? resolver.bearers(name, schemas)
                        : List.of();
        return elsewhere.isEmpty()
                ? Optional.empty()
                : Optional.of(written(name) + " is found by no search_path that is known, and may be "
                        + Words.described(elsewhere) + HANGS);
    }

    /**
     * Where a routine would look with its owner's rights, by the path that it is to be given, and others may put what it then finds;
     * empty where they may do so already.
     */
    public Optional<String> opened(Routine routine) {
        Optional<SearchPath> own = SearchPath.in(routine.settings());
        if (!routine.securityDefiner() || own.isEmpty()) {
            return Optional.empty();
        }
        Set<Identifier> before = new HashSet<>(paths.schemas(own.get(), List.of(routine.owner()), Set.of()));
        SearchPath path = extended(routine).orElse(own.get());
        RoleMembership membership = assignment.snapshot().roleMembership();
        for (Identifier schema : path.schemas()) {
            for (Identifier role : before.contains(schema) ? Set.<Identifier>of() : membership.roles()) {
                if (mayCreate(role, schema)
                        && !membership.inherits(role, routine.owner())
                        && before.stream().noneMatch(b -> mayCreate(role, b))) {
                    return Optional.of("with search_path " + path.sql() + " it would look in schema " + schema
                            + " too, with its owner's rights, where role " + role + " may create what it names");
                }
            }
        }
        return Optional.empty();
    }

    private boolean mayCreate(Identifier role, Identifier schema) {
        return assignment
                .snapshot()
                .schema(schema)
                .filter(there -> assignment.snapshot().roleMembership().holds(role, Privilege.CREATE, there))
                .isPresent();
    }

    private static String written(Reference name) {
        return NameResolver.objectName(name).get(0).identifier().sql();
    }

    private static String described(List<SchemaObject> objects) {
        return objects.isEmpty() ? "nothing that is known" : Words.described(objects);
    }

    private List<SchemaObject> before(Reference name, Session session) {
        return resolver.bearers(name, paths.schemas(session.path(), session.user(), Set.of()));
    }

    private List<Reference> names(Routine routine) {
        return names.computeIfAbsent(routine.id(), id -> read(routine));
    }

    private List<Reference> read(Routine routine) {
        if (assignment.snapshot().isExtensionMember(routine.id())
                || texts.read(routine)
                        .filter(reading -> reading.edits().isEmpty())
                        .isEmpty()) {
            return List.of();
        }
        return texts.references(routine).orElse(List.of()).stream()
                .filter(reference -> !reference.creates() && TextReader.isBare(reference))
                .toList();
    }

    private List<Session> sessions(Routine routine, List<SearchPath> written) {
        List<Session> sessions = new ArrayList<>();
        for (SearchPath path : written) {
            if (routine.securityDefiner()) {
                sessions.add(new Session(path, List.of(routine.owner())));
                continue;
            }
            sessions.add(new Session(path, List.of()));
            if (path.contains(SearchPaths.USER)) {
                users.forEach(user -> sessions.add(new Session(path, List.of(user))));
            }
        }
        return sessions;
    }

    /** Of routines, those that others of the same arguments hide do not count. */
    private static boolean isSame(List<SchemaObject> some, List<SchemaObject> others) {
        return first(some).equals(first(others));
    }

    private static Map<Object, Object> first(List<SchemaObject> objects) {
        Map<Object, Object> first = new LinkedHashMap<>();
        for (SchemaObject object : objects) {
            first.putIfAbsent(object instanceof Routine routine ? routine.argumentTypes() : object.id(), object.id());
        }
        return first;
    }
}
