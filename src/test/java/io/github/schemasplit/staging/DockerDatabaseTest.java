package io.github.schemasplit.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A database in a container, where there is none; that there is one {@code RehearseInDockerTest} shows. */
class DockerDatabaseTest {
    @Test
    void saysWhatIsMissingWhenTestcontainersCannotBeHad() {
        assertThatThrownBy(() -> DockerDatabase.start("postgres:15", coordinates -> {
                    throw new IOException("Maven is offline");
                }))
                .isInstanceOf(StagingException.class)
                .hasMessageContaining("Testcontainers (org.testcontainers:testcontainers-postgresql:2.")
                .hasMessageContaining("Maven is offline")
                .hasMessageContaining("schema.staging");
    }

    @Test
    void asksForAVersionThatTheBuildHas() {
        assertThat(List.of(ContainerLibrary.coordinates().split(":")))
                .hasSize(3)
                .noneMatch(part -> part.contains("$"));
    }
}
