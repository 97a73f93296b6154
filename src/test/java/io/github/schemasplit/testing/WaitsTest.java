package io.github.schemasplit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitsTest {
    @Test
    void ranksTheReads() {
        Waits waits = new Waits(IntStream.rangeClosed(1, 200)
                .mapToObj(i -> Duration.ofMillis(201 - i))
                .toList());

        assertThat(waits.maximum()).isEqualTo(Duration.ofMillis(200));
        assertThat(waits.percentile(50)).isEqualTo(Duration.ofMillis(100));
        assertThat(waits.percentile(7)).isEqualTo(Duration.ofMillis(14));
        assertThat(waits.percentile(99.5)).isEqualTo(Duration.ofMillis(199));
        assertThat(waits.percentile(99.6)).isEqualTo(Duration.ofMillis(200));
        assertThat(waits.percentile(0)).isEqualTo(Duration.ofMillis(1));
        assertThat(waits).hasToString("200 reads, median 100 ms, 99 % within 198 ms, longest 200 ms");
    }

    @Test
    void takesASingleRead() {
        assertThat(new Waits(List.of(Duration.ofMillis(7))).percentile(99)).isEqualTo(Duration.ofMillis(7));
    }
}
