package io.github.schemasplit.mojo;

import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.usecase.BlockerPolicy;
import io.github.schemasplit.usecase.Persistence;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** How a change makes its way between others, as the user set it. */
final class PersistenceOptions {
    private PersistenceOptions() {}

    /**
     * @throws MojoExecutionException when a value is not what it must be
     */
    static Persistence of(
            Options options,
            @Nullable String lockTimeout,
            @Nullable String maxShut,
            @Nullable String lockAttempts,
            @Nullable String lockDeadline,
            @Nullable String blockers)
            throws MojoExecutionException {
        Persistence defaults = Persistence.DEFAULT;
        return new Persistence(
                new Timeouts(
                        time(
                                options,
                                Property.LOCK_TIMEOUT,
                                lockTimeout,
                                defaults.timeouts().lock()),
                        time(
                                options,
                                Property.MAX_SHUT,
                                maxShut,
                                defaults.timeouts().shut())),
                attempts(options.text(Property.LOCK_ATTEMPTS, lockAttempts), defaults.attempts()),
                time(options, Property.LOCK_DEADLINE, lockDeadline, defaults.deadline()),
                policy(options.text(Property.BLOCKERS, blockers), defaults.blockers()));
    }

    private static Duration time(Options options, String property, @Nullable String configured, Duration otherwise)
            throws MojoExecutionException {
        Optional<String> text = options.text(property, configured);
        return text.isPresent() ? Durations.parse(property, text.get()) : otherwise;
    }

    private static int attempts(Optional<String> text, int otherwise) throws MojoExecutionException {
        if (text.isPresent() && !text.get().strip().matches("[1-9]\\d{0,5}")) {
            throw new MojoExecutionException(Property.LOCK_ATTEMPTS + " is '" + text.get()
                    + "', which is no number of attempts. Write 1 or more.");
        }
        return text.isPresent() ? Integer.parseInt(text.get().strip()) : otherwise;
    }

    private static BlockerPolicy policy(Optional<String> text, BlockerPolicy otherwise) throws MojoExecutionException {
        if (text.isEmpty()) {
            return otherwise;
        }
        for (BlockerPolicy policy : BlockerPolicy.values()) {
            if (policy.name().toLowerCase(Locale.ROOT).equals(text.get().strip())) {
                return policy;
            }
        }
        throw new MojoExecutionException(
                Property.BLOCKERS + " is '" + text.get() + "'. Write wait, fail or terminate.");
    }
}
