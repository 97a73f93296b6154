package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.plan.AlterSearchPath;
import io.github.schemasplit.plan.Notify;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.ViewOperation;
import io.github.schemasplit.sql.QualifiedName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code schema:contract}: ends the old names that nothing uses any more, in one transaction that is audited before it commits. The
 * journal tells of it as of a migration, so that a rollback takes it back.
 */
public final class Contract {
    private final Workplace workplace;
    private final Terms terms;
    private final Persistence persistence;
    private final ChangeListener listener;

    /**
     * What is to be ended, and when it may be.
     *
     * @param names the old names, with or without their schema; every one where there are none
     * @param canary whether the views are only closed to everybody, so that whoever still uses them is refused and is found
     * @param grace how long a view must have been there
     * @param watch how long it is looked whether sessions still use the names, where the server counts statements
     */
    public record Terms(List<String> names, boolean canary, Duration grace, Duration watch) {
        public Terms {
            names = List.copyOf(names);
        }

        /** Whether it is about the settings of search_path, which stand for all names. */
        boolean concernPaths() {
            return names.isEmpty() && !canary;
        }

        /** Whether it is about a view of that name. */
        boolean concern(QualifiedName name) {
            return names.isEmpty()
                    || names.contains(name.name().value())
                    || names.contains(name.schema().value() + "." + name.name().value());
        }
    }

    /**
     * @param listener is told how it makes its way
     */
    public Contract(Workplace workplace, Terms terms, Persistence persistence, ChangeListener listener) {
        this.workplace = workplace;
        this.terms = terms;
        this.persistence = persistence;
        this.listener = listener;
    }

    /**
     * @throws GoalStoppedException when old names are used, or are too young, others are in the way for too long, or the audit fails;
     *     nothing was changed then
     */
    public Result run() {
        ContractPlanning planning = new ContractPlanning(workplace, terms, listener);
        Optional<Applied> applied = Session.run(
                workplace,
                true,
                listener,
                connection -> new Applier(workplace, persistence, listener).apply(connection, planning));
        return new Result(planning.plan(), applied);
    }

    /** Whether a journal's entry tells of what this goal did. */
    public static boolean made(JournalEntry entry) {
        return entry.action() == JournalAction.MIGRATE
                && (entry.letGo()
                        ? entry.endedOldNames()
                        : !entry.plan().isEmpty()
                                && entry.plan().operations().stream()
                                        .allMatch(o -> o instanceof ViewOperation
                                                || o instanceof AlterSearchPath
                                                || o instanceof Notify));
    }

    /** What a journal's entry of {@code schema:migrate} or of this goal is called. */
    public static String called(JournalEntry entry) {
        return made(entry) ? "end of old names" : "migration";
    }

    /**
     * @param plan what was done; empty when there was nothing to do
     * @param applied how; empty when there was nothing to do
     */
    public record Result(Plan plan, Optional<Applied> applied) {}
}
