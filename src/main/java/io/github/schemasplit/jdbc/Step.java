package io.github.schemasplit.jdbc;

import io.github.schemasplit.plan.AccessOperation;
import io.github.schemasplit.plan.AlterJob;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.CreateRole;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.RoleOperation;
import io.github.schemasplit.plan.ViewOperation;
import io.github.schemasplit.sql.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.util.ServerErrorMessage;

/**
 * What a change's block does in one place: moves and the views that they leave, or what changes access, one after the other in a loop; or
 * one other operation.
 *
 * <p>Each statement of a PL/pgSQL block has a plan that is kept, and each move makes the server look through all plans that are
 * kept. Moves in a loop share one, so that a thousand do not take twice the time.
 *
 * @param operations in order; of several, each is a move, about a view or about access, and all are about relations or none is
 */
record Step(List<Operation> operations) {
    private static final Pattern NUMBER = Pattern.compile("/\\* (\\d+) \\*/");

    Step {
        operations = List.copyOf(operations);
    }

    /** The steps of operations, in order. */
    static List<Step> of(List<Operation> operations) {
        List<Step> steps = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= operations.size(); i++) {
            if (i == operations.size() || !areOne(operations.get(i - 1), operations.get(i))) {
                steps.add(new Step(operations.subList(start, i)));
                start = i;
            }
        }
        return steps;
    }

    private static boolean areOne(Operation one, Operation next) {
        return isOfLoop(one) && isOfLoop(next) && isOfRelation(one) == isOfRelation(next);
    }

    private static boolean isOfLoop(Operation operation) {
        return operation instanceof AlterSetSchema
                || operation instanceof ViewOperation
                || operation instanceof AccessOperation && !(operation instanceof RoleOperation);
    }

    private static boolean isOfRelation(Operation operation) {
        return operation instanceof ViewOperation || operation.lockedRelation().isPresent();
    }

    boolean moves() {
        return isOfLoop(operations.get(0));
    }

    void addTo(Block block, LockWaits waits, LockWatch watch) {
        if (operations.get(0) instanceof AlterJob alter) {
            JobPins.alter(block, alter);
            return;
        }
        if (!moves()) {
            beforeLock(block, waits);
            EventTriggers.add(block, operations.get(0).statement().sql());
            GrantCheck.add(block, operations.get(0));
            if (operations.get(0) instanceof CreateRole) {
                RoleAudit.count(block);
            }
            watch.after(block, Literal.of(operations.get(0).statement().sql()).sql(), waits);
            return;
        }
        List<String> moves = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            String numbered = operations.get(i).statement().sql() + " /* " + i + " */";
            moves.add(Literal.of(numbered).sql());
        }
        block.add("FOREACH ss_move IN ARRAY ARRAY[" + String.join(",\n", moves) + "] LOOP");
        if (isOfRelation(operations.get(0))) {
            // What else is made or granted waits for nobody.
            block.add("IF left(ss_move, 5) IN ('ALTER', 'DROP ') OR left(ss_move, 13) = 'CREATE POLICY' THEN");
            waits.beforeLock(block);
            block.add("END IF;");
        }
        EventTriggers.add(block, "EXECUTE ss_move");
        watch.after(block, "ss_move", waits);
        block.add("END LOOP;");
    }

    private void beforeLock(Block block, LockWaits waits) {
        if (operations.get(0).lockedRelation().isPresent()) {
            waits.beforeLock(block);
        }
    }

    /** The operation that failed with an error of this step. */
    Optional<Operation> failed(ServerErrorMessage error) {
        if (!moves()) {
            return Optional.of(operations.get(0));
        }
        // An error with a position has the statement beside its context. What an event trigger did stands before the
        // statement.
        return Stream.of(error.getWhere(), error.getInternalQuery())
                .flatMap(
                        text -> NUMBER.matcher(String.valueOf(text)).results().reduce((earlier, last) -> last).stream())
                .map(result -> Integer.parseInt(result.group(1)))
                .filter(number -> number < operations.size())
                .findFirst()
                .map(operations::get);
    }
}
