package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.ApiServer;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.SupabaseConfig;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The HTTP API that PostgREST, and with it Supabase, puts in front of a database, as far as database and mapping tell of it: its servers,
 * the roles of its requests, the schemas that it serves, and those that it comes to serve.
 *
 * @see <a href="https://docs.postgrest.org/en/stable/references/configuration.html#db-schemas">db-schemas</a>
 */
public final class RestApi {
    private static final Pattern END = Pattern.compile("[\\s,]+$");

    /** A sign of an API by itself, since the role that a server connects as may have any name. */
    private static final Identifier ANONYMOUS = Identifier.of("anon");

    private static final List<Identifier> SIGNED_IN =
            List.of(Identifier.of("authenticated"), Identifier.of("service_role"));
    private static final Identifier PUBLIC = Identifier.of("public");
    private static final Identifier GRAPHQL = Identifier.of("graphql_public");

    private final Assignment assignment;
    private final List<ApiServer> servers;
    private final Set<Identifier> requestRoles = new TreeSet<>();
    private final List<Identifier> wanted = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Change> refused = new ArrayList<>();

    private RestApi(Assignment assignment) {
        this.assignment = assignment;
        this.servers = ApiServer.in(assignment.snapshot());
        findRequestRoles();
        for (TargetSchema target : assignment.mapping().targets()) {
            if (target.isServed()) {
                wanted.add(target.name().value());
            }
        }
        if (!wanted.isEmpty()) {
            concerned().forEach(this::find);
        }
    }

    /** That of an assignment's database, which mostly is not there. */
    public static RestApi of(Assignment assignment) {
        return new RestApi(assignment);
    }

    private void findRequestRoles() {
        Snapshot snapshot = assignment.snapshot();
        for (ApiServer server : servers) {
            requestRoles.addAll(server.requestRoles());
        }
        if (snapshot.role(ANONYMOUS).isPresent()) {
            requestRoles.add(ANONYMOUS);
            for (Identifier role : SIGNED_IN) {
                if (servers.isEmpty() && snapshot.role(role).isPresent()) {
                    requestRoles.add(role);
                }
            }
        }
    }

    private void find(ApiServer server) {
        boolean settable =
                ApiServer.isSettable(server.role(), assignment.snapshot().server());
        List<Identifier> now = served(server);
        Set<Identifier> losing = new LinkedHashSet<>();
        for (Placement move : assignment.moves()) {
            if (now.contains(move.current().schema())) {
                losing.add(move.target());
            }
        }
        List<Identifier> withMoves = new ArrayList<>();
        List<Identifier> later = new ArrayList<>();
        // Where no setting says what is served, it is only thought to be.
        List<Identifier> known = listed(server);
        for (Identifier schema : wanted) {
            if (!known.contains(schema)) {
                (losing.contains(schema) ? withMoves : later).add(schema);
            }
        }
        if (!withMoves.isEmpty() || !later.isEmpty()) {
            (settable ? changes : refused).add(new Change(server, now, withMoves, later));
        }
    }

    /**
     * A server that comes to serve more schemas.
     *
     * @param now the schemas that it serves now, in order, as far as is known
     * @param withMoves those that it has to serve as soon as things are there that it serves now, in the mapping's order
     * @param later those that have nothing of what it serves now, and that it need not serve before it is settled who may do what there
     */
    public record Change(ApiServer server, List<Identifier> now, List<Identifier> withMoves, List<Identifier> later) {
        public Change {
            now = List.copyOf(now);
            withMoves = List.copyOf(withMoves);
            later = List.copyOf(later);
        }

        /** All that it comes to serve. */
        public List<Identifier> added() {
            return joined(withMoves, later);
        }

        /** The list of schemas once things have moved: what is there stays as it is written, the new ones come last. */
        public Optional<String> valueWithMoves() {
            return withMoves.isEmpty() ? server.value() : Optional.of(value(withMoves));
        }

        /** The list afterwards. */
        public String value() {
            return value(added());
        }

        private String value(List<Identifier> more) {
            String kept = END.matcher(server.value().orElse("")).replaceAll("");
            return kept.isEmpty() ? join(joined(now, more)) : kept + ", " + join(more);
        }

        private static String join(List<Identifier> schemas) {
            return String.join(", ", schemas.stream().map(Identifier::value).toList());
        }
    }

    private static List<Identifier> joined(List<Identifier> some, List<Identifier> more) {
        Set<Identifier> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    /** Whether anything is a sign of an API. */
    public boolean isThere() {
        return !servers.isEmpty() || !requestRoles.isEmpty();
    }

    /** The servers that are known by their roles; others may be there, too. */
    public List<ApiServer> servers() {
        return servers;
    }

    /** The roles that requests may ask for. */
    public Set<Identifier> requestRoles() {
        return Set.copyOf(requestRoles);
    }

    /** The target schemas that the mapping says are served, in its order. */
    public List<Identifier> wanted() {
        return List.copyOf(wanted);
    }

    /** The servers that come to serve more, each of a role that may be altered. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** The servers that ought to, and whose roles the role whose rights apply may not alter so. */
    public List<Change> refused() {
        return List.copyOf(refused);
    }

    /** The schemas that a server serves now, in order: by its list or, where none is set, by what the project or everybody says. */
    public List<Identifier> served(ApiServer server) {
        List<Identifier> listed = listed(server);
        return listed.isEmpty() ? usual() : listed;
    }

    private static List<Identifier> listed(ApiServer server) {
        return server.value().map(ApiServer::schemas).orElse(List.of());
    }

    /** What is served where no setting says anything: {@code public}, and on Supabase {@code graphql_public}. */
    private List<Identifier> usual() {
        Optional<SupabaseConfig> project = assignment.mapping().supabase();
        if (project.isPresent() && project.get().schemas().isPresent()) {
            return project.get().schemas().get().stream().map(Identifier::of).toList();
        }
        return assignment.snapshot().schema(GRAPHQL).isPresent() ? List.of(PUBLIC, GRAPHQL) : List.of(PUBLIC);
    }

    /** The same once all that may be changed is. */
    public List<Identifier> servedAfter(ApiServer server) {
        List<Identifier> served = served(server);
        for (Change change : changes) {
            if (change.server().equals(server)) {
                return joined(served, change.added());
            }
        }
        return served;
    }

    /** Whether any of it serves a schema, as far as is known. */
    public boolean serves(Identifier schema) {
        for (ApiServer server : servers) {
            if (served(server).contains(schema)) {
                return true;
            }
        }
        return servers.isEmpty() && isThere() && usual().contains(schema);
    }

    /** Whether any of it will. */
    public boolean servesAfter(Identifier schema) {
        for (ApiServer server : servers) {
            if (servedAfter(server).contains(schema)) {
                return true;
            }
        }
        return serves(schema);
    }

    /** Those that serve the schema that things leave; all of them where none does. */
    private List<ApiServer> concerned() {
        Identifier source = assignment.mapping().source().value();
        List<ApiServer> serving = servers.stream()
                .filter(server -> served(server).contains(source))
                .toList();
        return serving.isEmpty() ? servers : serving;
    }
}
