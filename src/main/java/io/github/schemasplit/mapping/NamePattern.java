package io.github.schemasplit.mapping;

import java.util.regex.Pattern;

/**
 * How a mapping names objects: an exact name, or a glob in which {@code *} stands for any run of characters and {@code ?}
 * for one. A backslash takes the next character as it is. Names are compared as the catalog stores them, case and all.
 *
 * @param text the pattern as written, not empty
 */
public record NamePattern(String text) {

    /** Whether it holds a wildcard. */
    public boolean isGlob() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '*' || c == '?') {
                return true;
            }
        }
        return false;
    }

    /** The name that a pattern without wildcards means. */
    public String exactName() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            name.append(c == '\\' && i + 1 < text.length() ? text.charAt(++i) : c);
        }
        return name.toString();
    }

    public boolean matches(String name) {
        return isGlob() ? regex().matcher(name).matches() : exactName().equals(name);
    }

    private Pattern regex() {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(c == '\\' && i + 1 < text.length() ? text.charAt(++i) : c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
