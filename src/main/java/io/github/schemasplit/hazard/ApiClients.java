package io.github.schemasplit.hazard;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.assignment.RestApi;
import io.github.schemasplit.catalog.ApiServer;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Holders;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.Identifier;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the clients of an API lose that serves whole schemas, as PostgREST and with it Supabase does. Which ones those are is known where
 * a setting of its role says so; its configuration file may say otherwise.
 *
 * @see <a href="https://docs.postgrest.org/en/stable/references/configuration.html#db-schemas">db-schemas</a>
 */
final class ApiClients {
    private final Assignment assignment;
    private final RestApi api;
    /** Those that requests ask for, and those of the servers, which become these. */
    private final Set<Grantee> roles = new HashSet<>();

    ApiClients(Assignment assignment) {
        this.assignment = assignment;
        this.api = RestApi.of(assignment);
        if (api.isThere()) {
            for (ApiServer server : api.servers()) {
                roles.add(Grantee.of(server.role().name()));
            }
            for (Identifier role : api.requestRoles()) {
                roles.add(Grantee.of(role));
            }
            roles.add(Grantee.PUBLIC);
        }
    }

    /** The relations and routines that the API serves now and, as far as is known, will not. */
    Set<String> losing() {
        Set<String> losing = new TreeSet<>();
        for (Placement move : assignment.moves()) {
            if (api.isThere() && isLost(move) && isUsed(move.object())) {
                losing.add(move.object().describe());
            }
        }
        return losing;
    }

    /** Whether a server may serve it now and will not; of one that is not known it is to be feared. */
    private boolean isLost(Placement move) {
        for (ApiServer server : api.servers()) {
            boolean now = server.value().isEmpty()
                    || api.served(server).contains(move.current().schema());
            if (now && !api.servedAfter(server).contains(move.target())) {
                return true;
            }
        }
        return api.servers().isEmpty();
    }

    private boolean isUsed(SchemaObject object) {
        boolean shown = object instanceof Routine
                || (object instanceof Relation relation
                        && (relation.kind().isTable() || relation.kind().isView()));
        Optional<Holders> holders = shown ? Holders.of(object) : Optional.empty();
        return holders.isPresent() && !Collections.disjoint(holders.get().grantees(), roles);
    }
}
