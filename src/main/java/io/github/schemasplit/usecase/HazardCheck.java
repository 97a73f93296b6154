package io.github.schemasplit.usecase;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.hazard.Hazard;
import io.github.schemasplit.report.HazardsConsole;
import java.util.ArrayList;
import java.util.List;

/**
 * Stops a migration that has severe hazards which nobody has accepted, before it changes anything; and tells of the others, once.
 *
 * <p>Nobody else uses the embedded database, so there they are told and stop nothing.
 */
final class HazardCheck {
    private final AllowedHazards allowed;
    private final boolean enforced;
    private final ChangeListener listener;
    private List<Hazard> told = List.of();

    /**
     * @param allowed those that somebody has accepted
     * @param enforced whether others stop the migration
     * @param listener is told of those that stop nothing
     */
    HazardCheck(AllowedHazards allowed, boolean enforced, ChangeListener listener) {
        this.allowed = allowed;
        this.enforced = enforced;
        this.listener = listener;
    }

    /**
     * @param hazards those of the migration, which is planned anew with each attempt
     * @throws GoalStoppedException when severe ones are not accepted, with all of these
     */
    void check(List<Hazard> hazards) {
        List<Hazard> refused = allowed.refused(hazards);
        if (enforced && !refused.isEmpty()) {
            throw new GoalStoppedException(message(refused));
        }
        List<Hazard> severe = AllowedHazards.NONE.refused(hazards);
        if (!severe.isEmpty() && !severe.equals(told)) {
            listener.on(new Event.Hazardous(severe, enforced));
            told = severe;
        }
    }

    /** What is told of those that stop nothing. */
    static List<String> told(List<Hazard> hazards, boolean accepted) {
        List<String> lines = new ArrayList<>();
        lines.add(
                accepted
                        ? "Hazards of this migration, which schema.allowHazards accepts:"
                        : "Hazards of this migration, which stop nothing on the embedded database; elsewhere schema.allowHazards has"
                                + " to accept them:");
        lines.addAll(HazardsConsole.each(hazards));
        return lines;
    }

    private String message(List<Hazard> refused) {
        List<String> lines = new ArrayList<>();
        lines.add("This database is not embedded, so that others may use it, and the migration has "
                + (refused.size() == 1 ? "a hazard that nobody has" : refused.size() + " hazards that nobody has")
                + " accepted. Nothing was changed:");
        lines.addAll(HazardsConsole.each(refused));
        lines.add("Their pages say how to do without, and schema:analyze writes all that they are about to "
                + Analyze.FILE
                + ". To accept them, say schema.allowHazards=" + allowed.with(refused)
                + "; to look first what the migration does, try it on the embedded database (schema.url=embedded with"
                + " schema.init).");
        return String.join("\n", lines);
    }
}
