package io.github.schemasplit.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DrawingsTest {
    private static Outline outline(long width) {
        Outline.Box box = new Outline.Box(width, 20);
        return new Outline(List.of(box, box), List.of(new Outline.Line(0, 1, 0, 0)));
    }

    private static Drawings after(String text) {
        return new Drawings(() -> text);
    }

    @Provide
    Arbitrary<Outline> outlines() {
        return Arbitraries.integers()
                .between(0, 6)
                .flatMap(boxes -> Arbitraries.randomValue(random -> {
                    List<Outline.Box> all = new ArrayList<>();
                    List<Outline.Line> lines = new ArrayList<>();
                    for (int i = 0; i < boxes; i++) {
                        all.add(new Outline.Box(20 + random.nextInt(200), 20 + random.nextInt(30)));
                        int labelWidth = random.nextInt(3) * 16;
                        lines.add(new Outline.Line(
                                random.nextInt(boxes), random.nextInt(boxes), labelWidth, labelWidth == 0 ? 0 : 16));
                    }
                    return new Outline(all, lines);
                }));
    }

    @Test
    void drawsWhatIsTheSameOnce() {
        Drawings drawings = new Drawings();

        assertThat(drawings.of(outline(70)))
                .isEqualTo(outline(70).drawing())
                .isSameAs(drawings.of(outline(70)))
                .isNotEqualTo(drawings.of(outline(90)));
    }

    @Property(tries = 50)
    void whatIsWrittenIsReadAsItWas(@ForAll("outlines") Outline outline) {
        Drawing drawing = outline.drawing();

        assertThat(DrawingLine.read(DrawingLine.write(outline, drawing)))
                .isEqualTo(new DrawingLine.Read(outline, drawing));
    }

    /** Where this fails, another version of the library may be at work: raise the head, so that no page mixes old pictures and new ones. */
    @Test
    void theHeadIsRaisedWithEveryChangeOfTheLayout() {
        Drawings drawings = new Drawings();
        drawings.of(new Outline(
                List.of(
                        new Outline.Box(70, 20),
                        new Outline.Box(90, 38),
                        new Outline.Box(50, 20),
                        new Outline.Box(60, 20)),
                List.of(
                        new Outline.Line(0, 1, 16, 16),
                        new Outline.Line(0, 2, 0, 0),
                        new Outline.Line(2, 1, 0, 0),
                        new Outline.Line(1, 1, 0, 0),
                        new Outline.Line(1, 0, 0, 0))));

        assertThat(drawings.text()).isEqualTo("""
                drawings 1
                4 70 20 90 38 50 20 60 20 5 0 1 16 16 0 2 0 0 2 1 0 0 1 1 0 0 1 0 0 0 290 107 4 49 70 20 196 55 90 38\
                 110 49 50 20 4 4 60 20 4 74 64 84 64 84 83 196 83 127 86 2 74 59 110 59 74 59 4 160 59 170 59 170 74 196\
                 74 160 59 4 226 55 226 45 256 45 256 55 226 55 6 196 64 180 64 180 38 84 38 84 54 74 54 196 64
                """);
    }

    @Test
    void whatAnEarlierRunLaidOutIsTaken() {
        Drawings first = new Drawings();
        first.of(outline(70));
        String laidOut = DrawingLine.write(outline(70), outline(70).drawing());
        String doctored = DrawingLine.write(outline(70), outline(90).drawing());
        assertThat(laidOut).isNotEqualTo(doctored);
        assertThat(first.text()).contains("\n" + laidOut + "\n");

        Drawings second = after(first.text().replace(laidOut, doctored));

        assertThat(second.of(outline(70))).isEqualTo(outline(90).drawing());
    }

    @Test
    void whatIsNotAskedForStaysForAnotherPage() {
        Drawings first = new Drawings();
        first.of(outline(90));
        first.of(outline(70));
        Drawings second = after(first.text());
        second.of(outline(90));
        Drawings third = after(second.text());
        third.of(outline(90));

        assertThat(second.text()).isEqualTo(third.text()).hasLineCount(3);
        assertThat(first.text().lines().sorted().toList())
                .isEqualTo(second.text().lines().sorted().toList());
    }

    @Test
    void noFileGrowsForEver() {
        StringBuilder many = new StringBuilder("drawings 1\n");
        Drawing drawing = outline(70).drawing();
        for (int i = 0; i < 2_000; i++) {
            many.append(DrawingLine.write(outline(1_000 + i), drawing)).append('\n');
        }
        Drawings drawings = after(many.toString());
        drawings.of(outline(70));

        assertThat(drawings.text()).hasLineCount(502);
    }

    @Test
    void whatIsNoneOfThemIsLaidOut() {
        Drawings drawn = new Drawings();
        drawn.of(outline(70));
        String text = drawn.text();
        String line = text.lines().toList().get(1);
        for (String other : List.of(
                "",
                "drawings 0\n" + line,
                text.replace(line, line + " 1"),
                text.replace(line, line.substring(0, line.lastIndexOf(' '))),
                text.replace(line, line + "x"),
                text.replace(line, ""),
                text.replace(line, "1"),
                text.replace(line, "99999999999999999999"),
                text.replace(line, "999999999999"),
                text + "\0")) {
            Drawings drawings = after(other);

            assertThat(drawings.text()).isEqualTo("drawings 1\n");
            assertThat(drawings.of(outline(70))).isEqualTo(outline(70).drawing());
        }
    }
}
