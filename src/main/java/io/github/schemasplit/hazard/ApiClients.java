package io.github.schemasplit.hazard;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Holders;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the clients of an API lose that serves whole schemas, as PostgREST and with it Supabase does. Which ones those are is known where
 * a setting of the database says so; its configuration file may say otherwise.
 *
 * @see <a href="https://docs.postgrest.org/en/stable/references/configuration.html#db-schemas">db-schemas</a>
 */
final class ApiClients {
    /** Who connects, and becomes each of the roles that he is a member of. */
    private static final Identifier AUTHENTICATOR = Identifier.of("authenticator");

    private static final Identifier ANONYMOUS = Identifier.of("anon");
    private static final List<String> SETTINGS = List.of("pgrst.db_schemas=", "pgrst.db_schema=");

    private final Assignment assignment;
    private final Set<Grantee> roles = new HashSet<>();
    private final Optional<Set<String>> served;

    ApiClients(Assignment assignment) {
        this.assignment = assignment;
        Snapshot snapshot = assignment.snapshot();
        Optional<Role> authenticator = snapshot.role(AUTHENTICATOR);
        if (authenticator.isPresent()) {
            roles.add(Grantee.of(AUTHENTICATOR));
            authenticator.get().memberOf().forEach(membership -> roles.add(Grantee.of(membership.role())));
        }
        if (snapshot.role(ANONYMOUS).isPresent()) {
            roles.add(Grantee.of(ANONYMOUS));
        }
        if (!roles.isEmpty()) {
            roles.add(Grantee.PUBLIC);
        }
        this.served = authenticator
                .flatMap(role -> schemas(role.settings()))
                .or(() -> schemas(snapshot.server().databaseSettings()));
    }

    /** The relations and routines that the API serves now and, as far as is known, will not. */
    Set<String> losing() {
        Set<String> losing = new TreeSet<>();
        for (Placement move : assignment.moves()) {
            if (!roles.isEmpty()
                    && isServed(move.current().schema(), true)
                    && !isServed(move.target(), false)
                    && isUsed(move.object())) {
                losing.add(move.object().describe());
            }
        }
        return losing;
    }

    private boolean isServed(Identifier schema, boolean unlessKnown) {
        return served.map(schemas -> schemas.contains(schema.value())).orElse(unlessKnown);
    }

    private boolean isUsed(SchemaObject object) {
        boolean shown = object instanceof Routine
                || (object instanceof Relation relation
                        && (relation.kind().isTable() || relation.kind().isView()));
        return shown
                && Holders.of(object)
                        .filter(holders -> holders.grantees().stream().anyMatch(roles::contains))
                        .isPresent();
    }

    private static Optional<Set<String>> schemas(List<String> settings) {
        return settings.stream()
                .flatMap(setting ->
                        SETTINGS.stream().filter(setting::startsWith).map(name -> setting.substring(name.length())))
                .findFirst()
                .map(list -> new HashSet<>(Arrays.asList(list.strip().split("\\s*,\\s*"))));
    }
}
