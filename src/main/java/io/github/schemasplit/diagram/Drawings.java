package io.github.schemasplit.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was laid out already, by this thread or another, or by an earlier run, so that it is not laid out again: to lay out a hundred tables
 * takes longer than to write all else of a page.
 */
public final class Drawings {
    /** What texts begin with; to be raised with every change of how outlines are laid out, and of the library that does it. */
    private static final String HEAD = "drawings 1";

    /** So many that no page of today asked for are kept for another page, or for tomorrow. */
    private static final int KEPT = 500;

    private final Map<Outline, Drawing> drawn = new LinkedHashMap<>();
    private final Supplier<String> earlier;
    private @Nullable Map<Outline, Drawing> before;

    /** Nothing is laid out yet. */
    public Drawings() {
        this(() -> "");
    }

    /**
     * @param earlier the {@link #text} of an earlier run, which is asked for with the first drawing; where it is not what this version
     *     writes, nothing is laid out yet
     */
    public Drawings(Supplier<String> earlier) {
        this.earlier = earlier;
    }

    private Map<Outline, Drawing> before() {
        if (before == null) {
            before = read(earlier.get());
        }
        return before;
    }

    private static Map<Outline, Drawing> read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
            return Map.of();
        }
        Map<Outline, Drawing> all = new LinkedHashMap<>();
        try {
            for (String line : lines.subList(1, lines.size())) {
                DrawingLine.Read read = DrawingLine.read(line);
                all.put(read.outline(), read.drawing());
            }
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
        return all;
    }

    /** Whether no drawing was asked for. */
    public synchronized boolean isEmpty() {
        return drawn.isEmpty();
    }

    /** An outline's drawing; where another thread lays one out, that is waited for. */
    public synchronized Drawing of(Outline outline) {
        Drawing drawing = drawn.get(outline);
        if (drawing == null) {
            Drawing known = before().get(outline);
            drawing = known == null ? outline.drawing() : known;
            drawn.put(outline, drawing);
        }
        return drawing;
    }

    /** Them, for a later run; those that were asked for now come first, and the same ones are the same text. */
    public synchronized String text() {
        List<String> lines = new ArrayList<>();
        drawn.forEach((outline, drawing) -> lines.add(DrawingLine.write(outline, drawing)));
        lines.sort(null);
        int most = lines.size() + KEPT;
        for (Map.Entry<Outline, Drawing> entry : before().entrySet()) {
            if (lines.size() < most && !drawn.containsKey(entry.getKey())) {
                lines.add(DrawingLine.write(entry.getKey(), entry.getValue()));
            }
        }
        lines.add(0, HEAD);
        return String.join("\n", lines) + "\n";
    }
}
