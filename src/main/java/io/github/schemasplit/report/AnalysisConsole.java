package io.github.schemasplit.report;

import io.github.schemasplit.analysis.ForeignKeyList;
import io.github.schemasplit.analysis.ForeignKeyMatrix;
import io.github.schemasplit.analysis.TableVerdict;
import io.github.schemasplit.analysis.Verdict;
import io.github.schemasplit.analysis.ViewLimit;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An analysis as a screenful of console text. */
public final class AnalysisConsole {
    private static final String UNKNOWN = "–";

    /** How many statements are shown, and how much of each. */
    private static final int SHOWN = 10;

    private static final int LONGEST = 60;

    private final AnalysisReport report;
    private final List<String> lines = new ArrayList<>();

    private AnalysisConsole(AnalysisReport report) {
        this.report = report;
    }

    public static List<String> lines(AnalysisReport report) {
        AnalysisConsole console = new AnalysisConsole(report);
        console.head();
        console.schemas();
        console.staying("Not in the mapping, and staying", report.assignment().unmapped());
        console.staying(
                "Kept where they are, since a migration tool needs them",
                report.assignment().bookkeeping());
        console.foreignKeys();
        console.statements();
        console.verdicts();
        console.lines.add("");
        console.lines.addAll(FindingsConsole.lines(report.findings()));
        console.lines.add("");
        console.lines.addAll(HazardsConsole.lines(report.hazards()));
        return console.lines;
    }

    private void head() {
        Server server = report.assignment().snapshot().server();
        lines.add("Database " + server.database() + " on PostgreSQL " + server.version() + ", source schema "
                + report.assignment().mapping().source().value());
        lines.add("");
    }

    private void schemas() {
        TextTable table = new TextTable()
                .row("target schema", "tables", "partitions", "views", "other", "rows", "size", "to move");
        for (TargetSchema target : report.assignment().mapping().targets()) {
            Identifier name = target.name().value();
            List<Placement> placements = report.assignment().placements().stream()
                    .filter(p -> p.target().equals(name))
                    .toList();
            List<Relation> tables =
                    relations(placements).filter(r -> r.kind().isTable()).toList();
            long partitions = tables.stream().filter(Relation::partition).count();
            long views = relations(placements).filter(r -> r.kind().isView()).count();
            table.row(
                    name.value(),
                    Figures.count(tables.size() - partitions),
                    Figures.count(partitions),
                    Figures.count(views),
                    Figures.count(placements.size() - tables.size() - views),
                    rows(tables),
                    size(tables),
                    Figures.count(
                            placements.stream().filter(p -> !p.isInPlace()).count()));
        }
        lines.addAll(table.lines());
    }

    private static Stream<Relation> relations(List<Placement> placements) {
        return placements.stream()
                .map(Placement::object)
                .filter(Relation.class::isInstance)
                .map(Relation.class::cast);
    }

    private static String rows(List<Relation> tables) {
        return isKnown(tables)
                ? Figures.count(tables.stream()
                        .mapToLong(t -> Math.max(0, t.rowEstimate()))
                        .sum())
                : UNKNOWN;
    }

    private static String size(List<Relation> tables) {
        return isKnown(tables)
                ? Figures.bytes(tables.stream().mapToLong(Relation::bytes).sum())
                : UNKNOWN;
    }

    private static boolean isKnown(List<Relation> tables) {
        return tables.stream().anyMatch(t -> t.rowEstimate() >= 0);
    }

    private void staying(String what, List<Relation> tables) {
        if (!tables.isEmpty()) {
            lines.add("");
            lines.add(what + ": "
                    + tables.stream().map(t -> t.name().name().value()).collect(Collectors.joining(", ")));
        }
    }

    private void foreignKeys() {
        ForeignKeyList list = ForeignKeyList.of(report.assignment());
        ForeignKeyMatrix matrix = list.matrix();
        long crossing =
                list.foreignKeys().stream().filter(k -> k.crossesSchemas()).count();
        lines.add("");
        lines.add(Figures.counted(list.foreignKeys().size(), "foreign key") + ", " + Figures.count(crossing)
                + " between schemas (rows reference columns):");
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of(""));
        matrix.schemas().forEach(s -> head.add(s.value()));
        table.row(head);
        for (Identifier from : matrix.schemas()) {
            if (matrix.schemas().stream().allMatch(to -> matrix.count(from, to) == 0)) {
                continue;
            }
            List<String> row = new ArrayList<>(List.of(from.value()));
            matrix.schemas().forEach(to -> row.add(cell(matrix.count(from, to))));
            table.row(row);
        }
        lines.addAll(table.lines());
    }

    private void statements() {
        if (report.statements().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(Figures.counted(report.statements().size(), "statement")
                + " of pg_stat_statements will join tables of several target schemas:");
        TextTable table = new TextTable().row("schemas", "calls", "time", "statement");
        report.statements().stream()
                .limit(SHOWN)
                .forEach(s -> table.row(
                        s.schemas().stream().map(Identifier::value).collect(Collectors.joining(" + ")),
                        Figures.count(s.statement().calls()),
                        Figures.count(Math.round(s.statement().milliseconds())) + " ms",
                        ConsoleText.shortened(s.statement().text(), LONGEST)));
        lines.addAll(table.lines());
        if (report.statements().size() > SHOWN) {
            lines.add("and " + Figures.count(report.statements().size() - SHOWN) + " more in the report");
        }
    }

    private void verdicts() {
        if (report.verdicts().isEmpty()) {
            return;
        }
        List<TableVerdict> others = report.verdicts().stream()
                .filter(v -> v.verdict() != Verdict.VIEW)
                .toList();
        lines.add("");
        lines.add("A view under the old name will do for "
                + Figures.count(report.verdicts().size() - others.size()) + " of "
                + Figures.counted(report.verdicts().size(), "moving relation") + ", as far as their use is known"
                + (others.isEmpty() ? "" : "; not for:"));
        others.stream()
                .limit(SHOWN)
                .forEach(v -> lines.add("  " + v.relation().name().sql() + ": " + words(v)));
        if (others.size() > SHOWN) {
            lines.add("and " + Figures.count(others.size() - SHOWN) + " more in the report");
        }
    }

    private static String words(TableVerdict verdict) {
        String limits = verdict.limits().stream().map(ViewLimit::words).collect(Collectors.joining(", "));
        return (verdict.verdict() == Verdict.SEARCH_PATH ? "a search_path does" : "change the code first") + " ("
                + limits + ")";
    }

    private static String cell(long count) {
        return count == 0 ? "·" : Figures.count(count);
    }
}
