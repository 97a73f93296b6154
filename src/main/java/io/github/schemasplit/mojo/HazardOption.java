package io.github.schemasplit.mojo;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.hazard.UnknownHazardException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** The hazards that the user accepts. */
final class HazardOption {
    private HazardOption() {}

    /**
     * @throws MojoExecutionException when one of them is none, with all that are
     */
    static AllowedHazards of(Options options, @Nullable List<String> configured) throws MojoExecutionException {
        try {
            return AllowedHazards.parse(options.list(Property.ALLOW_HAZARDS, configured));
        } catch (UnknownHazardException e) {
            throw new MojoExecutionException(Property.ALLOW_HAZARDS + " names no hazard with " + e.getMessage());
        }
    }
}
