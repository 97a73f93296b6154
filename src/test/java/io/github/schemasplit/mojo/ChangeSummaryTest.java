package io.github.schemasplit.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.jdbc.Shut;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.usecase.Applied;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangeSummaryTest {
    private static final List<Shut> SHUT = List.of(shut("a", 3), shut("b", 40), shut("c", 12), shut("d", 20));

    @Test
    void namesTheRelationsThatWereShutLongest() {
        assertThat(lines(List.of(), SHUT))
                .containsExactly("One attempt; relations were shut for 40 ms at most"
                        + " (public.b 40 ms, public.d 20 ms, public.c 12 ms).");
    }

    @Test
    void saysForHowLongEachAttemptShutAnything() {
        assertThat(lines(milliseconds(201, 203), SHUT))
                .containsExactly(
                        "Attempts: 3; those that others were in the way of shut nothing for longer than 201 ms, 203 ms.",
                        "In the last, relations were shut for 40 ms at most"
                                + " (public.b 40 ms, public.d 20 ms, public.c 12 ms).");
        assertThat(lines(milliseconds(201, 380, 203, 204), SHUT).get(0))
                .isEqualTo("Attempts: 5; those that others were in the way of shut nothing for longer than 380 ms.");
    }

    @Test
    void saysNothingOfWhatWasLostWithTheAnswer() {
        assertThat(lines(List.of(), List.of())).isEmpty();
    }

    private static List<String> lines(List<Duration> failed, List<Shut> shut) {
        return ChangeSummary.lines(new Applied(new UUID(1, 2), failed.size() + 1, failed, shut, List.of()));
    }

    private static List<Duration> milliseconds(long... times) {
        return Stream.of(times)
                .flatMapToLong(java.util.Arrays::stream)
                .mapToObj(Duration::ofMillis)
                .toList();
    }

    private static Shut shut(String table, long milliseconds) {
        return new Shut(QualifiedName.of("public", table), Duration.ofMillis(milliseconds));
    }
}
