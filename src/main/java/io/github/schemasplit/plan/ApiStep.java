package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.RestApi;
import io.github.schemasplit.catalog.ApiServer;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The servers of an API get the target schemas that the mapping says are served, and look at the catalog anew. A schema that gets
 * something that they serve is served with the move, so that no request is left without it; any other not before it is settled who may
 * do what there.
 */
public final class ApiStep implements PlanStep {
    private static final Identifier CHANNEL = Identifier.of("pgrst");
    /** What a server of an API is told to have it read the catalog anew. */
    public static final String RELOAD = "reload schema";

    private static final String SERVED = "the API serves what the mapping says";

    @Override
    public List<Operation> operations(Assignment assignment) {
        List<Operation> operations = new ArrayList<>();
        for (RestApi.Change change : RestApi.of(assignment).changes()) {
            if (!change.withMoves().isEmpty()) {
                operations.add(alteration(
                        assignment,
                        change.server(),
                        change.server().value(),
                        change.valueWithMoves(),
                        change.withMoves()));
            }
        }
        if (!operations.isEmpty() || !assignment.moves().isEmpty()) {
            operations.addAll(told(assignment.snapshot(), !operations.isEmpty()));
        }
        return operations;
    }

    /** What is to be done once everything is in its place, and its access settled. */
    static List<Operation> later(Assignment assignment) {
        List<Operation> operations = new ArrayList<>();
        for (RestApi.Change change : RestApi.of(assignment).changes()) {
            if (!change.later().isEmpty()) {
                operations.add(alteration(
                        assignment,
                        change.server(),
                        change.valueWithMoves(),
                        Optional.of(change.value()),
                        change.later()));
            }
        }
        if (!operations.isEmpty()) {
            operations.addAll(told(assignment.snapshot(), true));
        }
        return operations;
    }

    private static AlterServedSchemas alteration(
            Assignment assignment,
            ApiServer server,
            Optional<String> from,
            Optional<String> to,
            List<Identifier> schemas) {
        return new AlterServedSchemas(
                assignment.snapshot().server().database(),
                server.role().name(),
                server.everywhere(),
                from,
                to,
                schemas,
                SERVED);
    }

    private static List<Operation> told(Snapshot snapshot, boolean other) {
        List<Operation> operations = new ArrayList<>();
        if (other) {
            operations.add(new Notify(CHANNEL, "reload config", "the API reads which schemas it serves"));
        }
        operations.addAll(reload(snapshot));
        return operations;
    }

    /** Has the servers of an API that a database has, if any, look at its catalog anew. */
    public static List<Operation> reload(Snapshot snapshot) {
        return ApiServer.in(snapshot).isEmpty()
                ? List.of()
                : List.of(new Notify(CHANNEL, RELOAD, "the API reads what there is in the schemas that it serves"));
    }
}
