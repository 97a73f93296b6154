package io.github.schemasplit.report;

import io.github.schemasplit.report.HtmlFilter.Choice;
import io.github.schemasplit.report.HtmlPage.Column;
import io.github.schemasplit.sourcecode.Excerpt;
import io.github.schemasplit.sourcecode.Excerpts;
import io.github.schemasplit.sourcecode.Refactoring;
import io.github.schemasplit.sourcecode.SourceReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The references in {@code refactor.html}, file by file, and what they are filtered by where scripts run. */
final class RefactorHtmlFiles {
    /** So many references are shown at once; of more, each file is opened by who reads it. */
    private static final int OPEN = 200;

    private static final List<Column> COLUMNS = List.of(
            Column.of("Place"),
            Column.of("What is named"),
            Column.of("Kind"),
            Column.of("Action"),
            Column.of("What it becomes, and why"));

    private final Html html;
    private final HtmlParts parts;
    private final Refactoring refactoring;
    private final List<SourceReference> references;

    RefactorHtmlFiles(Html html, Refactoring refactoring) {
        this.html = html;
        this.parts = new HtmlParts(html);
        this.refactoring = refactoring;
        this.references = refactoring.references();
    }

    /** The search and the filters, which are hidden until a script shows them. */
    void filter() {
        if (references.isEmpty()) {
            return;
        }
        new HtmlFilter(
                        "file",
                        List.of(
                                choice("Schema", "schema", SourceReference::target),
                                choice("Action", "action", RefactorHtmlFiles::action),
                                choice("Kind", "kind", RefactorHtmlFiles::kind)))
                .write(html);
    }

    private Choice choice(String label, String name, Function<SourceReference, String> of) {
        return Choice.ofValues(
                label, name, references.stream().map(of).distinct().sorted().toList());
    }

    /** The files with those of the references that are asked for. */
    void files(Predicate<SourceReference> asked) {
        Map<String, List<SourceReference>> files = references.stream()
                .filter(asked)
                .collect(Collectors.groupingBy(SourceReference::file, LinkedHashMap::new, Collectors.toList()));
        files.forEach(this::file);
    }

    private void file(String file, List<SourceReference> inFile) {
        long edits = inFile.stream()
                .filter(r -> r.action() == SourceReference.Action.EDIT)
                .count();
        boolean alone = inFile.get(0).kind() == SourceReference.Kind.UNTOUCHED;
        long others = inFile.size() - edits;
        String rest = Figures.count(others) + (alone ? " left alone" : " to look at");
        String counts = edits == 0 ? rest : Figures.counted(edits, "edit") + (others == 0 ? "" : ", " + rest);
        Excerpts excerpts = refactoring.files().excerpts(file);
        parts.beginDetails(references.size() <= OPEN, file, counts);
        HtmlPage.beginTable(html, "References in " + file, COLUMNS);
        for (SourceReference reference : inFile) {
            reference(reference, excerpts.around(reference));
        }
        parts.endGroup();
    }

    private void reference(SourceReference reference, Optional<Excerpt> excerpt) {
        String action = action(reference);
        html.begin("tr", "data-schema", reference.target(), "data-action", action, "data-kind", kind(reference));
        html.element("th", reference.line() + ":" + reference.column(), "scope", "row");
        html.begin("td")
                .element("code", reference.object())
                .text(" to ")
                .element("code", reference.target())
                .end();
        html.element("td", kind(reference));
        html.begin("td").element("span", action, "class", action).end();
        html.begin("td");
        outcome(reference, excerpt);
        html.end().end();
    }

    private void outcome(SourceReference reference, Optional<Excerpt> excerpt) {
        boolean isSeen = excerpt.isPresent() && excerpt.get().after().isPresent();
        if (excerpt.isPresent() || reference.replacement().isPresent()) {
            html.begin("div", "class", "wording");
            if (excerpt.isPresent()) {
                excerpt(excerpt.get());
            }
            if (reference.replacement().isPresent() && !isSeen) {
                wording("written");
                html.element("code", reference.replacement().get());
            }
            html.end();
        }
        html.element("div", reference.reason());
        if (excerpt.isEmpty()) {
            html.element("div", "The line is not shown: it may hold a secret.", "class", "soft");
        }
    }

    private void excerpt(Excerpt excerpt) {
        if (excerpt.after().isPresent()) {
            wording("before");
            code("del", excerpt.before());
            wording("after");
            code("ins", excerpt.after().get());
        } else {
            wording("there");
            code("span", excerpt.before());
        }
    }

    private void code(String element, String text) {
        html.begin("code").element(element, text).end();
    }

    private void wording(String label) {
        html.element("span", label, "class", "soft");
    }

    private static String kind(SourceReference reference) {
        return reference.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String action(SourceReference reference) {
        return reference.action().name().toLowerCase(Locale.ROOT);
    }
}
