package io.github.schemasplit.names;

import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SearchPath;
import io.github.schemasplit.sqltext.PathSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The schemas in which routines may look for names without one: by their own setting, or by those of the database and of the roles
 * that may run them, or else by the server's configuration; where that was not seen, its default counts.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html">search_path</a>
 */
final class SearchPaths {
    static final Identifier SYSTEM = Identifier.of("pg_catalog");

    static final Identifier USER = Identifier.of("$user");

    private final Snapshot snapshot;
    private final Set<Identifier> roles = new LinkedHashSet<>();
    private final List<SearchPath> ofSessions;
    private final CallerPaths ofCallers;

    SearchPaths(Snapshot snapshot) {
        this.snapshot = snapshot;
        Set<SearchPath> paths = new LinkedHashSet<>();
        paths.add(ofDatabase(snapshot.server()));
        for (Role role : snapshot.all(Role.class)) {
            Optional<SearchPath> own = SearchPath.in(role.settings());
            if (own.isPresent()) {
                paths.add(own.get());
            }
            if (snapshot.schema(role.name()).isPresent()) {
                roles.add(role.name());
            }
        }
        this.ofSessions = List.copyOf(paths);
        this.ofCallers = new CallerPaths(snapshot);
    }

    private static SearchPath ofDatabase(Server server) {
        Optional<SearchPath> own = SearchPath.in(server.databaseSettings());
        return (own.isPresent() ? own : server.searchPath()).orElse(SearchPath.DEFAULT);
    }

    /**
     * The schemas, in the order in which they are looked at, the server's own among them; several lists where that hangs on who
     * runs the routine, or where its text sets the path besides.
     */
    Set<List<Identifier>> of(Routine routine, PathSettings inText) {
        List<SearchPath> all = new ArrayList<>(written(routine));
        for (List<Identifier> schemas : inText.lists()) {
            all.add(new SearchPath(schemas));
        }
        return lists(all, routine.securityDefiner() ? Set.of(routine.owner()) : roles);
    }

    /**
     * The paths that a routine may run with, as they are written: its own, or those of the database, which is the first, of roles, and
     * of routines that may call it.
     */
    List<SearchPath> written(Routine routine) {
        Optional<SearchPath> own = SearchPath.in(routine.settings());
        if (own.isPresent()) {
            return List.of(own.get());
        }
        Set<SearchPath> paths = new LinkedHashSet<>(ofSessions);
        paths.addAll(ofCallers.of(routine));
        return List.copyOf(paths);
    }

    /** The same for what is evaluated in whatever session. */
    Set<List<Identifier>> ofSessions() {
        return lists(ofSessions, roles);
    }

    private Set<List<Identifier>> lists(List<SearchPath> paths, Set<Identifier> users) {
        Set<List<Identifier>> lists = new LinkedHashSet<>();
        for (SearchPath path : paths) {
            lists.add(schemas(path, List.of()));
            if (path.contains(USER)) {
                for (Identifier user : users) {
                    lists.add(schemas(path, List.of(user)));
                }
            }
        }
        return lists;
    }

    /** The schemas in which sessions of a role look, if they do not set anything themselves. */
    List<Identifier> of(Identifier role) {
        SearchPath path = snapshot.role(role)
                .flatMap(r -> SearchPath.in(r.settings()))
                .orElseGet(() -> ofDatabase(snapshot.server()));
        return schemas(path, List.of(role));
    }

    private List<Identifier> schemas(SearchPath path, List<Identifier> user) {
        return schemas(path, user, Set.of());
    }

    /**
     * The schemas of a path that are there, or will be, the server's own among them.
     *
     * @param user the one who runs it
     * @param coming schemas that will be there
     */
    List<Identifier> schemas(SearchPath path, List<Identifier> user, Set<Identifier> coming) {
        List<Identifier> schemas = new ArrayList<>();
        for (Identifier schema : path.schemas()) {
            for (Identifier named : schema.equals(USER) ? user : List.of(schema)) {
                if (named.equals(SYSTEM)
                        || coming.contains(named)
                        || snapshot.schema(named).isPresent()) {
                    schemas.add(named);
                }
            }
        }
        if (!schemas.contains(SYSTEM)) {
            schemas.add(0, SYSTEM);
        }
        return schemas;
    }
}
