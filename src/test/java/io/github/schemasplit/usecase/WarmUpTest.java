package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SampleDatabase;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void goesThroughTheWholeAnalysisWithoutADatabase() {
        int nothing = WarmUp.run(new MappingBuilder().build());
        assertThat(WarmUp.run(SampleDatabase.mapping().mapping().orElseThrow())).isGreaterThan(2 * nothing);
    }
}
