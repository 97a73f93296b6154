package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.OldPaths;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where old names are kept working by search_path, the settings of database and roles get the schemas that things go to. */
final class SearchPathStep implements PlanStep {
    private static final String REASON = "sessions that begin now find what moves without a schema";

    @Override
    public List<Operation> operations(Assignment assignment) {
        Identifier database = assignment.snapshot().server().database();
        List<Operation> operations = new ArrayList<>();
        for (OldPaths.Change change : OldPaths.of(assignment).changes()) {
            operations.add(new AlterSearchPath(
                    database, change.role(), change.from(), Optional.of(change.to()), change.added(), REASON));
        }
        return operations;
    }
}
