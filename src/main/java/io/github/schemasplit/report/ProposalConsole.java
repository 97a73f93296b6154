package io.github.schemasplit.report;

import io.github.schemasplit.proposal.Proposal;
import io.github.schemasplit.proposal.ProposedSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A proposal as a screenful of console text. */
public final class ProposalConsole {
    /** How many ties of a kind are named. */
    private static final int SHOWN = 5;

    private ProposalConsole() {}

    public static List<String> lines(Proposal proposal) {
        List<String> lines = new ArrayList<>();
        lines.add("Database " + proposal.database() + ", source schema " + proposal.source() + ": "
                + Figures.counted(proposal.tables(), "table") + " to place");
        lines.add("");
        TextTable table = new TextTable().row("proposed schema", "tables", "foreign keys within");
        for (ProposedSchema schema : proposal.schemas()) {
            table.row(
                    schema.name().sql(), Figures.count(schema.tables().size()), Figures.count(proposal.within(schema)));
        }
        lines.addAll(table.lines());
        staying(lines, "Staying, since nothing ties them to others", proposal.staying());
        staying(
                lines,
                "Staying, since their names begin or end with a blank, which no mapping can name",
                proposal.unnameable());
        staying(lines, "Staying, since a migration tool needs them", proposal.bookkeeping());
        lines.add("");
        lines.add(
                proposal.costs().isEmpty() ? "Nothing would run between schemas." : "What would run between schemas:");
        for (Proposal.Cost cost : proposal.costs()) {
            cost(cost, lines);
        }
        lines.addAll(proposal.notes());
        return lines;
    }

    private static void staying(List<String> lines, String why, List<Identifier> tables) {
        if (!tables.isEmpty()) {
            lines.add("");
            lines.add(why + ": " + tables.stream().map(Identifier::sql).collect(Collectors.joining(", ")));
        }
    }

    private static void cost(Proposal.Cost cost, List<String> lines) {
        lines.add(Figures.count(cost.crossing().size()) + " of "
                + Figures.counted(cost.all(), cost.kind().noun())
                + (cost.crossing().isEmpty() ? "" : ":"));
        cost.crossing().stream().limit(SHOWN).forEach(crossing -> lines.add("  " + crossing.text()));
        if (cost.crossing().size() > SHOWN) {
            lines.add("  and " + Figures.count(cost.crossing().size() - SHOWN) + " more in the file");
        }
    }
}
