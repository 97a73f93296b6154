package io.github.schemasplit.report;

import io.github.schemasplit.diagram.Drawings;
import io.github.schemasplit.hazard.Hazard;
import io.github.schemasplit.report.HtmlFilter.Option;
import io.github.schemasplit.report.HtmlPage.Column;
import io.github.schemasplit.report.HtmlParts.Section;
import io.github.schemasplit.report.HtmlParts.Shut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code rehearsal.html}: what was done on a copy, how long it took, what was shut, and what speaks against it, for people. */
public final class RehearsalHtml {
    private static final int FEW = 10;

    private final Html html;
    private final HtmlParts parts;
    private final RehearsalReport report;
    private final Optional<HtmlMoves> moves;

    private RehearsalHtml(Html html, RehearsalReport report, Optional<Moves> moves, Drawings drawings) {
        this.html = html;
        this.parts = new HtmlParts(html);
        this.report = report;
        this.moves = moves.map(moved -> new HtmlMoves(html, parts, moved, drawings));
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
        figures();
        List<Section> sections = new ArrayList<>(
                List.of(new Section("problems", "What speaks against it"), new Section("steps", "Steps")));
        if (moves.isPresent()) {
            sections.addAll(moves.get().sections("What moved on the copy"));
        }
        sections.addAll(List.of(
                new Section("shut", "What was shut"),
                new Section("clients", "Clients and routines"),
                new Section("copy", "The copy")));
        parts.links(sections);
        filter().write(html);
        for (Section section : sections) {
            parts.begin(section);
            switch (section.id()) {
                case "problems" -> problems();
                case "steps" -> steps();
                case "shut" -> locks();
                case "clients" -> clients();
                case "copy" -> copy();
                default -> moves.orElseThrow().write(section);
            }
            html.end();
        }
    }

    private void figures() {
        parts.beginFigures();
        parts.figure("steps", report.steps().size());
        parts.figure("together", Figures.time(total()));
        parts.figure("longest shut", Figures.time(report.locks().longest()));
        parts.figure("locks", report.locks().taken().size());
        parts.figure("routines checked", report.routines().checked());
        parts.figure("problems", report.problems().size());
        parts.figure("severe hazards", report.hazards().size());
        html.end();
    }

    private Duration total() {
        Duration total = Duration.ZERO;
        for (RehearsalStep step : report.steps()) {
            total = total.plus(step.took());
        }
        return total;
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
            parts.beginGroup(
                    true,
                    "Hazards that schema.allowHazards has to accept in earnest",
                    Figures.count(report.hazards().size()),
                    List.of(Column.of("Hazard"), Column.of("What it is, and what it is about")));
            for (Hazard hazard : report.hazards()) {
                hazard(hazard);
            }
            parts.endGroup();
        }
        if (report.problems().isEmpty() && report.hazards().isEmpty()) {
            html.element("p", "Nothing.");
        }
    }

    private void hazard(Hazard hazard) {
        html.begin("tr", "data-part", "hazard");
        HtmlPage.rowName(html, hazard.id().name());
        html.begin("td").element("div", hazard.explanation());
        subjects(hazard.subjects());
        html.end().end();
    }

    /** Many would leave no room for anything else: they are shown to who wants to see them. */
    private void subjects(List<String> subjects) {
        String all = String.join(", ", subjects);
        if (subjects.size() <= FEW) {
            html.element("div", all, "class", "soft");
        } else {
            html.begin("details")
                    .element("summary", subjects.get(0) + " and " + Figures.count(subjects.size() - 1) + " more");
            html.begin("div", "class", "inside")
                    .element("div", all, "class", "soft")
                    .end();
            html.end();
        }
    }

    private void steps() {
        parts.beginGroup(
                true,
                "What was done, in order",
                Figures.time(total()),
                List.of(Column.of("Step"), Column.of("Outcome"), Column.of("Took"), Column.of("What came of it")));
        for (RehearsalStep step : report.steps()) {
            parts.row(
                    "step",
                    step.name(),
                    step.outcome().name().toLowerCase(Locale.ROOT),
                    Figures.time(step.took()),
                    step.detail());
        }
        parts.endGroup();
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
        List<Shut> shut = new ArrayList<>();
        for (RehearsedLocks.Blocking blocking : locks.blocking()) {
            shut.add(new Shut(blocking.relation(), blocking.time()));
        }
        parts.shut(shut);
        group("shut", "What had to be waited for", "Wait", locks.waits());
        parts.beginGroup(
                false,
                "Locks that each statement took and none before it",
                Figures.count(locks.taken().size()),
                List.of(Column.of("Relation"), Column.of("Lock mode"), Column.of("Statement")));
        for (RehearsedLocks.Taken taken : locks.taken()) {
            parts.row("lock", taken.relation(), taken.mode(), taken.statement());
        }
        parts.endGroup();
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
            parts.beginGroup(
                    true,
                    "Routines that fail and did not before",
                    Figures.count(routines.failing().size()),
                    List.of(Column.of("Routine"), Column.of("Why")));
            for (RehearsedRoutines.Failing failing : routines.failing()) {
                parts.row("client", failing.routine(), failing.error());
            }
            parts.endGroup();
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
            parts.beginGroup(
                    true,
                    "What failed for clients",
                    Figures.count(load.failures().size()),
                    List.of(Column.of("Failure"), Column.of("Times")));
            for (Map.Entry<String, Long> failure : load.failures().entrySet()) {
                parts.row("client", failure.getKey(), Figures.count(failure.getValue()));
            }
            parts.endGroup();
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
            parts.beginGroup(title, List.of(Column.of(column)), items.size());
            for (String item : items) {
                parts.row(part, item);
            }
            parts.endGroup();
        }
    }
}
