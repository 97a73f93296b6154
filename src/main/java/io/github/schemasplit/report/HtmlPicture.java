package io.github.schemasplit.report;

import io.github.schemasplit.diagram.Drawing;
import io.github.schemasplit.diagram.Drawing.Point;
import io.github.schemasplit.diagram.Drawings;
import io.github.schemasplit.diagram.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A picture of boxes and the lines between them, as SVG. For who does not see it, it has a title and a description; what it shows has to be
 * in the page otherwise, too.
 *
 * @param id the picture's name in the page
 * @param title what it shows
 * @param description what is to be seen, and where the page says the same
 * @param boxes the boxes
 * @param lines the lines between them
 * @see <a href="https://www.w3.org/TR/SVG2/">Scalable Vector Graphics</a>
 */
record HtmlPicture(String id, String title, String description, List<Box> boxes, List<Line> lines) {
    /** How pages with pictures are made, to be raised with every change of that, so that those that are there are made anew. */
    static final int DRAWN_AS = 1;

    /** Names are cut at so many columns; the whole is told where the mouse rests. */
    private static final int COLUMNS = 32;

    /** In pixels, as the style has the text. */
    private static final int COLUMN = 8;

    private static final int ROW = 18;
    private static final int PADDING = 8;
    private static final int ARROW = 7;

    HtmlPicture {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /**
     * @param name what it stands for
     * @param more a second line; may be empty
     * @param kind how it looks, a class of the style
     * @param target the id of what is shown of it in the page; empty for none
     */
    record Box(String name, String more, String kind, String target) {
        private long width() {
            return (long) Math.max(columns(cut(name)), columns(more)) * COLUMN + 2 * PADDING;
        }

        private long height() {
            return (more.isEmpty() ? 1 : 2) * ROW + PADDING;
        }
    }

    /**
     * @param from the number of the box that it begins at
     * @param to the number of the box that it leads to
     * @param label what stands beside it; may be empty
     * @param title what it stands for
     */
    record Line(int from, int to, String label, String title) {}

    void write(Html html, Drawings drawings) {
        Drawing drawing = drawings.of(outline());
        html.begin("div", "class", "wide drawn", "tabindex", "0", "role", "region", "aria-label", title);
        html.begin(
                "svg",
                "class",
                "picture",
                "role",
                "img",
                "aria-labelledby",
                id + "-title",
                "aria-describedby",
                id + "-desc",
                // A browser reads this as viewBox, whatever its case.
                "viewbox",
                "0 0 " + drawing.width() + " " + drawing.height(),
                "width",
                String.valueOf(drawing.width()),
                "height",
                String.valueOf(drawing.height()));
        html.element("title", title, "id", id + "-title");
        html.element("desc", description, "id", id + "-desc");
        for (int i = 0; i < lines.size(); i++) {
            line(html, lines.get(i), drawing.lines().get(i));
        }
        for (int i = 0; i < boxes.size(); i++) {
            box(html, boxes.get(i), drawing.boxes().get(i));
        }
        html.end().end();
    }

    private Outline outline() {
        List<Outline.Box> outlined = new ArrayList<>();
        for (Box box : boxes) {
            outlined.add(new Outline.Box(box.width(), box.height()));
        }
        List<Outline.Line> led = new ArrayList<>();
        for (Line line : lines) {
            led.add(new Outline.Line(line.from(), line.to(), (long) line.label().length() * COLUMN, ROW - 2));
        }
        return new Outline(outlined, led);
    }

    private static void line(Html html, Line line, Drawing.Line at) {
        html.begin("g", "class", "line").element("title", line.title());
        html.element("polyline", "", "points", points(at.points()));
        html.element("polygon", "", "points", points(arrow(at.points())));
        if (!line.label().isEmpty()) {
            text(html, line.label(), at.label().x(), at.label().y() + ROW - PADDING / 2 - 1, "label");
        }
        html.end();
    }

    private static void box(Html html, Box box, Drawing.Box at) {
        if (box.target().isEmpty()) {
            html.begin("g", "class", "box " + box.kind());
        } else {
            html.begin("g", "class", "box " + box.kind(), "data-to", box.target());
        }
        html.element("title", box.more().isEmpty() ? box.name() : box.name() + ": " + box.more());
        html.element(
                "rect",
                "",
                "x",
                String.valueOf(at.place().x()),
                "y",
                String.valueOf(at.place().y()),
                "width",
                String.valueOf(at.width()),
                "height",
                String.valueOf(at.height()),
                "rx",
                "4");
        long x = at.place().x() + PADDING;
        long y = at.place().y() + ROW - 1;
        text(html, cut(box.name()), x, y, "name");
        if (!box.more().isEmpty()) {
            text(html, box.more(), x, y + ROW, "more");
        }
        html.end();
    }

    private static void text(Html html, String text, long x, long y, String kind) {
        html.element("text", text, "x", String.valueOf(x), "y", String.valueOf(y), "class", kind);
    }

    private static String points(List<Point> points) {
        StringJoiner joined = new StringJoiner(" ");
        for (Point point : points) {
            joined.add(point.x() + "," + point.y());
        }
        return joined.toString();
    }

    /** The head of an arrow, whose point is where the line ends. */
    private static List<Point> arrow(List<Point> line) {
        Point end = line.get(line.size() - 1);
        Point before = line.get(line.size() - 2);
        long alongX = Long.signum(end.x() - before.x()) * ARROW;
        long alongY = alongX != 0 ? 0 : Long.signum(end.y() - before.y()) * ARROW;
        return List.of(
                end,
                new Point(end.x() - alongX - alongY / 2, end.y() - alongY - alongX / 2),
                new Point(end.x() - alongX + alongY / 2, end.y() - alongY + alongX / 2));
    }

    private static String cut(String name) {
        StringBuilder cut = new StringBuilder();
        int columns = 0;
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            columns += columns(c);
            if (columns > COLUMNS) {
                return cut.append('…').toString();
            }
            cut.appendCodePoint(c);
            i += Character.charCount(c);
        }
        return cut.toString();
    }

    private static int columns(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            columns += columns(c);
            i += Character.charCount(c);
        }
        return columns;
    }

    /** How many columns a character takes, at most: those that are written by their numbers take several, and East Asian ones two. */
    private static int columns(int c) {
        if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
            return "\\u{202E}".length();
        }
        return c < 0x1100 ? 1 : 2;
    }
}
