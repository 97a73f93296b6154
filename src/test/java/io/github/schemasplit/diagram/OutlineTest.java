package io.github.schemasplit.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutlineTest {
    @Test
    void linesLeadFromBoxToBoxAndBoxesDoNotTouch() {
        Outline outline = some(1, 40, 60);
        Drawing drawing = outline.drawing();

        for (int i = 0; i < outline.lines().size(); i++) {
            List<Drawing.Point> points = drawing.lines().get(i).points();
            assertThat(drawing.boxes().get(outline.lines().get(i).from())).matches(b -> isAt(b, points.get(0)));
            assertThat(drawing.boxes().get(outline.lines().get(i).to()))
                    .matches(b -> isAt(b, points.get(points.size() - 1)));
        }
        for (Drawing.Box one : drawing.boxes()) {
            assertThat(one.place().x() + one.width()).isLessThanOrEqualTo(drawing.width());
            assertThat(one.place().y() + one.height()).isLessThanOrEqualTo(drawing.height());
            assertThat(drawing.boxes()).filteredOn(other -> overlap(one, other)).containsExactly(one);
        }
        assertThat(drawing.lines()).flatExtracting(Drawing.Line::points).allMatch(p -> p.x() >= 0 && p.y() >= 0);
    }

    @Test
    void labelsStandBesideTheirLines() {
        Drawing drawing = new Outline(
                        List.of(new Outline.Box(50, 20), new Outline.Box(50, 20), new Outline.Box(50, 20)),
                        List.of(new Outline.Line(0, 1, 16, 12), new Outline.Line(1, 2, 24, 12)))
                .drawing();

        for (Drawing.Line line : drawing.lines()) {
            Drawing.Point start = line.points().get(0);
            Drawing.Point end = line.points().get(line.points().size() - 1);
            assertThat(line.label().x()).isBetween(start.x(), end.x());
            assertThat(line.label().y()).isBetween(start.y() - 20, start.y() + 20);
        }
    }

    @Test
    void isTheSameForTheSameAlsoInSeveralThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Set<Drawing> drawings = new HashSet<>();
            for (Future<Drawing> each : threads.invokeAll(Collections.<Callable<Drawing>>nCopies(
                    8, () -> some(2, 30, 50).drawing()))) {
                drawings.add(each.get());
            }
            assertThat(drawings).hasSize(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void takesNothingAndBoxesWithoutLinesAndLinesToTheirOwnBox() {
        assertThat(new Outline(List.of(), List.of()).drawing().boxes()).isEmpty();
        Drawing drawing = new Outline(
                        List.of(new Outline.Box(50, 20), new Outline.Box(60, 20)),
                        List.of(new Outline.Line(0, 0, 10, 10)))
                .drawing();
        assertThat(drawing.boxes()).extracting(Drawing.Box::width).containsExactly(50L, 60L);
        assertThat(drawing.lines()).hasSize(1);
    }

    @Test
    void isAsTheLibraryLaysItOutByItself() {
        for (int seed = 0; seed < 40; seed++) {
            Outline outline = some(seed, 1 + seed, seed * seed % 70);
            assertThat(outline.drawing()).as("seed " + seed).isEqualTo(LibraryLayout.of(outline));
        }
    }

    private static Outline some(int seed, int boxes, int lines) {
        Random random = new Random(seed);
        return new Outline(
                IntStream.range(0, boxes)
                        .mapToObj(i -> new Outline.Box(60 + random.nextInt(100), 30))
                        .toList(),
                IntStream.range(0, lines)
                        .mapToObj(i -> new Outline.Line(random.nextInt(boxes), random.nextInt(boxes), i % 2 * 10, 12))
                        .toList());
    }

    private static boolean isAt(Drawing.Box box, Drawing.Point point) {
        return point.x() >= box.place().x() - 1
                && point.x() <= box.place().x() + box.width() + 1
                && point.y() >= box.place().y() - 1
                && point.y() <= box.place().y() + box.height() + 1;
    }

    private static boolean overlap(Drawing.Box one, Drawing.Box other) {
        return one.place().x() < other.place().x() + other.width()
                && other.place().x() < one.place().x() + one.width()
                && one.place().y() < other.place().y() + other.height()
                && other.place().y() < one.place().y() + one.height();
    }
}
