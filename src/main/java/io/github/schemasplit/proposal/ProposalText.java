package io.github.schemasplit.proposal;

import io.github.schemasplit.mapping.NamePattern;
import io.github.schemasplit.mapping.YamlWords;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A proposal as a mapping file, with comments that say why. */
public final class ProposalText {
    private final StringBuilder text = new StringBuilder();
    private final Proposal proposal;

    private ProposalText(Proposal proposal) {
        this.proposal = proposal;
    }

    /**
     * The file's text.
     *
     * @param ending by schema what can not keep its old name as a view, with the reason as a clause
     */
    public static String of(Proposal proposal, Map<Identifier, SortedMap<Identifier, String>> ending) {
        ProposalText text = new ProposalText(proposal);
        text.head();
        text.line("source: " + scalar(proposal.source()));
        text.line("schemas:");
        for (ProposedSchema schema : proposal.schemas()) {
            text.schema(schema, ending.getOrDefault(schema.name(), new TreeMap<>()));
        }
        text.staying();
        text.crossing();
        return text.text.toString();
    }

    private void head() {
        comment("A mapping for schema " + proposal.source() + " of database " + proposal.database()
                + ", proposed by schema:init. Nothing has been moved.");
        comment(
                "It puts together what foreign keys, views, routines, triggers and statements tie to each other, and takes names that");
        comment(
                "begin alike for a hint. It does not know what the tables are for: rename the schemas, and put tables elsewhere.");
        comment("");
        comment("What would run between the schemas, and is listed at the end: "
                + (proposal.costs().isEmpty()
                        ? "nothing"
                        : proposal.costs().stream().map(Proposal.Cost::text).collect(Collectors.joining(", ")))
                + ".");
        proposal.notes().forEach(this::comment);
    }

    private void schema(ProposedSchema schema, SortedMap<Identifier, String> ending) {
        line("");
        line("  # " + Words.count(schema.tables().size(), "table") + "; " + YamlWords.comment(schema.why()));
        line("  " + scalar(schema.name()) + ":");
        line("    # purpose: what these tables are for; it becomes the schema's comment");
        if (!ending.isEmpty()) {
            line("    # Of these no view gives exactly what they give, so that their old names end with the move.");
            line("    compatibility:");
            line("      none:");
            new TreeSet<>(ending.values()).forEach(why -> {
                line("        # " + why);
                ending.forEach((name, reason) -> {
                    if (reason.equals(why)) {
                        line("        - " + pattern(name));
                    }
                });
            });
        }
        line("    tables:");
        schema.tables()
                .forEach(table -> line("      - " + pattern(table.name()) + " # " + YamlWords.comment(table.why())));
    }

    private static String pattern(Identifier name) {
        return YamlWords.scalar(NamePattern.exactly(name.value()).text());
    }

    private void staying() {
        if (!proposal.staying().isEmpty() || !proposal.unnameable().isEmpty()) {
            line("");
            if (!proposal.staying().isEmpty()) {
                comment("Nothing ties these to others, and they stay: " + names(proposal.staying())
                        + ". Put them into a schema's tables to move them.");
            }
            if (!proposal.unnameable().isEmpty()) {
                comment("The names of these begin or end with a blank, which no mapping can name, and they stay: "
                        + names(proposal.unnameable()) + ".");
            }
            line("unmapped: keep");
        }
        if (!proposal.bookkeeping().isEmpty()) {
            line("");
            comment("These stay in any case, since a migration tool looks for them: " + names(proposal.bookkeeping())
                    + ".");
        }
    }

    private static String names(List<Identifier> names) {
        return names.stream().map(Identifier::sql).collect(Collectors.joining(", "));
    }

    private void crossing() {
        for (Proposal.Cost cost : proposal.costs()) {
            if (!cost.crossing().isEmpty()) {
                line("");
                comment(cost.kind().plural().substring(0, 1).toUpperCase(Locale.ROOT)
                        + cost.kind().plural().substring(1) + " that would run between schemas:");
                cost.crossing().forEach(crossing -> comment("  " + crossing.text()));
            }
        }
    }

    private void comment(String comment) {
        line(("# " + YamlWords.comment(comment)).stripTrailing());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String scalar(Identifier name) {
        return YamlWords.scalar(name.value());
    }
}
