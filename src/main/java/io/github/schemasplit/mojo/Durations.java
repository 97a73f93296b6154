package io.github.schemasplit.mojo;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/** Lengths of time as PostgreSQL's settings have them: {@code 200ms}, {@code 2s}, {@code 10min}, {@code 1h}, {@code 90d}, or milliseconds. */
final class Durations {
    private static final Pattern FORMAT = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|h|d|)");
    private static final Map<String, Long> MILLISECONDS =
            Map.of("", 1L, "ms", 1L, "s", 1_000L, "min", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private Durations() {}

    /**
     * @param property what it is the value of, for the message
     * @throws MojoExecutionException when it is no length of time, or none at all
     */
    static Duration parse(String property, String text) throws MojoExecutionException {
        Matcher matcher = FORMAT.matcher(text.strip());
        long milliseconds =
                matcher.matches() ? Long.parseLong(matcher.group(1)) * MILLISECONDS.get(matcher.group(2)) : 0;
        if (milliseconds == 0) {
            throw new MojoExecutionException(property + " is '" + text
                    + "', which is no length of time. Write it as 200ms, 2s, 10min, 1h or 90d.");
        }
        return Duration.ofMillis(milliseconds);
    }
}
