package io.github.schemasplit.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * An outline and its drawing as one line of whole numbers: how many boxes and each one's size, how many lines and each one's ends and
 * size of label; then the drawing's size, its boxes' places and sizes, and of each line how many points, these, and its label's place.
 */
final class DrawingLine {
    private final String[] numbers;
    private int read;

    private DrawingLine(String text) {
        this.numbers = text.split(" ");
    }

    /** What was written by {@link #write}. */
    record Read(Outline outline, Drawing drawing) {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException where it is none
     */
    static Read read(String text) {
        DrawingLine line = new DrawingLine(text);
        Outline outline = line.outline();
        Drawing drawing = line.drawing(outline);
        if (line.read < line.numbers.length) {
            throw new IllegalArgumentException("more than a drawing: " + text);
        }
        return new Read(outline, drawing);
    }

    static String write(Outline outline, Drawing drawing) {
        StringBuilder to = new StringBuilder();
        add(to, outline.boxes().size());
        for (Outline.Box box : outline.boxes()) {
            add(to, box.width(), box.height());
        }
        add(to, outline.lines().size());
        for (Outline.Line line : outline.lines()) {
            add(to, line.from(), line.to(), line.labelWidth(), line.labelHeight());
        }
        add(to, drawing.width(), drawing.height());
        for (Drawing.Box box : drawing.boxes()) {
            add(to, box.place().x(), box.place().y(), box.width(), box.height());
        }
        for (Drawing.Line line : drawing.lines()) {
            add(to, line.points().size());
            for (Drawing.Point point : line.points()) {
                add(to, point.x(), point.y());
            }
            add(to, line.label().x(), line.label().y());
        }
        return to.toString();
    }

    private static void add(StringBuilder to, long... numbers) {
        for (long number : numbers) {
            to.append(to.isEmpty() ? "" : " ").append(number);
        }
    }

    private Outline outline() {
        List<Outline.Box> boxes = new ArrayList<>();
        for (long left = next(); left > 0; left--) {
            boxes.add(new Outline.Box(next(), next()));
        }
        List<Outline.Line> lines = new ArrayList<>();
        for (long left = next(); left > 0; left--) {
            lines.add(new Outline.Line((int) next(), (int) next(), next(), next()));
        }
        return new Outline(boxes, lines);
    }

    private Drawing drawing(Outline outline) {
        long width = next();
        long height = next();
        List<Drawing.Box> boxes = new ArrayList<>();
        for (int i = 0; i < outline.boxes().size(); i++) {
            boxes.add(new Drawing.Box(point(), next(), next()));
        }
        List<Drawing.Line> lines = new ArrayList<>();
        for (int i = 0; i < outline.lines().size(); i++) {
            List<Drawing.Point> points = new ArrayList<>();
            for (long left = next(); left > 0; left--) {
                points.add(point());
            }
            lines.add(new Drawing.Line(points, point()));
        }
        return new Drawing(width, height, boxes, lines);
    }

    private Drawing.Point point() {
        return new Drawing.Point(next(), next());
    }

    private long next() {
        if (read == numbers.length) {
            throw new IllegalArgumentException("less than a drawing");
        }
        return Long.parseLong(numbers[read++]);
    }
}
