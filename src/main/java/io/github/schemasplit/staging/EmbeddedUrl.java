package io.github.schemasplit.staging;

import java.util.stream.Collectors;

/**
 * A value of {@code schema.url} that asks for an embedded database: {@code embedded}, or {@code embedded:15} for a major.
 *
 * @param major the PostgreSQL asked for
 */
public record EmbeddedUrl(int major) {
    private static final String SCHEME = "embedded";

    /** Whether {@code url} asks for an embedded database, well-formed or not. */
    public static boolean matches(String url) {
        return url.equals(SCHEME) || url.startsWith(SCHEME + ":");
    }

    /**
     * Reads a value of {@code schema.url}.
     *
     * @throws EmbeddedDatabaseException when it asks for a major that {@code versions} has not for the platform; it lists those
     *     that it has
     */
    public static EmbeddedUrl parse(String url, EmbeddedVersions versions, EmbeddedPlatform platform) {
        if (url.equals(SCHEME)) {
            return new EmbeddedUrl(versions.newest(platform));
        }
        return versions.majors(platform).stream()
                .filter(major -> url.equals(SCHEME + ":" + major))
                .findFirst()
                .map(EmbeddedUrl::new)
                .orElseThrow(() -> new EmbeddedDatabaseException("schema.url is '" + url
                        + "', but embedded databases on " + platform.suffix() + " are "
                        + versions.majors(platform).stream()
                                .map(m -> SCHEME + ":" + m)
                                .collect(Collectors.joining(", "))
                        + ", and " + SCHEME + " for the newest"));
    }
}
