package io.github.schemasplit.mojo;

import io.github.schemasplit.staging.InitPreset;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** What the embedded database is given before the scripts run, as the user set it. */
final class PresetOption {
    private PresetOption() {}

    /**
     * @throws MojoExecutionException when there is no such preset
     */
    static Optional<InitPreset> of(Options options, @Nullable String configured) throws MojoExecutionException {
        Optional<String> word = options.word(Property.INIT_PRESET, configured);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Optional<InitPreset> preset = InitPreset.named(word.get());
        if (preset.isEmpty()) {
            throw new MojoExecutionException(Property.INIT_PRESET + " is '" + word.get() + "': write "
                    + InitPreset.words() + ", or leave it out");
        }
        return preset;
    }
}
