package io.github.schemasplit.mojo;

import io.github.schemasplit.staging.LibraryResolver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Gets libraries the way Maven gets those of a plugin. */
final class MavenLibraries implements LibraryResolver {
    private final RepositorySystem repositories;
    private final MavenSession session;

    MavenLibraries(RepositorySystem repositories, MavenSession session) {
        this.repositories = repositories;
        this.session = session;
    }

    @Override
    public List<Path> resolve(String coordinates) throws IOException {
        CollectRequest request = new CollectRequest(
                new Dependency(new DefaultArtifact(coordinates), "runtime"),
                session.getCurrentProject().getRemotePluginRepositories());
        try {
            return repositories
                    .resolveDependencies(session.getRepositorySession(), new DependencyRequest(request, null))
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new IOException(session.isOffline() ? "Maven is offline" : e.getMessage(), e);
        }
    }
}
