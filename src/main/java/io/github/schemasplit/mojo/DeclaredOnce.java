package io.github.schemasplit.mojo;

import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Whether a goal that a POM binds to a phase already runs in an ancestor of this module: Maven runs a bound goal in every
 * module that inherits the binding, but a database is to be migrated once, where the goal is declared.
 */
final class DeclaredOnce {
    private DeclaredOnce() {}

    /** The ancestor in this build where the goal runs instead; empty when it is to run here. */
    static Optional<MavenProject> runsIn(MavenSession session, MojoExecution execution) {
        MavenProject project = session.getCurrentProject();
        if (execution.getSource() != MojoExecution.Source.LIFECYCLE
                || declares(project.getOriginalModel(), execution)) {
            return Optional.empty();
        }
        for (MavenProject parent = project.getParent(); parent != null; parent = parent.getParent()) {
            if (session.getProjects().contains(parent) && binds(parent, execution)) {
                return Optional.of(parent);
            }
        }
        return Optional.empty();
    }

    private static boolean declares(Model model, MojoExecution execution) {
        return hasPlugin(model.getBuild(), execution)
                || model.getProfiles().stream()
                        .anyMatch(p -> p.getBuild() != null
                                && p.getBuild()
                                        .getPluginsAsMap()
                                        .containsKey(execution.getPlugin().getKey()));
    }

    private static boolean hasPlugin(@Nullable Build build, MojoExecution execution) {
        return build != null
                && build.getPluginsAsMap().containsKey(execution.getPlugin().getKey());
    }

    private static boolean binds(MavenProject project, MojoExecution execution) {
        var plugin = project.getPlugin(execution.getPlugin().getKey());
        return plugin != null && plugin.getExecutionsAsMap().containsKey(execution.getExecutionId());
    }
}
