package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.ServedSchemas;
import io.github.schemasplit.catalog.ApiServer;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The servers of an API get the target schemas that the mapping says are served, and look at the catalog anew once things have moved. */
public final class ApiStep implements PlanStep {
    private static final Identifier CHANNEL = Identifier.of("pgrst");
    private static final String SERVED = "the API serves what the mapping says";

    @Override
    public List<Operation> operations(Assignment assignment) {
        ServedSchemas schemas = ServedSchemas.of(assignment);
        Identifier database = assignment.snapshot().server().database();
        List<Operation> operations = new ArrayList<>();
        for (ServedSchemas.Change change : schemas.changes()) {
            ApiServer server = change.server();
            operations.add(new AlterServedSchemas(
                    database,
                    server.role().name(),
                    server.everywhere(),
                    server.value(),
                    Optional.of(change.value()),
                    change.added(),
                    SERVED));
        }
        if (!operations.isEmpty()) {
            operations.add(new Notify(CHANNEL, "reload config", "the API reads which schemas it serves"));
        }
        if (!operations.isEmpty() || !assignment.moves().isEmpty()) {
            operations.addAll(reload(assignment.snapshot()));
        }
        return operations;
    }

    /** Has the servers of an API that a database has, if any, look at its catalog anew. */
    public static List<Operation> reload(Snapshot snapshot) {
        return ApiServer.in(snapshot).isEmpty()
                ? List.of()
                : List.of(new Notify(
                        CHANNEL, "reload schema", "the API reads what there is in the schemas that it serves"));
    }
}
