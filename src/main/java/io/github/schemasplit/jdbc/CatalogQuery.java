package io.github.schemasplit.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A query on the catalog, kept as a resource {@code name.sql}.
 *
 * <p>The catalogs differ between versions. A line that ends with the comment {@code -- 15+} is for PostgreSQL 15 and later
 * alone, one that ends with {@code -- before 15} for earlier versions alone, all others are for every version.
 *
 * @param name the resource's name without {@code .sql}
 */
record CatalogQuery(String name) {
    private static final String MARK = "-- ";
    private static final String SINCE = "+";
    private static final String BEFORE = "before ";

    /**
     * The text for a server of that major version, without comments that are lines and without indentation: driver and server read
     * every character of it.
     */
    String sql(int major) {
        List<String> lines = new ArrayList<>();
        for (String line : text().split("\n")) {
            String stripped = line.strip();
            if (!stripped.startsWith(MARK) && isFor(major, stripped)) {
                lines.add(stripped);
            }
        }
        return String.join("\n", lines);
    }

    /** Looks at the line's own comment without a regular expression: a goal reads a thousand lines, once. */
    private static boolean isFor(int major, String line) {
        int mark = line.lastIndexOf(MARK);
        if (mark < 0) {
            return true;
        }
        String comment = line.substring(mark + MARK.length());
        if (comment.endsWith(SINCE)) {
            Optional<Integer> since = version(comment.substring(0, comment.length() - SINCE.length()));
            return since.isEmpty() || major >= since.get();
        }
        if (comment.startsWith(BEFORE)) {
            Optional<Integer> before = version(comment.substring(BEFORE.length()));
            return before.isEmpty() || major < before.get();
        }
        return true;
    }

    private static Optional<Integer> version(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return Optional.empty();
            }
        }
        return digits.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(digits));
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
