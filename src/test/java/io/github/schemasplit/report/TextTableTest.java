package io.github.schemasplit.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void alignsNamesToTheLeftAndFiguresToTheRight() {
        assertThat(new TextTable()
                        .row("schema", "tables")
                        .row("größe", "7")
                        .row("x", "1,000")
                        .lines())
                .containsExactly("schema  tables", "größe        7", "x        1,000");
    }

    @Test
    void printsSizesInTheServersUnits() {
        assertThat(java.util.stream.LongStream.of(0, 8192, 1_258_291, 53_687_091_200L)
                        .mapToObj(Figures::bytes))
                .containsExactly("0 kB", "8 kB", "1.2 MB", "50 GB");
    }

    @Test
    void countsInThePlural() {
        assertThat(Figures.counted(1, "table")).isEqualTo("1 table");
        assertThat(Figures.counted(1234, "table")).isEqualTo("1,234 tables");
    }
}
