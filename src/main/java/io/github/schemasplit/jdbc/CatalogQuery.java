package io.github.schemasplit.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A query on the catalog, kept as a resource {@code name.sql}.
 *
 * <p>The catalogs differ between versions. A line that ends with the comment {@code -- 15+} is for PostgreSQL 15 and later
 * alone, one that ends with {@code -- before 15} for earlier versions alone, all others are for every version.
 *
 * @param name the resource's name without {@code .sql}
 */
record CatalogQuery(String name) {
    private static final Pattern SINCE = Pattern.compile("-- (\\d+)\\+$");
    private static final Pattern BEFORE = Pattern.compile("-- before (\\d+)$");

    /** The text for a server of that major version. */
    String sql(int major) {
        return text().lines().filter(line -> isFor(major, line)).collect(Collectors.joining("\n"));
    }

    private static boolean isFor(int major, String line) {
        return version(SINCE, line).map(v -> major >= v).orElse(true)
                && version(BEFORE, line).map(v -> major < v).orElse(true);
    }

    private static Optional<Integer> version(Pattern mark, String line) {
        Matcher matcher = mark.matcher(line);
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    private String text() {
        try (InputStream resource = CatalogQuery.class.getResourceAsStream(name + ".sql")) {
            if (resource == null) {
                throw new IllegalStateException("the plugin's jar lacks " + name + ".sql");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + name + ".sql from the plugin's jar", e);
        }
    }
}
