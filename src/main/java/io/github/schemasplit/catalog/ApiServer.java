package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A server of an API that serves whole schemas, as PostgREST does and with it Supabase, as far as a database tells of it: by the role
 * that it connects as, and by what is set for that role. Its own configuration, which counts where nothing is set, is not seen here.
 *
 * @param role the role that it connects as; it becomes the role that a request asks for
 * @param everywhere whether the list of schemas that counts is set for the role in every database, and not in this one
 * @param value that list as it is set; empty where none is
 * @see <a href="https://docs.postgrest.org/en/stable/references/configuration.html#in-database-configuration">In-database configuration</a>
 */
public record ApiServer(Role role, boolean everywhere, Optional<String> value) {
    /** The setting that lists the schemas. One of the database has no effect, and is not looked at. */
    public static final String SETTING = "pgrst.db_schemas";

    /** The setting that lists the schemas in which it looks besides the one that a request asks for. */
    public static final String EXTRA_SEARCH_PATH = "pgrst.db_extra_search_path";

    /** The name that PostgREST's manual and Supabase give the role. */
    private static final Identifier AUTHENTICATOR = Identifier.of("authenticator");

    private static final Identifier PUBLIC = Identifier.of("public");
    private static final Identifier GRAPHQL = Identifier.of("graphql_public");

    /** Those of a database: of the roles that have such a list, and of the one that is called {@code authenticator}. */
    public static List<ApiServer> in(Snapshot snapshot) {
        List<ApiServer> servers = new ArrayList<>();
        for (Role role : snapshot.all(Role.class)) {
            ApiServer server = of(role);
            if (server.value().isPresent() || role.name().equals(AUTHENTICATOR)) {
                servers.add(server);
            }
        }
        return List.copyOf(servers);
    }

    private static ApiServer of(Role role) {
        Optional<String> here = value(role.settingsHere(), SETTING);
        Optional<String> everywhere = value(role.settingsEverywhere(), SETTING);
        return here.isPresent() || everywhere.isEmpty()
                ? new ApiServer(role, false, here)
                : new ApiServer(role, true, everywhere);
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
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(Identifier::of)
                .toList();
    }

    /** What such a server serves where nothing else is said: {@code public}, and Supabase's also {@code graphql_public}. */
    public static List<Identifier> usual(Snapshot snapshot) {
        return snapshot.schema(GRAPHQL).isPresent() ? List.of(PUBLIC, GRAPHQL) : List.of(PUBLIC);
    }

    /** The roles that its requests may ask for. */
    public List<Identifier> requestRoles() {
        return role.memberOf().stream().map(Role.Membership::role).sorted().toList();
    }

    /** The schemas in which it looks besides the one that a request asks for; empty where that is not set. */
    public Optional<List<Identifier>> extraSearchPath() {
        return value(role.settings(), EXTRA_SEARCH_PATH).map(ApiServer::schemas);
    }
}
