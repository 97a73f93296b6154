package io.github.schemasplit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.SnapshotBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionSettingsTest {
    private final SnapshotBuilder database = new SnapshotBuilder();

    @ParameterizedTest
    @ValueSource(strings = {"12.0-1", "12", "13.0-1", "100.1-1", "99999999999.0"})
    void schemaBasedShardingIsOffWhereCitusHasIt(String version) {
        database.extensionOf("citus", version);
        assertThat(ExtensionSettings.of(database.build())).containsExactly("citus.enable_schema_based_sharding = off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.3-1", "9.5-1", "8.0-12", "", "unpackaged"})
    void nothingIsSetThatAnotherVersionDoesNotKnow(String version) {
        database.extensionOf("citus", version);
        assertThat(ExtensionSettings.of(database.build())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"citus_columnar", "postgis", "Citus"})
    void anotherExtensionSetsNothing(String name) {
        database.extensionOf(name, "13.0-1");
        assertThat(ExtensionSettings.of(database.build())).isEmpty();
    }
}
