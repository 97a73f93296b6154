package io.github.schemasplit.report;

import io.github.schemasplit.diagram.Drawings;
import io.github.schemasplit.hazard.Hazard;
import io.github.schemasplit.report.HtmlFilter.Option;
import io.github.schemasplit.report.HtmlPage.Column;
import io.github.schemasplit.report.HtmlParts.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code rehearsal.html}: what was done on a copy, how long it took, what was shut, and what speaks against it, for people. */
public final class RehearsalHtml {
    private static final int FEW = 10;

    private final Html html;
    private final HtmlParts parts;
    private final RehearsalReport report;
    private final Optional<Moves> moves;
    private final Drawings drawings;

    private RehearsalHtml(Html html, RehearsalReport report, Optional<Moves> moves, Drawings drawings) {
        this.html = html;
        this.parts = new HtmlParts(html);
        this.report = report;
        this.moves = moves;
        this.drawings = drawings;
    }

    /**
     * The report as a page in UTF-8, the same for the same report.
     *
     * @param moves what was moved on the copy; empty where the migration failed
     * @param drawings what was laid out before, and gets what is laid out now
     */
    public static byte[] write(RehearsalReport report, Optional<Moves> moves, Drawings drawings) {
        return HtmlPage.of(
                "Rehearsal for database " + report.database().name(),
                html -> new RehearsalHtml(html, report, moves, drawings).content());
    }

    private void content() {
        RehearsedCopy copy = report.copy();
        html.element(
                "p",
                "Rehearsed: " + report.summary() + ", on " + copy.staging()
                        + (copy.server().isEmpty() ? "" : " (PostgreSQL " + copy.server() + ")") + ", filled by "
                        + copy.content() + ".");
        html.element(
                "p",
                report.passed()
                        ? "It passed: nothing speaks against the migration."
                        : "It did not pass: "
                                + Figures.counted(report.problems().size(), "thing") + " to be seen to first.");
        parts.figures(() -> {
            parts.figure("steps", Figures.count(report.steps().size()));
            parts.figure("together", Figures.time(total()));
            parts.figure("longest shut", Figures.time(report.locks().longest()));
            parts.figure("locks", Figures.count(report.locks().taken().size()));
            parts.figure("routines checked", Figures.count(report.routines().checked()));
            parts.figure("problems", Figures.count(report.problems().size()));
            parts.figure("severe hazards", Figures.count(report.hazards().size()));
        });
        List<Section> sections = new ArrayList<>(List.of(
                new Section("problems", "What speaks against it", this::problems),
                new Section("steps", "Steps", this::steps)));
        moves.ifPresent(moved ->
                sections.addAll(new HtmlMoves(html, parts, moved, drawings).sections("What moved on the copy")));
        sections.addAll(List.of(
                new Section("shut", "What was shut", this::locks),
                new Section("clients", "Clients and routines", this::clients),
                new Section("copy", "The copy", this::copy)));
        parts.sections(sections, () -> filter().write(html));
    }

    private Duration total() {
        return report.steps().stream().map(RehearsalStep::took).reduce(Duration.ZERO, Duration::plus);
    }

    private static HtmlFilter filter() {
        return HtmlFilter.ofParts(
                new Option("problem", "problems"),
                new Option("hazard", "hazards"),
                new Option("step", "steps"),
                new Option("move", "what moved"),
                new Option("key", "foreign keys"),
                new Option("shut", "what was shut"),
                new Option("lock", "locks"),
                new Option("client", "clients and routines"),
                new Option("copy", "the copy"));
    }

    private void problems() {
        group("problem", "To be seen to first", "Problem", report.problems());
        if (!report.hazards().isEmpty()) {
            parts.group(
                    true,
                    "Hazards that schema.allowHazards has to accept in earnest",
                    Figures.count(report.hazards().size()),
                    List.of(Column.of("Hazard"), Column.of("What it is, and what it is about")),
                    () -> report.hazards().forEach(this::hazard));
        }
        if (report.problems().isEmpty() && report.hazards().isEmpty()) {
            html.element("p", "Nothing.");
        }
    }

    private void hazard(Hazard hazard) {
        html.element(
                "tr",
                () -> {
                    HtmlPage.rowName(html, hazard.id().name());
                    html.element("td", () -> {
                        html.element("div", hazard.explanation());
                        subjects(hazard.subjects());
                    });
                },
                "data-part",
                "hazard");
    }

    /** Many would leave no room for anything else: they are shown to who wants to see them. */
    private void subjects(List<String> subjects) {
        Runnable all = () -> html.element("div", String.join(", ", subjects), "class", "soft");
        if (subjects.size() <= FEW) {
            all.run();
        } else {
            html.element("details", () -> {
                html.element("summary", subjects.get(0) + " and " + Figures.count(subjects.size() - 1) + " more");
                html.element("div", all, "class", "inside");
            });
        }
    }

    private void steps() {
        parts.group(
                true,
                "What was done, in order",
                Figures.time(total()),
                List.of(Column.of("Step"), Column.of("Outcome"), Column.of("Took"), Column.of("What came of it")),
                () -> report.steps()
                        .forEach(step -> parts.row(
                                "step",
                                step.name(),
                                step.outcome().name().toLowerCase(Locale.ROOT),
                                Figures.time(step.took()),
                                step.detail())));
    }

    private void locks() {
        RehearsedLocks locks = report.locks();
        if (locks.taken().isEmpty()
                && locks.blocking().isEmpty()
                && locks.waits().isEmpty()) {
            html.element("p", "Nothing is known to have been shut.");
            return;
        }
        html.element("p", "In earnest, nothing is shut for longer than this once the locks are had.");
        parts.shut(locks.blocking(), RehearsedLocks.Blocking::relation, RehearsedLocks.Blocking::time);
        group("shut", "What had to be waited for", "Wait", locks.waits());
        parts.group(
                false,
                "Locks that each statement took and none before it",
                Figures.count(locks.taken().size()),
                List.of(Column.of("Relation"), Column.of("Lock mode"), Column.of("Statement")),
                () -> locks.taken().forEach(t -> parts.row("lock", t.relation(), t.mode(), t.statement())));
    }

    private void clients() {
        RehearsedRoutines routines = report.routines();
        html.element(
                "p",
                "Routines checked before and after: " + Figures.count(routines.checked()) + ". "
                        + (routines.failing().isEmpty()
                                ? "None fails that did not before."
                                : Figures.count(routines.failing().size()) + " fail that did not before."));
        if (!routines.failing().isEmpty()) {
            parts.group(
                    true,
                    "Routines that fail and did not before",
                    Figures.count(routines.failing().size()),
                    List.of(Column.of("Routine"), Column.of("Why")),
                    () -> routines.failing().forEach(f -> parts.row("client", f.routine(), f.error())));
        }
        group(
                "client",
                "Routines not checked, since their owners may not use what is in them",
                "Routine",
                routines.unchecked());
        if (report.load().isEmpty()) {
            html.element("p", "No clients worked meanwhile.");
            return;
        }
        RehearsedLoad load = report.load().get();
        html.element(
                "p",
                Figures.counted(load.clients(), "client") + " ran the script " + Figures.counted(load.runs(), "time")
                        + "; the longest statement took " + Figures.time(load.longest()) + ", and "
                        + Figures.time(load.longestBefore())
                        + " before: " + load.longestStatement());
        if (!load.failures().isEmpty()) {
            parts.group(
                    true,
                    "What failed for clients",
                    Figures.count(load.failures().size()),
                    List.of(Column.of("Failure"), Column.of("Times")),
                    () -> load.failures().forEach((what, times) -> parts.row("client", what, Figures.count(times))));
        }
    }

    private void copy() {
        RehearsedCopy copy = report.copy();
        List<String> all = new ArrayList<>();
        all.addAll(copy.madeRoles());
        all.addAll(copy.missingExtensions());
        all.addAll(copy.missing());
        all.addAll(copy.added());
        all.addAll(copy.complaints());
        if (all.isEmpty()) {
            html.element("p", "It was like the database.");
        }
        group("copy", "Roles that it lacked, made without login", "Role", copy.madeRoles());
        group("copy", "Extensions that its server has not", "Extension", copy.missingExtensions());
        group("copy", "In the database and not in it", "Object", copy.missing());
        group("copy", "In it and not in the database", "Object", copy.added());
        group("copy", "Refused while it was filled", "What", copy.complaints());
    }

    private void group(String part, String title, String column, List<String> items) {
        if (!items.isEmpty()) {
            parts.group(
                    title,
                    List.of(Column.of(column)),
                    items.size(),
                    () -> items.forEach(item -> parts.row(part, item)));
        }
    }
}
