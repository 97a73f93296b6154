package io.github.schemasplit.usecase;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.jdbc.RoutineTrial;
import io.github.schemasplit.names.LostName;
import io.github.schemasplit.names.LostNames;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.report.RehearsedRoutines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Checks every routine of a copy before and after it is migrated. The server reads bodies in SQL; those in PL/pgSQL it reads as they run
 * unless {@code plpgsql_check} is there, so that their names are looked up besides.
 */
final class RoutineComparison {
    private final Workplace workplace;
    private final ChangeListener listener;
    private Optional<Assignment> before = Optional.empty();
    private RoutineTrial.Result then = new RoutineTrial.Result(0, List.of(), Map.of());

    RoutineComparison(Workplace workplace, ChangeListener listener) {
        this.workplace = workplace;
        this.listener = listener;
    }

    /** Notes which fail, and says so. */
    String before(Assignment assignment) {
        before = Optional.of(assignment);
        then = trial();
        return Words.count(then.checked(), "routine")
                + (then.failures().isEmpty()
                        ? ""
                        : ", of which " + then.failures().size() + " fail already")
                + besides(then.unchecked());
    }

    /** How many were not checked, if any. */
    static String besides(List<String> unchecked) {
        return unchecked.isEmpty() ? "" : "; " + unchecked.size() + " could not be checked";
    }

    /** Finds those that fail and did not. */
    RehearsedRoutines after(Assignment assignment) {
        RoutineTrial.Result now = trial();
        Map<Long, RehearsedRoutines.Failing> failing = new TreeMap<>();
        now.failures().forEach((oid, failure) -> {
            if (!then.failures().containsKey(oid)) {
                failing.put(oid, new RehearsedRoutines.Failing(name(assignment, oid, failure), failure.error()));
            }
        });
        List<LostName> lost = new LostNames(new RoutineTexts(before.orElseThrow()), new RoutineTexts(assignment)).all();
        for (LostName name : lost) {
            failing.putIfAbsent(
                    name.routine().oid(),
                    new RehearsedRoutines.Failing(
                            name(name.routine()),
                            "line " + name.line() + " names " + name.name() + ", which was " + name.stoodFor()
                                    + " and is nothing now"));
        }
        return new RehearsedRoutines(now.checked(), now.unchecked(), new ArrayList<>(failing.values()));
    }

    private static String name(Assignment assignment, long oid, RoutineTrial.Failure failure) {
        return assignment.snapshot().find(new ObjectId(Catalog.PG_PROC, oid)).orElse(null) instanceof Routine routine
                ? name(routine)
                : failure.name();
    }

    private static String name(Routine routine) {
        return routine.name() + "(" + routine.identityArguments() + ")";
    }

    private RoutineTrial.Result trial() {
        return Session.run(workplace, true, listener, connection -> new RoutineTrial(connection).run());
    }
}
