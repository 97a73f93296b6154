package io.github.schemasplit.staging;

import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The one class that knows Testcontainers; it is loaded by {@link ContainerLibrary}, and public for it. */
public final class PostgresContainer implements DatabaseContainer {
    private final PostgreSQLContainer container;

    private PostgresContainer(PostgreSQLContainer container) {
        this.container = container;
    }

    /** Starts a container of an image, and returns when it takes connections. It runs as the image says. */
    public static PostgresContainer start(String image, String database, String user, String password) {
        PostgreSQLContainer container = new PostgreSQLContainer(
                        DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
                .withDatabaseName(database)
                .withUsername(user)
                .withPassword(password)
                .withCommand();
        container.start();
        return new PostgresContainer(container);
    }

    @Override
    public String host() {
        return container.getHost();
    }

    @Override
    public int port() {
        return container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
    }

    @Override
    public void stop() {
        container.stop();
    }
}
