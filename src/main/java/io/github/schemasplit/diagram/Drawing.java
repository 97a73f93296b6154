package io.github.schemasplit.diagram;

import java.util.List;

/**
 * A picture of boxes and lines, laid out, in units of its own; nothing is left of 0 or above it.
 *
 * @param width how wide it is
 * @param height how high it is
 * @param boxes where the boxes are, in the order in which they were given
 * @param lines where the lines are, in the order in which they were given
 */
public record Drawing(long width, long height, List<Box> boxes, List<Line> lines) {
    public Drawing {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /** A place. */
    public record Point(long x, long y) {}

    /**
     * A box.
     *
     * @param place its upper left corner
     */
    public record Box(Point place, long width, long height) {}

    /**
     * A line.
     *
     * @param points its ends, and where it bends between them; the last is at the box that it leads to
     * @param label the upper left corner of its label
     */
    public record Line(List<Point> points, Point label) {
        public Line {
            points = List.copyOf(points);
            if (points.size() < 2) {
                throw new IllegalArgumentException("a line has two ends: " + points);
            }
        }
    }
}
