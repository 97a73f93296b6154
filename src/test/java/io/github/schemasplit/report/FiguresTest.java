package io.github.schemasplit.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "999|999",
                "1000|1,000",
                "12345|12,345",
                "-1000|-1,000",
                "-100|-100",
                "9223372036854775807|9,223,372,036,854,775,807"
            })
    void groupsDigitsByThousands(long count, String text) {
        assertThat(Figures.count(count)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0 kB",
                "8192|8 kB",
                "1023|1 kB",
                "1048064|1024 kB",
                "1048576|1.0 MB",
                "1258291|1.2 MB",
                "10380902|9.9 MB",
                "10485760|10 MB",
                "5368709120|5.0 GB"
            })
    void saysSizesInUnitsOf1024(long bytes, String text) {
        assertThat(Figures.bytes(bytes)).isEqualTo(text);
    }
}
