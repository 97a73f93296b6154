package io.github.schemasplit.staging;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.HostPort;
import io.github.schemasplit.jdbc.Secret;
import io.github.schemasplit.sql.Identifier;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A PostgreSQL in a container of its own, through Testcontainers. That library is fetched and loaded when a container is asked for: no
 * goal that does without pays for it.
 *
 * @see <a href="https://java.testcontainers.org/modules/databases/postgres/">Testcontainers: Postgres Module</a>
 */
public final class DockerDatabase implements DisposableDatabase {
    private static final String USER = "postgres";
    private static final String DATABASE = "postgres";

    private final String image;
    private final DatabaseContainer container;
    private final Secret password;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread closeAtExit = new Thread(this::close, "docker-postgres-stop");

    private DockerDatabase(String image, DatabaseContainer container, Secret password) {
        this.image = image;
        this.container = container;
        this.password = password;
    }

    /**
     * Starts a container; its image is pulled if it is not there.
     *
     * @param image such as {@code postgis/postgis:15-3.4}; it has to be made of the official image, or to start as that does
     * @throws StagingException when there is no Docker, no such image, or no database in it
     */
    public static DockerDatabase start(String image, LibraryResolver libraries) {
        ContainerLibrary library = library(libraries);
        Secret password = new Secret(UUID.randomUUID().toString());
        try {
            DatabaseContainer container = library.start(image, DATABASE, USER, password.reveal());
            DockerDatabase database = new DockerDatabase(image, container, password);
            Runtime.getRuntime().addShutdownHook(database.closeAtExit);
            return database;
        } catch (RuntimeException e) {
            throw new StagingException(
                    "The image " + image + " cannot be started: " + innermost(e)
                            + ". See that Docker runs and that the image is one of PostgreSQL; or name something else in"
                            + " schema.staging.",
                    e);
        }
    }

    private static ContainerLibrary library(LibraryResolver libraries) {
        String coordinates = ContainerLibrary.coordinates();
        try {
            return ContainerLibrary.load(libraries.resolve(coordinates));
        } catch (IOException e) {
            throw new StagingException(
                    "Testcontainers (" + coordinates + "), which starts containers, cannot be had: " + e.getMessage()
                            + ". Let Maven reach its repository once, or name something else in schema.staging.",
                    e);
        }
    }

    /** The library's outer messages say only that a container did not start. */
    private static String innermost(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).strip().replaceAll("[.]+$", "");
    }

    @Override
    public ConnectionSettings settings() {
        return new ConnectionSettings(
                List.of(new HostPort(container.host(), container.port())),
                DATABASE,
                USER,
                Optional.of(password),
                new TreeMap<>());
    }

    @Override
    public boolean ownsServer() {
        return true;
    }

    @Override
    public void owns(Collection<Identifier> roles) {
        // They go with the server.
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        ProcessEnd.forget(closeAtExit);
        container.stop();
    }

    @Override
    public String toString() {
        return "a container of " + image;
    }
}
