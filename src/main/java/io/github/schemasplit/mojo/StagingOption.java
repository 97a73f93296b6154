package io.github.schemasplit.mojo;

import io.github.schemasplit.jdbc.ConnectionFailedException;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.staging.DisposableDatabase;
import io.github.schemasplit.staging.DockerDatabase;
import io.github.schemasplit.staging.EmbeddedDatabaseException;
import io.github.schemasplit.staging.EmbeddedPlatform;
import io.github.schemasplit.staging.EmbeddedUrl;
import io.github.schemasplit.staging.EmbeddedVersions;
import io.github.schemasplit.staging.Original;
import io.github.schemasplit.staging.ServerDatabase;
import io.github.schemasplit.staging.StagingException;
import io.github.schemasplit.usecase.GoalFailedException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Where a copy is to be, as the user set it.
 *
 * @param parameters what the user says of it
 * @param databases finds it
 * @param buildDirectory where an embedded one may put its data and its log
 */
record StagingOption(DatabaseParameters parameters, DatabaseResolver databases, Path buildDirectory) {
    private static final String DOCKER = "docker:";

    /**
     * What makes the database, when it is known what it is to be a copy of.
     *
     * @throws MojoExecutionException when the value is not what it must be
     */
    Function<Original, DisposableDatabase> database() throws MojoExecutionException {
        Optional<String> value = parameters.url().map(String::strip);
        if (value.isEmpty() || value.get().equals("embedded")) {
            return original -> embedded(original.major());
        }
        if (parameters.isEmbedded()) {
            int wanted = major(value.get());
            return original -> embedded(wanted);
        }
        if (value.get().startsWith(DOCKER)) {
            String image = value.get().substring(DOCKER.length()).strip();
            if (image.isEmpty()) {
                throw new MojoExecutionException(
                        Property.STAGING + " names no image: write docker: and an image, such as docker:postgres:16");
            }
            return original -> DockerDatabase.start(image, databases.libraries());
        }
        if (!value.get().startsWith("jdbc:postgresql:") && !value.get().startsWith("postgres")) {
            // Its value is not told: it may be a URL with a slip in it, and a password.
            throw new MojoExecutionException(Property.STAGING
                    + " is no place for a copy: write embedded, docker: with an image, or the URL of a server");
        }
        ConnectionSettings server = server();
        return original -> ServerDatabase.create(server, original);
    }

    private ConnectionSettings server() throws MojoExecutionException {
        try {
            return databases.server(parameters);
        } catch (ConnectionFailedException e) {
            throw StagingException.of(e);
        }
    }

    private static int major(String value) throws MojoExecutionException {
        try {
            return EmbeddedUrl.parse(value, EmbeddedVersions.shipped(), EmbeddedPlatform.current())
                    .major();
        } catch (EmbeddedDatabaseException e) {
            throw new MojoExecutionException(e.getMessage().replace(Property.URL, Property.STAGING), e);
        }
    }

    private DisposableDatabase embedded(int major) {
        try {
            return databases.beside(major, buildDirectory);
        } catch (EmbeddedDatabaseException e) {
            throw new GoalFailedException(
                    "There is no embedded database for the copy: " + e.getMessage()
                            + ". Or name an image or a server of" + " PostgreSQL " + major + " in " + Property.STAGING
                            + ".",
                    e);
        }
    }
}
