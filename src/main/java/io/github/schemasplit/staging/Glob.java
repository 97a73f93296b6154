package io.github.schemasplit.staging;

import java.util.regex.Pattern;

/**
 * A pattern of paths with slashes: {@code *} and {@code ?} stand for anything but a slash, {@code **} with a slash after it
 * for any number of directories, none included.
 */
record Glob(String pattern) {
    static boolean isGlob(String text) {
        return firstWildcard(text) >= 0;
    }

    /** The directory before the first wildcard, with its slash; empty when there is none. */
    String directory() {
        return pattern.substring(0, pattern.lastIndexOf('/', firstWildcard(pattern)) + 1);
    }

    /** The pattern of what is in {@link #directory()}. */
    Glob withoutDirectory() {
        return new Glob(pattern.substring(directory().length()));
    }

    boolean matches(String path) {
        return Pattern.matches(regex(), path);
    }

    private String regex() {
        StringBuilder regex = new StringBuilder("(?s)");
        int i = 0;
        while (i < pattern.length()) {
            if (pattern.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 3;
            } else if (pattern.startsWith("**", i)) {
                regex.append(".*");
                i += 2;
            } else {
                char c = pattern.charAt(i++);
                regex.append(
                        switch (c) {
                            case '*' -> "[^/]*";
                            case '?' -> "[^/]";
                            default -> Pattern.quote(String.valueOf(c));
                        });
            }
        }
        return regex.toString();
    }

    private static int firstWildcard(String text) {
        int star = text.indexOf('*');
        int mark = text.indexOf('?');
        return star < 0 || mark < 0 ? Math.max(star, mark) : Math.min(star, mark);
    }
}
