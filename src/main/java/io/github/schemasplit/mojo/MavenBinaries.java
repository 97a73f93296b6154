package io.github.schemasplit.mojo;

import io.github.schemasplit.staging.BinariesResolver;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Gets the binaries of the embedded PostgreSQL the way Maven gets every artifact. */
final class MavenBinaries implements BinariesResolver {
    private static final String GROUP_ID = "io.zonky.test.postgres";

    private final RepositorySystem repositories;
    private final MavenSession session;

    MavenBinaries(RepositorySystem repositories, MavenSession session) {
        this.repositories = repositories;
        this.session = session;
    }

    @Override
    public Path resolve(String artifactId, String version) {
        ArtifactRequest request = new ArtifactRequest(
                new DefaultArtifact(GROUP_ID, artifactId, "jar", version),
                session.getCurrentProject().getRemotePluginRepositories(),
                null);
        try {
            return repositories
                    .resolveArtifact(session.getRepositorySession(), request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new GoalStoppedException(
                    "the embedded PostgreSQL could not be fetched: " + e.getMessage()
                            + (session.isOffline() ? "; run once without -o" : ""),
                    e);
        }
    }
}
