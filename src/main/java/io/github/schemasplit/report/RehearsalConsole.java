package io.github.schemasplit.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A rehearsal as text for the console: what it was about, how long each step took, what was shut, and what speaks against it. */
public final class RehearsalConsole {
    private static final int MOST = 10;

    private final RehearsalReport report;
    private final List<String> lines = new ArrayList<>();

    private RehearsalConsole(RehearsalReport report) {
        this.report = report;
    }

    public static List<String> lines(RehearsalReport report) {
        RehearsalConsole console = new RehearsalConsole(report);
        console.copy();
        console.steps();
        console.locks();
        console.load();
        console.routines();
        console.conclusion();
        return List.copyOf(console.lines);
    }

    private void copy() {
        RehearsedCopy copy = report.copy();
        lines.add("Rehearsed: " + report.summary() + " of " + report.database().name() + ", on " + copy.staging()
                + (copy.server().isEmpty() ? "" : " (PostgreSQL " + copy.server() + ")") + ", filled by "
                + copy.content() + ".");
        list("Roles that the copy lacked, made without login", copy.madeRoles());
        list(
                "Extensions that the copy's server has not, so that nothing that needs them is in it",
                copy.missingExtensions());
        list("In the database and not in the copy", copy.missing());
        list("In the copy and not in the database", copy.added());
        list("Refused while the copy was filled", copy.complaints());
    }

    private void list(String what, List<String> items) {
        if (!items.isEmpty()) {
            lines.add(what + ": "
                    + String.join(", ", items.subList(0, Math.min(MOST, items.size())))
                    + (items.size() > MOST ? " and " + (items.size() - MOST) + " more" : "") + ".");
        }
    }

    private void steps() {
        TextTable table = new TextTable();
        for (RehearsalStep step : report.steps()) {
            table.row(
                    "  " + step.name() + "  "
                            + (step.outcome() == RehearsalStep.Outcome.DONE
                                    ? ""
                                    : step.outcome().name().toLowerCase(Locale.ROOT)),
                    time(step.took()));
        }
        List<String> rows = table.lines();
        for (int i = 0; i < rows.size(); i++) {
            String detail = report.steps().get(i).detail();
            lines.add(rows.get(i)
                    + (detail.isEmpty() ? "" : "  " + detail.lines().findFirst().orElse("")));
        }
    }

    private void locks() {
        RehearsedLocks locks = report.locks();
        long exclusive = locks.taken().stream()
                .filter(lock -> lock.mode().equals("AccessExclusiveLock"))
                .count();
        if (!locks.taken().isEmpty()) {
            lines.add("Locks on relations: " + Figures.count(locks.taken().size()) + ", of which "
                    + Figures.count(exclusive) + " keep everybody out (AccessExclusiveLock).");
        }
        if (!locks.blocking().isEmpty()) {
            lines.add("Expected in earnest: nothing is shut for longer than " + time(locks.longest()) + " ("
                    + String.join(
                            ", ",
                            locks.blocking().stream()
                                    .sorted(Comparator.comparing(RehearsedLocks.Blocking::time)
                                            .reversed())
                                    .limit(3)
                                    .map(b -> b.relation() + " " + time(b.time()))
                                    .toList())
                    + "), once the locks are had.");
        }
        locks.waits().stream().limit(MOST).forEach(lines::add);
    }

    private void load() {
        if (report.load().isEmpty()) {
            return;
        }
        RehearsedLoad load = report.load().get();
        lines.add("Load: " + Figures.counted(load.clients(), "client") + " ran the script "
                + Figures.counted(load.runs(), "time") + "; the longest statement took " + time(load.longest()) + " ("
                + time(load.longestBefore()) + " before): " + load.longestStatement());
        for (Map.Entry<String, Long> failure : load.failures().entrySet()) {
            lines.add("  failed " + Figures.counted(failure.getValue(), "time") + ": " + failure.getKey());
        }
    }

    private void routines() {
        RehearsedRoutines routines = report.routines();
        if (routines.checked() > 0) {
            lines.add("Routines checked before and after: " + Figures.count(routines.checked()) + "; "
                    + (routines.failing().isEmpty()
                            ? "none fails that did not before."
                            : Figures.count(routines.failing().size()) + " that did not fail before:"));
            routines.failing().stream()
                    .limit(MOST)
                    .forEach(failing -> lines.add("  " + failing.routine() + ": " + failing.error()));
        }
        list("Routines not checked, since their owners may not use what is in them", routines.unchecked());
    }

    private void conclusion() {
        list(
                "Hazards that schema.allowHazards has to accept in earnest",
                report.hazards().stream().map(hazard -> hazard.id().name()).toList());
        if (report.passed()) {
            lines.add("Nothing speaks against it.");
        } else {
            lines.add(Figures.counted(report.problems().size(), "thing") + " to be seen to first:");
            report.problems().forEach(problem -> lines.add("  - " + problem));
        }
    }

    private static String time(Duration time) {
        long milliseconds = time.toMillis();
        return milliseconds < 10_000
                ? milliseconds + " ms"
                : milliseconds / 1000 + "." + milliseconds % 1000 / 100 + " s";
    }
}
