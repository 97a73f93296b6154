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
    private final Refactoring refactoring;
    private final List<SourceReference> references;

    RefactorHtmlFiles(Html html, Refactoring refactoring) {
        this.html = html;
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
                label, name, references.stream().map(of).distinct().sorted());
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
        Runnable content = () -> {
            html.element("summary", () -> html.element("h3", file).text(" ").element("span", counts, "class", "soft"));
            HtmlPage.table(
                    html,
                    "References in " + file,
                    COLUMNS,
                    () -> inFile.forEach(r -> reference(r, excerpts.around(r))));
        };
        if (references.size() <= OPEN) {
            html.element("details", content, "open", "open");
        } else {
            html.element("details", content);
        }
    }

    private void reference(SourceReference reference, Optional<Excerpt> excerpt) {
        String action = action(reference);
        html.element(
                "tr",
                () -> {
                    html.element("th", reference.line() + ":" + reference.column(), "scope", "row");
                    html.element(
                            "td",
                            () -> html.element("code", reference.object())
                                    .text(" to ")
                                    .element("code", reference.target()));
                    html.element("td", kind(reference));
                    html.element("td", () -> html.element("span", action, "class", action));
                    html.element("td", () -> outcome(reference, excerpt));
                },
                "data-schema",
                reference.target(),
                "data-action",
                action,
                "data-kind",
                kind(reference));
    }

    private void outcome(SourceReference reference, Optional<Excerpt> excerpt) {
        boolean isSeen = excerpt.flatMap(Excerpt::after).isPresent();
        if (excerpt.isPresent() || reference.replacement().isPresent()) {
            html.element(
                    "div",
                    () -> {
                        excerpt.ifPresent(this::excerpt);
                        reference.replacement().filter(r -> !isSeen).ifPresent(r -> {
                            wording("written");
                            html.element("code", r);
                        });
                    },
                    "class",
                    "wording");
        }
        html.element("div", reference.reason());
        if (excerpt.isEmpty()) {
            html.element("div", "The line is not shown: it may hold a secret.", "class", "soft");
        }
    }

    private void excerpt(Excerpt excerpt) {
        wording(excerpt.after().isPresent() ? "before" : "there");
        html.element("code", () -> html.element(excerpt.after().isPresent() ? "del" : "span", excerpt.before()));
        excerpt.after().ifPresent(after -> {
            wording("after");
            html.element("code", () -> html.element("ins", after));
        });
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
