package io.github.schemasplit.dictionary;

import java.util.List;

/** A part of a page. */
public sealed interface Block {
    /**
     * A heading.
     *
     * @param level 2 for the parts of a page, 3 for theirs
     * @param anchor what links name; letters, digits and hyphens
     * @param line what it says
     */
    record Heading(int level, String anchor, Line line) implements Block {}

    /** A paragraph. */
    record Paragraph(Line line) implements Block {}

    /**
     * A table.
     *
     * @param caption what it is about
     * @param columns the heads of its columns
     * @param rows its rows, with a cell for each column
     */
    record Table(Line caption, List<String> columns, List<List<Line>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A diagram of what stands in tables, too.
     *
     * @param lines its text in Mermaid, in which names are safe
     * @see <a href="https://mermaid.js.org/intro/syntax-reference.html">Mermaid</a>
     */
    record Diagram(List<String> lines) implements Block {
        public Diagram {
            lines = List.copyOf(lines);
        }
    }
}
