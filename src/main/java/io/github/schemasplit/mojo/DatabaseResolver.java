package io.github.schemasplit.mojo;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.DatabaseUrl;
import io.github.schemasplit.jdbc.Secret;
import io.github.schemasplit.staging.EmbeddedDatabase;
import io.github.schemasplit.staging.EmbeddedOptions;
import io.github.schemasplit.staging.EmbeddedPlatform;
import io.github.schemasplit.staging.EmbeddedUrl;
import io.github.schemasplit.staging.EmbeddedVersions;
import io.github.schemasplit.staging.InitScripts;
import io.github.schemasplit.staging.LibraryResolver;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Finds the database that the user means, and starts it when it is the embedded one. */
final class DatabaseResolver {
    private final MavenSession session;
    private final Components components;
    private final Log log;

    DatabaseResolver(MavenSession session, Components components, Log log) {
        this.session = session;
        this.components = components;
        this.log = log;
    }

    /**
     * @param parameters what the user says of it
     * @param base what the init scripts' paths are relative to
     * @param buildDirectory where the embedded database may put its data and its log
     */
    ResolvedDatabase resolve(DatabaseParameters parameters, Path base, Path buildDirectory)
            throws MojoExecutionException {
        Optional<ServerCredentials> server = credentials(parameters);
        Optional<String> user = user(parameters, server);
        Optional<Secret> password = password(parameters, server);
        Optional<String> url = parameters.url();
        if (parameters.isEmbedded()) {
            EmbeddedDatabase embedded = embedded(url.get(), parameters, base, buildDirectory);
            return new ResolvedDatabase(
                    ConnectionSettings.of(
                            Optional.of(new DatabaseUrl(embedded.url())),
                            user.isPresent() ? user : Optional.of(embedded.user()),
                            password,
                            Map.of()),
                    true);
        }
        if (!parameters.init().isEmpty()) {
            tellLeftAlone(Property.INIT);
        }
        if (parameters.preset().isPresent()) {
            tellLeftAlone(Property.INIT_PRESET);
        }
        Optional<DatabaseUrl> other = url.isPresent() ? Optional.of(new DatabaseUrl(url.get())) : Optional.empty();
        return new ResolvedDatabase(ConnectionSettings.of(other, user, password, System.getenv()), false);
    }

    private void tellLeftAlone(String property) {
        log.info(property + " is left alone: it fills the embedded database, and " + Property.URL + " names another.");
    }

    private static Optional<String> user(DatabaseParameters parameters, Optional<ServerCredentials> server) {
        if (parameters.user().isPresent()) {
            return parameters.user();
        }
        return server.isPresent() ? server.get().user() : Optional.empty();
    }

    private static Optional<Secret> password(DatabaseParameters parameters, Optional<ServerCredentials> server) {
        if (parameters.password().isPresent()) {
            return Optional.of(new Secret(parameters.password().get()));
        }
        return server.isPresent() ? server.get().password() : Optional.empty();
    }

    private EmbeddedDatabase embedded(String url, DatabaseParameters parameters, Path base, Path buildDirectory) {
        EmbeddedOptions options = new EmbeddedOptions(
                EmbeddedUrl.parse(url, EmbeddedVersions.shipped(), EmbeddedPlatform.current())
                        .major(),
                parameters.embeddedDirectory(),
                buildDirectory.resolve("embedded-postgres"),
                buildDirectory.resolve("embedded-postgres.log"),
                parameters.preset(),
                InitScripts.expand(parameters.init(), base));
        return BuildScope.of(session).get(options, EmbeddedDatabase.class, () -> start(options));
    }

    /** A server that somebody names for something else than the database; the environment's variables are about the latter. */
    ConnectionSettings server(DatabaseParameters parameters) throws MojoExecutionException {
        Optional<ServerCredentials> server = credentials(parameters);
        return ConnectionSettings.of(
                parameters.url().map(DatabaseUrl::new),
                user(parameters, server),
                password(parameters, server),
                Map.of());
    }

    /** An embedded database of a major, empty, beside the one of {@code schema.url}. */
    EmbeddedDatabase beside(int major, Path buildDirectory) {
        return EmbeddedDatabase.start(
                new EmbeddedOptions(
                        major,
                        Optional.empty(),
                        buildDirectory.resolve("embedded-postgres"),
                        buildDirectory.resolve("embedded-postgres-rehearsal.log"),
                        Optional.empty(),
                        List.of()),
                new MavenBinaries(components.repositories(), session));
    }

    /** The files of libraries that are only there where they are asked for. */
    LibraryResolver libraries() {
        return new MavenLibraries(components.repositories(), session);
    }

    private Optional<ServerCredentials> credentials(DatabaseParameters parameters) throws MojoExecutionException {
        return parameters.serverId().isPresent()
                ? Optional.of(ServerCredentials.read(
                        session.getSettings(),
                        components.decrypter(),
                        parameters.serverId().get()))
                : Optional.empty();
    }

    private EmbeddedDatabase start(EmbeddedOptions options) {
        EmbeddedDatabase database =
                EmbeddedDatabase.start(options, new MavenBinaries(components.repositories(), session));
        log.info("Embedded PostgreSQL " + options.major() + " runs on port " + database.port() + "; its log is "
                + database.log() + ".");
        if (database.isOutdated()) {
            log.warn("The embedded database was filled otherwise than " + Property.INIT + " and " + Property.INIT_PRESET
                    + " say now. Delete its folder to begin anew: "
                    + options.keptDirectory().map(Path::toString).orElse(""));
        }
        return database;
    }
}
