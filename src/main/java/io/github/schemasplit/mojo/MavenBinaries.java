package io.github.schemasplit.mojo;

import io.github.schemasplit.staging.BinariesResolver;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Gets the binaries of the embedded PostgreSQL the way Maven gets every artifact. */
final class MavenBinaries implements BinariesResolver {
    private final RepositorySystem repositories;
    private final MavenSession session;

    MavenBinaries(RepositorySystem repositories, MavenSession session) {
        this.repositories = repositories;
        this.session = session;
    }

    @Override
    public Path resolve(String artifactId, String version) throws IOException {
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
            throw new IOException(session.isOffline() ? "Maven is offline" : e.getMessage(), e);
        }
    }
}
