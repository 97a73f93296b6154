package io.github.schemasplit.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingsTest {
    private static Outline outline(long width) {
        Outline.Box box = new Outline.Box(width, 20);
        return new Outline(List.of(box, box), List.of(new Outline.Line(0, 1, 0, 0)));
    }

    @Test
    void drawsWhatIsTheSameOnce() {
        Drawings drawings = new Drawings();

        assertThat(drawings.of(outline(70)))
                .isEqualTo(outline(70).drawing())
                .isSameAs(drawings.of(outline(70)))
                .isNotEqualTo(drawings.of(outline(90)));
    }
}
