package io.github.schemasplit.hazard;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Holders;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RestApi;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.Identifier;
import java.util.HashSet;
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
    private final Assignment assignment;
    private final Optional<RestApi> api;
    private final Set<Grantee> roles = new HashSet<>();

    ApiClients(Assignment assignment) {
        this.assignment = assignment;
        this.api = RestApi.in(assignment.snapshot());
        if (api.isPresent()) {
            for (Identifier role : api.get().authenticators()) {
                roles.add(Grantee.of(role));
            }
            for (Identifier role : api.get().requestRoles()) {
                roles.add(Grantee.of(role));
            }
            roles.add(Grantee.PUBLIC);
        }
    }

    /** The relations and routines that the API serves now and, as far as is known, will not. */
    Set<String> losing() {
        Set<String> losing = new TreeSet<>();
        for (Placement move : assignment.moves()) {
            if (api.isPresent()
                    && isServed(move.current().schema(), true)
                    && !isServed(move.target(), false)
                    && isUsed(move.object())) {
                losing.add(move.object().describe());
            }
        }
        return losing;
    }

    private boolean isServed(Identifier schema, boolean unlessKnown) {
        return api.isPresent() && api.get().configured().isPresent() ? api.get().serves(schema) : unlessKnown;
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
}
