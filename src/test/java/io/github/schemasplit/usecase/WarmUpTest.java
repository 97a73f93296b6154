package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.HostPort;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever stops it stops it silently, so that it does nothing would not be noticed. */
class WarmUpTest {
    private static final Mapping MAPPING = SampleDatabase.mapping().mapping().orElseThrow();

    @Test
    void goesThroughAnAnalysisToItsEnd() {
        assertThatCode(() -> WarmUp.analyze(WarmUp.NOTHING, MAPPING)).doesNotThrowAnyException();
    }

    @Test
    void goesThroughAVerificationToItsEnd() {
        Workplace workplace = new Workplace(
                new ConnectionSettings(
                        List.of(new HostPort("localhost", 1)), "nothing", "nobody", Optional.empty(), new TreeMap<>()),
                true,
                Journal.DEFAULT_SCHEMA,
                Path.of("nowhere"),
                "1.0-test");
        Verify verify = new Verify(workplace, ChangeListener.NONE);
        for (Expectation expectation : Expectation.values()) {
            assertThatCode(() -> verify.warmUp(WarmUp.NOTHING, MAPPING, expectation))
                    .doesNotThrowAnyException();
        }
    }
}
