package io.github.schemasplit.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands in a heading, a paragraph or a cell.
 *
 * @param spans its parts
 */
public record Line(List<Span> spans) {
    static final Line EMPTY = new Line(List.of());

    public Line {
        spans = List.copyOf(spans);
    }

    static Line text(String text) {
        return text.isEmpty() ? EMPTY : new Line(List.of(new Span.Text(text)));
    }

    static Line text(Optional<String> text) {
        return text(text.orElse(""));
    }

    static Line code(String text) {
        return text.isEmpty() ? EMPTY : new Line(List.of(new Span.Code(text)));
    }

    static Line code(Optional<String> text) {
        return code(text.orElse(""));
    }

    /** A name that leads somewhere. */
    static Line link(String file, String anchor, String name) {
        return new Line(List.of(new Span.Link(file, anchor, new Span.Code(name))));
    }

    /** Lines with commas between. */
    static Line list(List<Line> lines) {
        Line all = EMPTY;
        for (Line line : lines) {
            all = all.spans.isEmpty() ? line : all.and(", ").and(line);
        }
        return all;
    }

    Line and(Line more) {
        List<Span> all = new ArrayList<>(spans);
        all.addAll(more.spans);
        return new Line(all);
    }

    Line and(String text) {
        return and(text(text));
    }
}
