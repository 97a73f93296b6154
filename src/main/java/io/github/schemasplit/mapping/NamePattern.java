package io.github.schemasplit.mapping;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a mapping names objects: an exact name, or a glob in which {@code *} stands for any run of characters and {@code ?}
 * for one. A backslash takes the next character as it is. Names are compared as the catalog stores them, case and all.
 *
 * @param text the pattern as written, not empty
 */
public record NamePattern(String text) {
    private static final String SPECIAL = "\\*?.()";

    /** The pattern that means this name and no other. */
    public static NamePattern exactly(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            text.append(SPECIAL.indexOf(c) < 0 ? "" : "\\").append(c);
        }
        return new NamePattern(text.toString());
    }

    /** The name's part alone, where arguments follow it in parentheses. */
    public NamePattern withoutArguments() {
        int open = unescaped('(');
        return open < 0 ? this : new NamePattern(text.substring(0, open).stripTrailing());
    }

    /** What stands between the parentheses after the name; empty when there are none. */
    public Optional<String> arguments() {
        int open = unescaped('(');
        return open < 0 || !text.endsWith(")")
                ? Optional.empty()
                : Optional.of(text.substring(open + 1, text.length() - 1));
    }

    /** Where a character is first that no backslash precedes; -1 if nowhere. */
    int unescaped(char wanted) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

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
        return isGlob() ? globMatches(name) : exactName().equals(name);
    }

    /** As {@link #matches}, for many names: the pattern itself is looked at once. */
    public Predicate<String> matcher() {
        return isGlob() ? this::globMatches : exactName()::equals;
    }

    /** Goes along both texts; where they part, the last star takes one character more. Its time is that of their lengths' product. */
    private boolean globMatches(String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int starTook = 0;
        while (n < name.length()) {
            if (p < text.length() && text.charAt(p) == '*') {
                star = p++;
                starTook = n;
            } else if (p < text.length() && matchesOne(p, name.charAt(n))) {
                n += text.charAt(p) == '?' ? Character.charCount(name.codePointAt(n)) : 1;
                p += lengthAt(p);
            } else if (star >= 0) {
                p = star + 1;
                n = ++starTook;
            } else {
                return false;
            }
        }
        while (p < text.length() && text.charAt(p) == '*') {
            p++;
        }
        return p == text.length();
    }

    private boolean matchesOne(int p, char c) {
        return text.charAt(p) == '?' || text.charAt(p + lengthAt(p) - 1) == c;
    }

    /** How many characters of the pattern stand for one of the name: two where a backslash takes the next as it is. */
    private int lengthAt(int p) {
        return text.charAt(p) == '\\' && p + 1 < text.length() ? 2 : 1;
    }
}
