package io.github.schemasplit.report;

import io.github.schemasplit.report.HtmlPage.Column;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What pages are made of: figures, links to sections, sections, and groups of rows that are opened and filtered. */
final class HtmlParts {
    /** So many rows of a group are shown at once; a longer one is opened by who reads it. */
    private static final int OPEN = 20;

    private final Html html;

    HtmlParts(Html html) {
        this.html = html;
    }

    /**
     * @param id the section's name in the page
     * @param title what stands above it
     * @param content writes it
     */
    record Section(String id, String title, Runnable content) {}

    /** The links to sections, {@code between}, and the sections. */
    void sections(List<Section> sections, Runnable between) {
        html.element(
                "nav",
                () -> html.element(
                        "ul",
                        () -> sections.forEach(s ->
                                html.element("li", () -> html.element("a", s.title(), "href", "#" + s.id())))),
                "aria-label",
                "Sections");
        between.run();
        sections.forEach(s -> html.element(
                "section",
                () -> {
                    html.element("h2", s.title(), "id", s.id());
                    s.content().run();
                },
                "aria-labelledby",
                s.id()));
    }

    /** Figures, which {@code each} writes. */
    void figures(Runnable each) {
        html.element("dl", each, "class", "figures");
    }

    /** One of the figures. */
    void figure(String what, String number) {
        html.element("div", () -> html.element("dt", what).element("dd", number));
    }

    /** A group with a table, which is open unless it is long. */
    void group(String title, List<Column> columns, int count, Runnable rows) {
        group(count <= OPEN, title, Figures.count(count), columns, rows);
    }

    /** For how long relations were shut, the longest first. */
    <T> void shut(List<T> all, Function<T, String> relation, Function<T, Duration> time) {
        group(
                "For how long relations were shut",
                List.of(Column.of("Relation"), Column.of("Shut for")),
                all.size(),
                () -> all.stream()
                        .sorted(Comparator.comparing(time).reversed())
                        .forEach(each -> row("shut", relation.apply(each), Figures.time(time.apply(each)))));
    }

    /** A group with a table, in which each row has to say by {@code data-part} what it is. */
    void group(boolean open, String title, String more, List<Column> columns, Runnable rows) {
        group(open, title, more, () -> {}, columns, rows);
    }

    /** The same with something before the table. */
    void group(boolean open, String title, String more, Runnable before, List<Column> columns, Runnable rows) {
        Runnable content = () -> {
            html.element("summary", () -> html.element("h3", title).text(" ").element("span", more, "class", "soft"));
            before.run();
            HtmlPage.table(html, title, columns, rows);
        };
        if (open) {
            html.element("details", content, "open", "open");
        } else {
            html.element("details", content);
        }
    }

    /** A row of texts, the first of which says what it is about. */
    void row(String part, String name, String... cells) {
        html.element("tr", () -> cells(name, cells), "data-part", part);
    }

    /** The same, to which links can lead. */
    void rowOf(String id, String part, String name, String... cells) {
        html.element("tr", () -> cells(name, cells), "id", id, "data-part", part);
    }

    private void cells(String name, String... cells) {
        HtmlPage.rowName(html, name);
        for (String cell : cells) {
            html.element("td", cell);
        }
    }
}
