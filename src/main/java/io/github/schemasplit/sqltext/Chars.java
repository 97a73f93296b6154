package io.github.schemasplit.sqltext;

/** The scanner's classes of characters. Every character outside of ASCII can be part of a word. */
final class Chars {
    /** What stands for the end of the text; no class holds it. */
    static final char END = '\0';

    private Chars() {}

    static char at(String source, int index) {
        return index < source.length() ? source.charAt(index) : END;
    }

    static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    static boolean isWordPart(char c) {
        return isWordStart(c) || isDigit(c) || c == '$';
    }
}
