package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The HTTP API that PostgREST, and with it Supabase, puts in front of a database, as far as the database shows it. The role of its
 * connections becomes one of its request roles for each request; it serves whole schemas.
 *
 * @param authenticators the roles of its connections: {@code authenticator}, and each other that has a setting of the schemas served
 * @param requestRoles the roles that these may become
 * @param configured the schemas that settings say it serves; empty where its configuration file says, which the database does not show
 * @see <a href="https://docs.postgrest.org/en/stable/references/configuration.html#in-database-configuration">In-Database
 *     Configuration</a>
 */
public record RestApi(
        Set<Identifier> authenticators, Set<Identifier> requestRoles, Optional<Set<Identifier>> configured) {
    private static final Identifier AUTHENTICATOR = Identifier.of("authenticator");
    private static final Identifier ANONYMOUS = Identifier.of("anon");
    private static final List<Identifier> SIGNED_IN =
            List.of(Identifier.of("authenticated"), Identifier.of("service_role"));
    private static final Identifier SERVED_BY_DEFAULT = Identifier.of("public");
    private static final List<String> SETTINGS = List.of("pgrst.db_schemas=", "pgrst.db_schema=");

    public RestApi {
        authenticators = Set.copyOf(authenticators);
        requestRoles = Set.copyOf(requestRoles);
        configured = configured.map(Set::copyOf);
    }

    /** The API of a database; empty where nothing is a sign of one. The role {@code anon} is one, since the others may be renamed. */
    public static Optional<RestApi> in(Snapshot snapshot) {
        Set<Identifier> authenticators = new TreeSet<>();
        Set<Identifier> served = new TreeSet<>();
        for (Role role : snapshot.all(Role.class)) {
            Optional<Set<Identifier>> schemas = schemas(role.settings());
            if (schemas.isPresent() || role.name().equals(AUTHENTICATOR)) {
                authenticators.add(role.name());
                served.addAll(schemas.orElse(Set.of()));
            }
        }
        boolean anonymous = snapshot.role(ANONYMOUS).isPresent();
        if (authenticators.isEmpty() && !anonymous) {
            return Optional.empty();
        }
        Set<Identifier> requestRoles = new TreeSet<>();
        if (anonymous) {
            requestRoles.add(ANONYMOUS);
        }
        if (authenticators.isEmpty()) {
            for (Identifier role : SIGNED_IN) {
                if (snapshot.role(role).isPresent()) {
                    requestRoles.add(role);
                }
            }
        }
        for (Identifier authenticator : authenticators) {
            addMemberships(snapshot, authenticator, requestRoles);
        }
        Optional<Set<Identifier>> configured =
                served.isEmpty() ? schemas(snapshot.server().databaseSettings()) : Optional.of(served);
        return Optional.of(new RestApi(authenticators, requestRoles, configured));
    }

    /** A superuser may become every role, and means those that it was made a member of. */
    private static void addMemberships(Snapshot snapshot, Identifier role, Set<Identifier> found) {
        Optional<Role> known = snapshot.role(role);
        if (known.isPresent()) {
            for (Role.Membership membership : known.get().memberOf()) {
                if (found.add(membership.role())) {
                    addMemberships(snapshot, membership.role(), found);
                }
            }
        }
    }

    /** The last setting counts, which is that for this database alone. Names stand in it as they are, between commas. */
    private static Optional<Set<Identifier>> schemas(List<String> settings) {
        Optional<Set<Identifier>> schemas = Optional.empty();
        for (String setting : settings) {
            for (String name : SETTINGS) {
                if (setting.startsWith(name)) {
                    Set<Identifier> named = names(setting.substring(name.length()));
                    schemas = named.isEmpty() ? Optional.empty() : Optional.of(named);
                }
            }
        }
        return schemas;
    }

    private static Set<Identifier> names(String list) {
        Set<Identifier> names = new LinkedHashSet<>();
        for (String name : list.split(",", -1)) {
            if (!name.isBlank()) {
                names.add(Identifier.of(name.strip()));
            }
        }
        return names;
    }

    /** Whether it serves a schema, as far as the database shows it: without a setting it serves {@code public}. */
    public boolean serves(Identifier schema) {
        return configured.isPresent() ? configured.get().contains(schema) : schema.equals(SERVED_BY_DEFAULT);
    }
}
