package io.github.schemasplit.report;

import io.github.schemasplit.report.HtmlPage.Column;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
     */
    record Section(String id, String title) {}

    /**
     * @param relation which relation
     * @param time for how long it was shut
     */
    record Shut(String relation, Duration time) {}

    /** The links to sections. */
    void links(List<Section> sections) {
        html.begin("nav", "aria-label", "Sections").begin("ul");
        for (Section section : sections) {
            link("#" + section.id(), section.title());
        }
        html.end().end();
    }

    /** One of the links. */
    void link(String target, String text) {
        html.begin("li").element("a", text, "href", target).end();
    }

    /** Begins a section, which ends with its element. */
    void begin(Section section) {
        html.begin("section", "aria-labelledby", section.id()).element("h2", section.title(), "id", section.id());
    }

    /** Begins figures, which end with their element. */
    void beginFigures() {
        html.begin("dl", "class", "figures");
    }

    /** One of the figures. */
    void figure(String what, String number) {
        html.begin("div").element("dt", what).element("dd", number).end();
    }

    /** One of the figures, which is a count. */
    void figure(String what, long count) {
        figure(what, Figures.count(count));
    }

    /** For how long relations were shut, the longest first. */
    void shut(List<Shut> all) {
        List<Shut> ordered = new ArrayList<>(all);
        ordered.sort((one, other) -> other.time().compareTo(one.time()));
        beginGroup(
                "For how long relations were shut",
                List.of(Column.of("Relation"), Column.of("Shut for")),
                ordered.size());
        for (Shut shut : ordered) {
            row("shut", shut.relation(), Figures.time(shut.time()));
        }
        endGroup();
    }

    /** Begins a group with a table, which is open unless it is long. */
    void beginGroup(String title, List<Column> columns, int count) {
        beginGroup(count <= OPEN, title, Figures.count(count), columns);
    }

    /** Begins a group with a table, in which each row has to say by {@code data-part} what it is. */
    void beginGroup(boolean open, String title, String more, List<Column> columns) {
        beginDetails(open, title, more);
        HtmlPage.beginTable(html, title, columns);
    }

    /** Ends a group after the rows of its table. */
    void endGroup() {
        HtmlPage.endTable(html);
        html.end();
    }

    /** Begins a group, which ends with its element, or with {@link #endGroup} where a table was begun in it. */
    void beginDetails(boolean open, String title, String more) {
        beginDetails(open);
        html.begin("summary")
                .element("h3", title)
                .text(" ")
                .element("span", more, "class", "soft")
                .end();
    }

    /** Begins a group that has no title yet. */
    void beginDetails(boolean open) {
        if (open) {
            html.begin("details", "open", "open");
        } else {
            html.begin("details");
        }
    }

    /** A row of texts, the first of which says what it is about. */
    void row(String part, String name, String... cells) {
        html.begin("tr", "data-part", part);
        cells(name, cells);
    }

    /** The same, to which links can lead. */
    void rowOf(String id, String part, String name, String... cells) {
        html.begin("tr", "id", id, "data-part", part);
        cells(name, cells);
    }

    private void cells(String name, String... cells) {
        HtmlPage.rowName(html, name);
        for (String cell : cells) {
            html.element("td", cell);
        }
        html.end();
    }
}
