package io.github.schemasplit.mojo;

import io.github.schemasplit.usecase.Batching;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** How large the transactions of a migration may be, as the user set it. */
final class BatchOption {
    private BatchOption() {}

    /**
     * @throws MojoExecutionException when the value is not what it must be
     */
    static Batching of(Options options, @Nullable String configured) throws MojoExecutionException {
        Optional<String> text = options.word(Property.BATCH, configured);
        if (text.isEmpty() || text.get().equals("auto")) {
            return Batching.AUTO;
        }
        if (text.get().equals("off")) {
            return Batching.OFF;
        }
        if (text.get().matches("[1-9]\\d{0,8}")) {
            return Batching.ofLocks(Long.parseLong(text.get()));
        }
        throw new MojoExecutionException(Property.BATCH + " is '" + text.get()
                + "'. Write auto, off, or the most locks of one transaction, such as 1000.");
    }
}
