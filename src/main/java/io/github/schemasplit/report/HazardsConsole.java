package io.github.schemasplit.report;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.hazard.Hazard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Hazards as console text: what each is about, and of the severe ones what they mean. The report has them all. */
public final class HazardsConsole {
    private HazardsConsole() {}

    /** How many there are, what they are, and what to say where the severe ones are accepted. */
    public static List<String> lines(Collection<Hazard> hazards) {
        List<Hazard> severe = AllowedHazards.NONE.refused(hazards);
        List<String> lines = new ArrayList<>();
        lines.add("Hazards: " + Figures.count(severe.size()) + " severe, "
                + Figures.counted(hazards.size() - severe.size(), "notice"));
        lines.addAll(each(hazards));
        if (!severe.isEmpty()) {
            lines.add("  → where others use the database, schema:migrate goes on only with schema.allowHazards="
                    + AllowedHazards.NONE.with(severe));
        }
        return lines;
    }

    /** What they are. */
    public static List<String> each(Collection<Hazard> hazards) {
        List<String> lines = new ArrayList<>();
        for (Hazard hazard : hazards) {
            lines.add("  " + hazard.headline());
            if (hazard.isSevere()) {
                lines.add("    " + hazard.explanation());
            }
        }
        return lines;
    }
}
