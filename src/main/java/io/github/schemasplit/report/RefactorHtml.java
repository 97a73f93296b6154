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
    private final HtmlParts parts;
    private final Refactoring refactoring;
    private final List<SourceReference> edits;
    private final List<SourceReference> toLookAt;
    private final List<SourceReference> leftAlone;

    private RefactorHtml(Html html, Refactoring refactoring) {
        this.html = html;
        this.parts = new HtmlParts(html);
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
        html.begin("nav", "aria-label", "Sections").begin("ul");
        parts.link("#objects", "By schema");
        parts.link("#reasons", "To look at, by reason");
        parts.link("#references", "References");
        parts.link("#left-alone", "Left alone");
        parts.link("#not-looked-at", "Not looked at");
        html.end().end();
        objects();
        reasons();
        references();
        notLookedAt();
    }

    private void introduction() {
        html.begin("p")
                .text("This is where the sources name what the mapping moves, at the place that it leaves. "
                        + "An edit is certain, and ");
        if (edits.isEmpty()) {
            html.text("there is none");
        } else {
            html.text("is in ").element("a", PATCH, "href", PATCH).text(", for ");
            html.element("code", "git apply");
        }
        html.text("; what else was found, a person has to look at.").end();
        if (!refactoring.folder().isEmpty()) {
            html.begin("p")
                    .text("Files are named from ")
                    .element("code", refactoring.folder())
                    .text(" in the repository.")
                    .end();
        }
    }

    private void figures() {
        long notLookedAt = 0;
        for (Refactoring.NotLookedAt each : refactoring.notLookedAt()) {
            notLookedAt += each.files();
        }
        parts.beginFigures();
        parts.figure("files looked at", refactoring.lookedAt());
        parts.figure("files with edits", refactoring.files().changed().size());
        parts.figure("edits", edits.size());
        parts.figure("to look at", toLookAt.size());
        parts.figure("left alone", leftAlone.size());
        parts.figure("files not looked at", notLookedAt);
        html.end();
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
        for (Map.Entry<String, Map<String, List<SourceReference>>> each : schemas.entrySet()) {
            HtmlPage.beginTable(
                    html,
                    "To " + each.getKey() + ": "
                            + Figures.counted(each.getValue().size(), "name"),
                    List.of(
                            Column.of("What is named"),
                            Column.ofNumbers("Files"),
                            Column.ofNumbers("Edits"),
                            Column.ofNumbers("To look at"),
                            Column.ofNumbers("Left alone")));
            each.getValue().forEach(this::object);
            HtmlPage.endTable(html);
        }
    }

    private void object(String object, List<SourceReference> references) {
        long alone = references.stream().filter(RefactorHtml::isLeftAlone).count();
        long certain = references.stream()
                .filter(r -> r.action() == SourceReference.Action.EDIT)
                .count();
        html.begin("tr");
        HtmlPage.rowName(html, object);
        HtmlPage.number(
                html, references.stream().map(SourceReference::file).distinct().count());
        HtmlPage.number(html, certain);
        HtmlPage.number(html, references.size() - certain - alone);
        HtmlPage.number(html, alone);
        html.end();
    }

    private void reasons() {
        html.element("h2", "To look at, by reason", "id", "reasons");
        if (toLookAt.isEmpty()) {
            html.element("p", "Nothing is left to a person.");
            return;
        }
        Map<String, Long> reasons = toLookAt.stream()
                .collect(Collectors.groupingBy(SourceReference::reason, TreeMap::new, Collectors.counting()));
        HtmlPage.beginTable(
                html, "What a person has to know", List.of(Column.of("Reason"), Column.ofNumbers("References")));
        for (Map.Entry<String, Long> reason : reasons.entrySet()) {
            html.begin("tr").element("th", reason.getKey(), "scope", "row");
            HtmlPage.number(html, reason.getValue());
            html.end();
        }
        HtmlPage.endTable(html);
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
        HtmlPage.beginTable(
                html,
                "Files that were not read, by why",
                List.of(
                        Column.of("Why"),
                        Column.ofNumbers("Files"),
                        Column.ofNumbers("With a name that moves"),
                        Column.of("Such as")));
        for (Refactoring.NotLookedAt each : refactoring.notLookedAt()) {
            html.begin("tr").element("th", each.why(), "scope", "row");
            HtmlPage.number(html, each.files());
            HtmlPage.number(html, each.naming());
            html.begin("td").element("code", each.example()).end();
            html.end();
        }
        HtmlPage.endTable(html);
    }
}
