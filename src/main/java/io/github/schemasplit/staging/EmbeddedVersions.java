package io.github.schemasplit.staging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which PostgreSQL an embedded database can be: one exact version a major and platform, so that builds repeat.
 *
 * @param entries {@code 18} or, where a platform differs, {@code 18.windows-amd64}, to the version of the binaries; an empty
 *     version says that the platform has none
 */
public record EmbeddedVersions(Map<String, String> entries) {
    private static final String RESOURCE = "embedded-postgres.properties";

    public EmbeddedVersions {
        entries = Map.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("there is no version");
        }
    }

    /** Those that this release was made with. */
    public static EmbeddedVersions shipped() {
        Properties properties = new Properties();
        try (InputStream in = EmbeddedVersions.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the plugin's jar");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + RESOURCE, e);
        }
        return new EmbeddedVersions(properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty)));
    }

    /** The majors that a platform has, oldest first. */
    public SortedSet<Integer> majors(EmbeddedPlatform platform) {
        return entries.keySet().stream()
                .filter(key -> key.indexOf('.') < 0)
                .map(Integer::valueOf)
                .filter(major -> find(major, platform).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The newest major that a platform has: what {@code embedded} without a number means. */
    public int newest(EmbeddedPlatform platform) {
        return majors(platform).last();
    }

    /**
     * The version of the binaries of a major on a platform.
     *
     * @throws EmbeddedDatabaseException when the platform has no such major; it lists those that it has
     */
    public String binaries(int major, EmbeddedPlatform platform) {
        return find(major, platform)
                .orElseThrow(() -> new EmbeddedDatabaseException("there is no embedded PostgreSQL " + major + " for "
                        + platform.suffix() + ", only "
                        + majors(platform).stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + ": set schema.url=embedded:" + newest(platform) + " or another of these"));
    }

    private Optional<String> find(int major, EmbeddedPlatform platform) {
        String general = entries.getOrDefault(String.valueOf(major), "");
        return Optional.of(entries.getOrDefault(major + "." + platform.suffix(), general))
                .filter(version -> !version.isEmpty());
    }
}
