package io.github.schemasplit.sourcecode;

import java.util.Optional;

/**
 * A way to write strings.
 *
 * @param open what begins one
 * @param close what ends it
 * @param escapes how characters are written that could not stand there
 * @param holes how values are put into it
 * @param lines whether it can go over lines
 */
record StringStyle(String open, String close, Escapes escapes, Holes holes, boolean lines) {
    /** Text that stands in a file without quotes, where marks of XML and of YAML must not stand. */
    static final StringStyle TEXT = new StringStyle("<", "<", Escapes.NONE, Holes.HASH_BRACES, true);

    /** How characters are written that could not stand in a string. */
    enum Escapes {
        /** Not at all. */
        NONE,
        /** After a backslash. */
        BACKSLASH,
        /** Not at all; but what would end the string does not after a backslash, which stays. */
        KEPT_BACKSLASH,
        /** What would end the string is written twice. */
        DOUBLED
    }

    /** How values are put into a string. */
    enum Holes {
        NONE,
        /** {@code ${value}}. */
        DOLLAR_BRACES,
        /** {@code ${value}} and {@code $name}. */
        DOLLARS,
        /** {@code #{value}}. */
        HASH_BRACES,
        /** {@code {value}}; a brace is written twice. */
        BRACES,
        /** {@code $name}, <code>{$value}</code> and {@code ${name}}. */
        PHP
    }

    /** A text as it is written in such a string; empty when it cannot be. */
    Optional<String> written(String text) {
        return switch (escapes) {
            case NONE, KEPT_BACKSLASH ->
                Optional.of(text).filter(t -> !t.contains(close.substring(0, 1)) && isPlain(t));
            case BACKSLASH ->
                Optional.of(text.replace("\\", "\\\\").replace(close.substring(0, 1), "\\" + close.charAt(0)))
                        .filter(this::isPlain);
            case DOUBLED -> Optional.of(text.replace(close, close + close)).filter(this::isPlain);
        };
    }

    /** Whether nothing in it would be a hole, or the end of a line. */
    private boolean isPlain(String text) {
        return text.chars().noneMatch(c -> c == '\n' || c == '\r' || holes != Holes.NONE && "${}#&".indexOf(c) >= 0);
    }
}
