package io.github.schemasplit.report;

import io.github.schemasplit.names.Words;
import io.github.schemasplit.watch.Calls;
import io.github.schemasplit.watch.ComparedStatement;
import io.github.schemasplit.watch.ComparedTable;
import io.github.schemasplit.watch.Comparison;
import io.github.schemasplit.watch.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What ran before a migration against what runs since, as console text. */
public final class ComparisonConsole {
    private static final String UNKNOWN = "–";

    /** How many statements and tables of each kind are shown, and how much of each statement. */
    private static final int SHOWN = 10;

    private static final int LONGEST = 90;

    private final Comparison comparison;
    private final List<String> lines = new ArrayList<>();

    private ComparisonConsole(Comparison comparison) {
        this.comparison = comparison;
    }

    public static List<String> lines(ComparisonReport report) {
        ComparisonConsole console = new ComparisonConsole(report.comparison());
        console.lines.add("Compared: before and after journal entry " + report.number() + " of " + report.appliedAt()
                + (report.takenBack() ? ", until that was taken back." : "."));
        if (!report.exact()) {
            console.lines.add(
                    "What had been counted right before that was not kept: the time after it begins with the last look"
                            + " before it, and has some of the time before in it.");
        }
        report.comparison()
                .statements()
                .ifPresentOrElse(
                        console::statements,
                        () -> console.lines.add(
                                "Of statements nothing is known: pg_stat_statements was not at work when it was"
                                        + " migrated, or is not now. It needs CREATE EXTENSION pg_stat_statements, and its name in"
                                        + " shared_preload_libraries."));
        console.tables();
        return console.lines;
    }

    private void statements(Comparison.Statements statements) {
        lines.add("Statements before: " + span(statements.before()) + "; after: " + span(statements.after()) + ".");
        if (!statements.only().isEmpty()) {
            lines.add("They are those of " + Words.some(statements.only())
                    + " alone, as whom was looked: a member of pg_read_all_stats"
                    + " sees all, from the next migration on.");
        }
        if (!statements.complete()) {
            lines.add("The server counts more statements than are kept: those that took least time are left out.");
        }
        List<ComparedStatement> named = statements.naming(true);
        lines.add("");
        lines.addAll(new TextTable()
                .row("all calls together", "statements", "calls before", "after", "mean ms before", "after", "ratio")
                .row(sum("of statements that name what moved", named))
                .row(sum("of other statements", statements.naming(false)))
                .lines());
        shown("Slower since, those first that add most time", select(named, s -> s.added() > 0, s -> -s.added()));
        shown(
                "Faster since, those first that save most time",
                select(named, s -> s.added() < 0, ComparedStatement::added));
        shown(
                "Not run since, those first that were run most",
                select(named, s -> s.after().count() == 0, s -> -s.before().count()));
        shown(
                "Not run before, those first that take most time",
                select(named, s -> s.before().count() == 0, s -> -s.after().milliseconds()));
    }

    private static List<String> sum(String what, List<ComparedStatement> statements) {
        Calls before = sum(statements.stream().map(ComparedStatement::before).toList());
        Calls after = sum(statements.stream().map(ComparedStatement::after).toList());
        List<String> cells = new ArrayList<>(List.of(what, Figures.count(statements.size())));
        cells.addAll(figures(before, after, ComparedStatement.ratio(statements)));
        return cells;
    }

    private static Calls sum(List<Calls> calls) {
        return new Calls(
                calls.stream().mapToLong(Calls::count).sum(),
                calls.stream().mapToDouble(Calls::milliseconds).sum());
    }

    private static List<ComparedStatement> select(
            List<ComparedStatement> statements,
            Predicate<ComparedStatement> which,
            ToDoubleFunction<ComparedStatement> order) {
        return statements.stream()
                .filter(which)
                .sorted(Comparator.comparingDouble(order).thenComparing(ComparedStatement::text))
                .toList();
    }

    private void shown(String title, List<ComparedStatement> statements) {
        if (statements.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title
                + (statements.size() > SHOWN ? " (" + SHOWN + " of " + Figures.count(statements.size()) + ")" : "")
                + ":");
        TextTable table = new TextTable().row("", "calls before", "after", "mean ms before", "after", "ratio");
        List<String> texts = new ArrayList<>();
        for (ComparedStatement statement : statements.subList(0, Math.min(SHOWN, statements.size()))) {
            List<String> cells = new ArrayList<>(List.of(" "));
            cells.addAll(figures(statement.before(), statement.after(), statement.ratio()));
            table.row(cells);
            texts.add(ConsoleText.shortened(statement.text(), LONGEST));
        }
        List<String> rows = table.lines();
        lines.add(rows.get(0) + "  statement");
        for (int i = 0; i < texts.size(); i++) {
            lines.add(rows.get(i + 1) + "  " + texts.get(i));
        }
    }

    private static List<String> figures(Calls before, Calls after, OptionalDouble ratio) {
        return List.of(
                Figures.count(before.count()),
                Figures.count(after.count()),
                thousandths(before.mean()),
                thousandths(after.mean()),
                hundredths(ratio));
    }

    private void tables() {
        List<ComparedTable> read = comparison.tables().stream()
                .filter(t -> t.after().sequentialRows() > 0 || t.before().sequentialRows() > 0)
                .sorted(Comparator.comparingLong((ComparedTable t) -> -t.after().sequentialRows())
                        .thenComparing(ComparedTable::moved))
                .toList();
        lines.add("");
        lines.add("Tables before: " + span(comparison.tablesBefore()) + "; after: " + span(comparison.tablesAfter())
                + ".");
        comparison
                .tablesReset()
                .ifPresent(reset -> lines.add("The counters of tables, or of one table, were set back at " + reset
                        + ": what such a table went through before that is missing."));
        if (comparison.tables().isEmpty()) {
            lines.add("No table moved that is still there.");
            return;
        }
        lines.add(Figures.counted(comparison.tables().size(), "table")
                + " moved. Those first of which most rows were read"
                + " without an index since"
                + (read.size() > SHOWN ? " (" + SHOWN + " of " + Figures.count(read.size()) + ")" : "")
                + ":");
        TextTable table = new TextTable()
                .row(
                        "",
                        "rows read without index before",
                        "after",
                        "index scans before",
                        "after",
                        "written before",
                        "after");
        for (ComparedTable compared : read.subList(0, Math.min(SHOWN, read.size()))) {
            table.row(
                    ConsoleText.plain(compared.moved().sql()),
                    Figures.count(compared.before().sequentialRows()),
                    Figures.count(compared.after().sequentialRows()),
                    Figures.count(compared.before().indexScans()),
                    Figures.count(compared.after().indexScans()),
                    Figures.count(compared.before().written()),
                    Figures.count(compared.after().written()));
        }
        lines.addAll(table.lines());
    }

    private static String span(Span span) {
        String from = span.from().map(Object::toString).orElse("an unknown beginning");
        return from + " to " + span.to()
                + span.length().map(length -> " (" + text(length) + ")").orElse("");
    }

    private static String text(Duration length) {
        long seconds = length.toSeconds();
        return seconds < 60
                ? seconds + " s"
                : seconds < 3600 ? tenths(seconds / 6) + " min" : tenths(seconds / 360) + " h";
    }

    private static String tenths(long tenths) {
        return decimals(tenths, 1);
    }

    private static String thousandths(OptionalDouble number) {
        return number.isEmpty() ? UNKNOWN : decimals(Math.round(number.getAsDouble() * 1000), 3);
    }

    private static String hundredths(OptionalDouble number) {
        return number.isEmpty() ? UNKNOWN : decimals(Math.round(number.getAsDouble() * 100), 2);
    }

    /** A number of so many tenths, hundredths or thousandths, as digits. */
    private static String decimals(long parts, int digits) {
        StringBuilder text = new StringBuilder(Long.toString(parts));
        while (text.length() <= digits) {
            text.insert(0, '0');
        }
        return Figures.count(Long.parseLong(text.substring(0, text.length() - digits))) + "."
                + text.substring(text.length() - digits);
    }
}
