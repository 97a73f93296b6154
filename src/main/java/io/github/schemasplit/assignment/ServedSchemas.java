package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.ApiServer;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.SupabaseConfig;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What servers of an API serve, and which lists of schemas get the target schemas that the mapping says are served. */
public final class ServedSchemas {
    private static final Pattern END = Pattern.compile("[\\s,]+$");

    private final Assignment assignment;
    private final List<ApiServer> servers;
    private final List<Identifier> wanted;
    private final List<Change> changes = new ArrayList<>();
    private final List<Change> refused = new ArrayList<>();

    private ServedSchemas(Assignment assignment) {
        this.assignment = assignment;
        this.servers = ApiServer.in(assignment.snapshot());
        List<Identifier> named = new ArrayList<>();
        for (TargetSchema target : assignment.mapping().targets()) {
            if (target.isServed()) {
                named.add(target.name().value());
            }
        }
        this.wanted = List.copyOf(named);
        if (!wanted.isEmpty()) {
            concerned().forEach(this::find);
        }
    }

    private void find(ApiServer server) {
        boolean settable = assignment.snapshot().server().maySetServedSchemas()
                && server.role().settable();
        List<Identifier> now = served(server);
        List<Identifier> added =
                wanted.stream().filter(schema -> !now.contains(schema)).toList();
        if (!added.isEmpty()) {
            (settable ? changes : refused).add(new Change(server, now, added));
        }
    }

    /**
     * A list of schemas that gets more of them.
     *
     * @param now the schemas that are served now, in order, as far as is known
     * @param added those that come to be served, in the mapping's order
     */
    public record Change(ApiServer server, List<Identifier> now, List<Identifier> added) {
        /** The list afterwards: what is there stays as it is written, the new ones come last. */
        public String value() {
            String written = server.value().orElseGet(() -> join(now));
            String kept = END.matcher(written).replaceAll("");
            return kept.isEmpty() ? join(added) : kept + ", " + join(added);
        }
    }

    public static ServedSchemas of(Assignment assignment) {
        return new ServedSchemas(assignment);
    }

    private static String join(List<Identifier> schemas) {
        return String.join(", ", schemas.stream().map(Identifier::value).toList());
    }

    /** The servers that there are. */
    public List<ApiServer> servers() {
        return servers;
    }

    /** The target schemas that the mapping says are served, in its order. */
    public List<Identifier> wanted() {
        return wanted;
    }

    /** The lists that change, each of a role that may be altered. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** The lists that ought to change, and that the role whose rights apply may not alter. */
    public List<Change> refused() {
        return List.copyOf(refused);
    }

    /** The schemas that a server serves now, in order: by its list or, where none is set, by what the project or everybody says. */
    public List<Identifier> served(ApiServer server) {
        Snapshot snapshot = assignment.snapshot();
        return server.value()
                .map(ApiServer::schemas)
                .or(() -> ofProject(assignment.mapping()))
                .orElseGet(() -> ApiServer.usual(snapshot));
    }

    private static Optional<List<Identifier>> ofProject(Mapping mapping) {
        return mapping.supabase()
                .flatMap(SupabaseConfig::schemas)
                .map(schemas -> schemas.stream().map(Identifier::of).toList());
    }

    /** The same once all that may be changed is. */
    public List<Identifier> servedAfter(ApiServer server) {
        List<Identifier> served = new ArrayList<>(served(server));
        changes.stream()
                .filter(change -> change.server().equals(server))
                .forEach(change -> served.addAll(change.added()));
        return List.copyOf(served);
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
