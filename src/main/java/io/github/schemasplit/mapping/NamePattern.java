package io.github.schemasplit.mapping;

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
        int at = 0;
        int from = 0;
        // After the last star met: where the pattern goes on, and the first character of the name that the star has not
        // taken.
        int afterStar = -1;
        int untaken = 0;
        while (from < name.length() || at < text.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                afterStar = ++at;
                untaken = from;
            } else if (at < text.length() && from < name.length() && takes(at, name.codePointAt(from))) {
                at += lengthOfPart(at);
                from += Character.charCount(name.codePointAt(from));
            } else if (afterStar >= 0 && untaken < name.length()) {
                untaken += Character.charCount(name.codePointAt(untaken));
                at = afterStar;
                from = untaken;
            } else {
                return false;
            }
        }
        return true;
    }

    /** Whether the part of the pattern at {@code at}, which is no star, stands for the character. */
    private boolean takes(int at, int character) {
        return isEscape(at)
                ? text.codePointAt(at + 1) == character
                : text.charAt(at) == '?' || text.codePointAt(at) == character;
    }

    private int lengthOfPart(int at) {
        return isEscape(at)
                ? 1 + Character.charCount(text.codePointAt(at + 1))
                : Character.charCount(text.codePointAt(at));
    }

    private boolean isEscape(int at) {
        return text.charAt(at) == '\\' && at + 1 < text.length();
    }
}
