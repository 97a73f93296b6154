package io.github.schemasplit.sqltext;

/**
 * What a backslash means in {@code '…'}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-compatible.html">standard_conforming_strings</a>
 */
public enum StringSyntax {
    /** Itself: {@code standard_conforming_strings = on}, the server's default. */
    STANDARD,
    /** It takes the next character as data, as in {@code E'…'}: {@code standard_conforming_strings = off}. */
    BACKSLASH
}
