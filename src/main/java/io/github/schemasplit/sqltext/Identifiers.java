package io.github.schemasplit.sqltext;

import io.github.schemasplit.sql.Identifier;
import java.nio.charset.StandardCharsets;

/**
 * What the server makes of an identifier as it is written.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">Identifiers and Key
 *     Words</a>
 */
final class Identifiers {
    private Identifiers() {}

    /** The identifier that a word or quoted identifier of {@code source} stands for. */
    static String of(String source, Token token) {
        String name = switch (token.kind()) {
            case QUOTED_IDENTIFIER ->
                source.substring(token.start() + 1, token.end() - 1).replace("\"\"", "\"");
            case UNICODE_IDENTIFIER -> unicode(source, token);
            default -> fold(source, token.start(), token.end());
        };
        return cut(name.isEmpty() ? source.substring(token.start(), token.end()) : name.replace('\0', '?'));
    }

    /** In lower case, as far as ASCII goes: what the server does in databases of UTF-8. */
    static String fold(String source, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = source.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                return folded(source, start, end);
            }
        }
        return source.substring(start, end);
    }

    private static String folded(String source, int start, int end) {
        char[] folded = new char[end - start];
        for (int i = start; i < end; i++) {
            char c = source.charAt(i);
            folded[i - start] = c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
        }
        return new String(folded);
    }

    /** {@code U&"d\0061ta"}, or {@code U&"d!0061ta" UESCAPE '!'} as one token. */
    private static String unicode(String source, Token token) {
        int start = token.start() + 3;
        int end = Quotes.endOfIdentifier(source, start);
        char escape = end == token.end() ? '\\' : source.charAt(token.end() - 2);
        return unescape(source.substring(start, end - 1).replace("\"\"", "\""), escape);
    }

    /** {@code \0041} and {@code \+000041} as the characters they stand for; an escape that is none stays as it is. */
    private static String unescape(String text, char escape) {
        StringBuilder plain = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int digits = text.startsWith("+", i + 1) ? 6 : 4;
            int first = i + digits / 2 - 1;
            int last = first + digits;
            boolean escapes = text.charAt(i) == escape;
            if (escapes && Chars.at(text, i + 1) == escape) {
                plain.append(escape);
                i += 2;
            } else if (escapes && last <= text.length() && isCodePoint(text.substring(first, last))) {
                plain.appendCodePoint(Integer.parseInt(text.substring(first, last), 16));
                i = last;
            } else {
                plain.append(text.charAt(i));
                i++;
            }
        }
        return plain.toString();
    }

    private static boolean isCodePoint(String hex) {
        return hex.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80)
                && Character.isValidCodePoint(Integer.parseInt(hex, 16));
    }

    private static String cut(String name) {
        if (name.length() * 3 <= Identifier.MAX_BYTES) {
            return name;
        }
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= Identifier.MAX_BYTES) {
            return name;
        }
        int end = Identifier.MAX_BYTES;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
