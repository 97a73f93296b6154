package io.github.schemasplit.report;

import io.github.schemasplit.analysis.ForeignKey;
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

/** An analysis as a screenful of console text. Plain loops, since each build gets here. */
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
            long placed = 0;
            long moving = 0;
            long partitions = 0;
            long views = 0;
            List<Relation> tables = new ArrayList<>();
            for (Placement placement : report.assignment().placements()) {
                if (placement.target().equals(name)) {
                    placed++;
                    moving += placement.isInPlace() ? 0 : 1;
                    if (placement.object() instanceof Relation relation) {
                        if (relation.kind().isTable()) {
                            tables.add(relation);
                            partitions += relation.partition() ? 1 : 0;
                        }
                        views += relation.kind().isView() ? 1 : 0;
                    }
                }
            }
            table.row(
                    name.value(),
                    Figures.count(tables.size() - partitions),
                    Figures.count(partitions),
                    Figures.count(views),
                    Figures.count(placed - tables.size() - views),
                    rows(tables),
                    size(tables),
                    Figures.count(moving));
        }
        lines.addAll(table.lines());
    }

    private static String rows(List<Relation> tables) {
        long rows = 0;
        for (Relation table : tables) {
            rows += Math.max(0, table.rowEstimate());
        }
        return isKnown(tables) ? Figures.count(rows) : UNKNOWN;
    }

    private static String size(List<Relation> tables) {
        long bytes = 0;
        for (Relation table : tables) {
            bytes += table.bytes();
        }
        return isKnown(tables) ? Figures.bytes(bytes) : UNKNOWN;
    }

    private static boolean isKnown(List<Relation> tables) {
        for (Relation table : tables) {
            if (table.rowEstimate() >= 0) {
                return true;
            }
        }
        return false;
    }

    private void staying(String what, List<Relation> tables) {
        if (!tables.isEmpty()) {
            List<String> names = new ArrayList<>();
            for (Relation table : tables) {
                names.add(table.name().name().value());
            }
            lines.add("");
            lines.add(what + ": " + String.join(", ", names));
        }
    }

    private void foreignKeys() {
        ForeignKeyList list = ForeignKeyList.of(report.assignment());
        ForeignKeyMatrix matrix = list.matrix();
        long crossing = 0;
        for (ForeignKey key : list.foreignKeys()) {
            crossing += key.crossesSchemas() ? 1 : 0;
        }
        lines.add("");
        lines.add(Figures.counted(list.foreignKeys().size(), "foreign key") + ", " + Figures.count(crossing)
                + " between schemas (rows reference columns):");
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of(""));
        for (Identifier schema : matrix.schemas()) {
            head.add(schema.value());
        }
        table.row(head);
        for (Identifier from : matrix.schemas()) {
            List<String> row = new ArrayList<>(List.of(from.value()));
            long all = 0;
            for (Identifier to : matrix.schemas()) {
                long count = matrix.count(from, to);
                all += count;
                row.add(cell(count));
            }
            if (all > 0) {
                table.row(row);
            }
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
        List<TableVerdict> others = new ArrayList<>();
        for (TableVerdict verdict : report.verdicts()) {
            if (verdict.verdict() != Verdict.VIEW) {
                others.add(verdict);
            }
        }
        lines.add("");
        lines.add("A view under the old name will do for "
                + Figures.count(report.verdicts().size() - others.size()) + " of "
                + Figures.counted(report.verdicts().size(), "moving relation") + ", as far as their use is known"
                + (others.isEmpty() ? "" : "; not for:"));
        for (TableVerdict verdict : others.subList(0, Math.min(SHOWN, others.size()))) {
            lines.add("  " + verdict.relation().name().sql() + ": " + words(verdict));
        }
        if (others.size() > SHOWN) {
            lines.add("and " + Figures.count(others.size() - SHOWN) + " more in the report");
        }
    }

    private static String words(TableVerdict verdict) {
        List<String> words = new ArrayList<>();
        for (ViewLimit limit : verdict.limits()) {
            words.add(limit.words());
        }
        return (verdict.verdict() == Verdict.SEARCH_PATH ? "a search_path does" : "change the code first") + " ("
                + String.join(", ", words) + ")";
    }

    private static String cell(long count) {
        return count == 0 ? "·" : Figures.count(count);
    }
}
