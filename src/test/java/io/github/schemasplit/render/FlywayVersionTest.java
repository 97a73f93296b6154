package io.github.schemasplit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.plan.Plan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlywayVersionTest {
    @ParameterizedTest
    @CsvSource({
        "V7__a.sql, V8__split_schemas.sql",
        "V007__a.sql, V008__split_schemas.sql",
        "V099__a.sql, V100__split_schemas.sql",
        "V99__a.sql, V100__split_schemas.sql",
        "V1.4__a.sql, V1.5__split_schemas.sql",
        "V1_09__a.sql, V1_10__split_schemas.sql",
        "V2026_11_22_1__a.sql, V2026_11_22_2__split_schemas.sql",
        "V20261122093000__a.sql, V20261122093001__split_schemas.sql",
        "B5__baseline.sql, V6__split_schemas.sql",
        "R__views.sql, V1__split_schemas.sql",
        "notes.txt, V1__split_schemas.sql"
    })
    void countsUpInTheStyleOfTheMigrations(String file, String expected) {
        assertThat(name(List.of(file), List.of())).isEqualTo(expected);
    }

    @Test
    void comesAfterTheGreatestAsNumbers() {
        assertThat(name(List.of("V9__a.sql", "V10__b.sql", "V2.11__c.sql"), List.of()))
                .isEqualTo("V11__split_schemas.sql");
    }

    @Test
    void comesAfterWhatWasAppliedFromElsewhere() {
        assertThat(name(List.of("V1__a.sql"), List.of("1", "3.2"))).isEqualTo("V3.3__split_schemas.sql");
    }

    @Test
    void keepsTheProjectsStyleForAVersionThatTheHistoryWritesOtherwise() {
        assertThat(name(List.of("V1_04__a.sql"), List.of("1.04"))).isEqualTo("V1_05__split_schemas.sql");
    }

    @Test
    void replacesAScriptThatWasNotAppliedYet() {
        assertThat(name(List.of("V1__a.sql", "V2__split_schemas.sql"), List.of("1")))
                .isEqualTo("V2__split_schemas.sql");
    }

    @Test
    void leavesAnAppliedScriptAlone() {
        assertThat(name(List.of("V1__a.sql", "V2__split_schemas.sql"), List.of("1", "2")))
                .isEqualTo("V3__split_schemas.sql");
    }

    private static String name(List<String> files, List<String> applied) {
        ScriptContext context = new ScriptContext("d", "18.6", List.of(), List.of(), Duration.ofSeconds(1));
        return FlywayMigration.of(new Plan(List.of()), context, files, applied)
                .get(0)
                .name();
    }
}
