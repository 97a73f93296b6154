package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A server of an API that serves whole schemas, as PostgREST does and with it Supabase, as far as a database tells of it: by the role
 * that it connects as, and by what is set for that role. Its own configuration, which counts where nothing is set, is not seen here.
 *
 * @param role the role that it connects as; it becomes the role that a request asks for
 * @param requestRoles the roles that it may become
 * @param everywhere whether the list of schemas that counts is set for the role in every database, and not in this one
 * @param value that list as it is set; empty where none is
 * @see <a href="https://docs.postgrest.org/en/stable/references/configuration.html#in-database-configuration">In-database configuration</a>
 */
public record ApiServer(Role role, Set<Identifier> requestRoles, boolean everywhere, Optional<String> value) {
    /** The setting that lists the schemas. One of the database has no effect, and is not looked at. */
    public static final String SETTING = "pgrst.db_schemas";

    /** The setting that lists the schemas in which it looks besides the one that a request asks for. */
    public static final String EXTRA_SEARCH_PATH = "pgrst.db_extra_search_path";

    /** The name that PostgREST's manual and Supabase give the role. */
    private static final Identifier AUTHENTICATOR = Identifier.of("authenticator");

    public ApiServer {
        requestRoles = Set.copyOf(requestRoles);
    }

    /** Those of a database: of the roles that have such a list, and of the one that is called {@code authenticator}. */
    public static List<ApiServer> in(Snapshot snapshot) {
        List<ApiServer> servers = new ArrayList<>();
        for (Role role : snapshot.all(Role.class)) {
            Optional<String> here = value(role.settingsHere(), SETTING);
            Optional<String> everywhere = value(role.settingsEverywhere(), SETTING);
            if (here.isPresent() || everywhere.isPresent() || role.name().equals(AUTHENTICATOR)) {
                Set<Identifier> requestRoles = new TreeSet<>();
                addMemberships(snapshot, role, requestRoles);
                boolean notHere = here.isEmpty() && everywhere.isPresent();
                servers.add(new ApiServer(role, requestRoles, notHere, notHere ? everywhere : here));
            }
        }
        return List.copyOf(servers);
    }

    /** A superuser may become every role, and means those that it was made a member of. */
    private static void addMemberships(Snapshot snapshot, Role role, Set<Identifier> found) {
        for (Role.Membership membership : role.memberOf()) {
            if (found.add(membership.role())) {
                Optional<Role> group = snapshot.role(membership.role());
                if (group.isPresent()) {
                    addMemberships(snapshot, group.get(), found);
                }
            }
        }
    }

    /** The value of a setting, among those that are written {@code name=value}. */
    public static Optional<String> value(List<String> settings, String name) {
        Optional<String> value = Optional.empty();
        for (String setting : settings) {
            if (setting.startsWith(name + "=")) {
                value = Optional.of(setting.substring(name.length() + 1));
            }
        }
        return value;
    }

    /** The schemas of a list as the server takes it: names as they are, between commas. */
    public static List<Identifier> schemas(String list) {
        List<Identifier> schemas = new ArrayList<>();
        for (String name : list.split(",", -1)) {
            if (!name.isBlank()) {
                schemas.add(Identifier.of(name.strip()));
            }
        }
        return List.copyOf(schemas);
    }

    /** Whether the role that a snapshot was read as may set which schemas the servers serve that connect as a role. */
    public static boolean isSettable(Role role, Server server) {
        return (server.maySetServedSchemasOfAll() && !role.superuser())
                || (server.maySetServedSchemas() && role.settable());
    }

    /** The schemas in which it looks besides the one that a request asks for; empty where that is not set. */
    public Optional<List<Identifier>> extraSearchPath() {
        return value(role.settings(), EXTRA_SEARCH_PATH).map(ApiServer::schemas);
    }
}
