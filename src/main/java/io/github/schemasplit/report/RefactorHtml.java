package io.github.schemasplit.report;

import io.github.schemasplit.report.HtmlPage.Column;
import io.github.schemasplit.sourcecode.Refactoring;
import io.github.schemasplit.sourcecode.SourceChangedException;
import io.github.schemasplit.sourcecode.SourceReference;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code refactor.html}: what was found in the sources, for people. */
public final class RefactorHtml {
    private static final String PATCH = "refactor.patch";

    private final Html html;
    private final Refactoring refactoring;
    private final List<SourceReference> edits;
    private final List<SourceReference> toLookAt;
    private final List<SourceReference> leftAlone;

    private RefactorHtml(Html html, Refactoring refactoring) {
        this.html = html;
        this.refactoring = refactoring;
        this.edits = refactoring.edits();
        Map<Boolean, List<SourceReference>> reports =
                refactoring.reports().stream().collect(Collectors.partitioningBy(RefactorHtml::isLeftAlone));
        this.toLookAt = reports.getOrDefault(false, List.of());
        this.leftAlone = reports.getOrDefault(true, List.of());
    }

    /**
     * Writes what was found in the sources as a page in UTF-8, the same for the same sources.
     *
     * @throws SourceChangedException when one of them is not as it was, or cannot be read any more
     * @throws IOException when {@code out} takes no more
     */
    public static void write(Refactoring refactoring, OutputStream out) throws IOException {
        HtmlPage.write(out, "What the sources name", html -> new RefactorHtml(html, refactoring).content());
    }

    /** Whether it is in a file that is not edited. */
    private static boolean isLeftAlone(SourceReference reference) {
        return reference.kind() == SourceReference.Kind.UNTOUCHED;
    }

    private void content() {
        introduction();
        figures();
        html.element(
                "nav",
                () -> html.element("ul", () -> {
                    link("#objects", "By schema");
                    link("#reasons", "To look at, by reason");
                    link("#references", "References");
                    link("#left-alone", "Left alone");
                    link("#not-looked-at", "Not looked at");
                }),
                "aria-label",
                "Sections");
        objects();
        reasons();
        references();
        notLookedAt();
    }

    private void introduction() {
        html.element("p", () -> {
            html.text("This is where the sources name what the mapping moves, at the place that it leaves. "
                    + "An edit is certain, and ");
            if (edits.isEmpty()) {
                html.text("there is none");
            } else {
                html.text("is in ").element("a", PATCH, "href", PATCH).text(", for ");
                html.element("code", "git apply");
            }
            html.text("; what else was found, a person has to look at.");
        });
        if (!refactoring.folder().isEmpty()) {
            html.element(
                    "p",
                    () -> html.text("Files are named from ")
                            .element("code", refactoring.folder())
                            .text(" in the repository."));
        }
    }

    private void figures() {
        html.element(
                "dl",
                () -> {
                    figure("files looked at", refactoring.lookedAt());
                    figure("files with edits", refactoring.files().changed().size());
                    figure("edits", edits.size());
                    figure("to look at", toLookAt.size());
                    figure("left alone", leftAlone.size());
                    figure(
                            "files not looked at",
                            refactoring.notLookedAt().stream()
                                    .mapToLong(Refactoring.NotLookedAt::files)
                                    .sum());
                },
                "class",
                "figures");
    }

    private void figure(String what, long count) {
        html.element("div", () -> html.element("dt", what).element("dd", Figures.count(count)));
    }

    private void link(String target, String text) {
        html.element("li", () -> html.element("a", text, "href", target));
    }

    private void objects() {
        html.element("h2", "By schema", "id", "objects");
        Map<String, Map<String, List<SourceReference>>> schemas = refactoring.references().stream()
                .collect(Collectors.groupingBy(
                        SourceReference::target,
                        TreeMap::new,
                        Collectors.groupingBy(SourceReference::object, TreeMap::new, Collectors.toList())));
        if (schemas.isEmpty()) {
            html.element("p", "The files that were looked at name nothing that moves.");
        }
        schemas.forEach((schema, objects) -> HtmlPage.table(
                html,
                "To " + schema + ": " + Figures.counted(objects.size(), "name"),
                List.of(
                        Column.of("What is named"),
                        Column.ofNumbers("Files"),
                        Column.ofNumbers("Edits"),
                        Column.ofNumbers("To look at"),
                        Column.ofNumbers("Left alone")),
                () -> objects.forEach(this::object)));
    }

    private void object(String object, List<SourceReference> references) {
        long alone = references.stream().filter(RefactorHtml::isLeftAlone).count();
        long certain = references.stream()
                .filter(r -> r.action() == SourceReference.Action.EDIT)
                .count();
        html.element("tr", () -> {
            HtmlPage.rowName(html, object);
            HtmlPage.number(
                    html,
                    references.stream().map(SourceReference::file).distinct().count());
            HtmlPage.number(html, certain);
            HtmlPage.number(html, references.size() - certain - alone);
            HtmlPage.number(html, alone);
        });
    }

    private void reasons() {
        html.element("h2", "To look at, by reason", "id", "reasons");
        if (toLookAt.isEmpty()) {
            html.element("p", "Nothing is left to a person.");
            return;
        }
        Map<String, Long> reasons = toLookAt.stream()
                .collect(Collectors.groupingBy(SourceReference::reason, TreeMap::new, Collectors.counting()));
        HtmlPage.table(
                html,
                "What a person has to know",
                List.of(Column.of("Reason"), Column.ofNumbers("References")),
                () -> reasons.forEach((reason, count) -> html.element("tr", () -> {
                    html.element("th", reason, "scope", "row");
                    HtmlPage.number(html, count);
                })));
    }

    private void references() {
        RefactorHtmlFiles files = new RefactorHtmlFiles(html, refactoring);
        html.element("h2", "References", "id", "references");
        files.filter();
        if (edits.isEmpty() && toLookAt.isEmpty()) {
            html.element("p", "There is none in files that may be edited.");
        }
        files.files(r -> !isLeftAlone(r));
        html.element("h2", "Left alone", "id", "left-alone");
        html.element(
                "p",
                leftAlone.isEmpty()
                        ? "No applied migration and no generated file names what moves."
                        : "These files name what moves, and are not edited: migrations that may have run, which are history, and"
                                + " files that are generated.");
        files.files(RefactorHtml::isLeftAlone);
    }

    private void notLookedAt() {
        html.element("h2", "Not looked at", "id", "not-looked-at");
        if (refactoring.notLookedAt().isEmpty()) {
            html.element("p", "All files were looked at.");
            return;
        }
        HtmlPage.table(
                html,
                "Files that were not read, by why",
                List.of(
                        Column.of("Why"),
                        Column.ofNumbers("Files"),
                        Column.ofNumbers("With a name that moves"),
                        Column.of("Such as")),
                () -> refactoring
                        .notLookedAt()
                        .forEach(each -> html.element("tr", () -> {
                            html.element("th", each.why(), "scope", "row");
                            HtmlPage.number(html, each.files());
                            HtmlPage.number(html, each.naming());
                            html.element("td", () -> html.element("code", each.example()));
                        })));
    }
}
