package io.github.schemasplit.hazard;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.assignment.ServedSchemas;
import io.github.schemasplit.catalog.ApiServer;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Holders;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.Identifier;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the clients of an API lose that serves whole schemas, as PostgREST and with it Supabase does. Which ones those are is known where
 * a setting of its role says so; its configuration file may say otherwise.
 *
 * @see <a href="https://docs.postgrest.org/en/stable/references/configuration.html#db-schemas">db-schemas</a>
 */
final class ApiClients {
    private static final Identifier ANONYMOUS = Identifier.of("anon");

    private final Assignment assignment;
    private final ServedSchemas schemas;
    /** Those that requests ask for, and those of the servers, which become these. */
    private final Set<Grantee> roles = new HashSet<>();

    ApiClients(Assignment assignment) {
        this.assignment = assignment;
        this.schemas = ServedSchemas.of(assignment);
        for (ApiServer server : schemas.servers()) {
            roles.add(Grantee.of(server.role().name()));
            server.requestRoles().forEach(role -> roles.add(Grantee.of(role)));
        }
        if (assignment.snapshot().role(ANONYMOUS).isPresent()) {
            roles.add(Grantee.of(ANONYMOUS));
        }
        if (!roles.isEmpty()) {
            roles.add(Grantee.PUBLIC);
        }
    }

    /** The relations and routines that the API serves now and, as far as is known, will not. */
    Set<String> losing() {
        Set<String> losing = new TreeSet<>();
        for (Placement move : assignment.moves()) {
            if (!roles.isEmpty() && isLost(move) && isUsed(move.object())) {
                losing.add(move.object().describe());
            }
        }
        return losing;
    }

    /** Whether a server may serve it now and will not; of one that is not known it is to be feared. */
    private boolean isLost(Placement move) {
        return schemas.servers().isEmpty()
                || schemas.servers().stream()
                        .anyMatch(server -> (server.value().isEmpty()
                                        || schemas.served(server)
                                                .contains(move.current().schema()))
                                && !schemas.servedAfter(server).contains(move.target()));
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
