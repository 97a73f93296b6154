package io.github.schemasplit.sqltext;

import java.util.function.IntPredicate;

/**
 * Where numbers end.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-CONSTANTS-NUMERIC">Numeric
 *     Constants</a>
 */
final class Numbers {
    private static final IntPredicate DECIMAL = c -> c >= '0' && c <= '9';

    private Numbers() {}

    /** The end of the number that begins at {@code start} with a digit, or with a dot and a digit. */
    static int end(String source, int start) {
        int prefixed = prefixed(source, start);
        if (prefixed > start) {
            return prefixed;
        }
        int end = digits(source, start, DECIMAL);
        if (Chars.at(source, end) == '.' && Chars.at(source, end + 1) != '.') {
            end = Chars.isDigit(Chars.at(source, end + 1)) ? digits(source, end + 1, DECIMAL) : end + 1;
        }
        return exponent(source, end);
    }

    private static int prefixed(String source, int start) {
        if (source.charAt(start) != '0') {
            return start;
        }
        IntPredicate digit = switch (Chars.at(source, start + 1)) {
            case 'x', 'X' -> c -> Character.digit(c, 16) >= 0 && c < 0x80;
            case 'o', 'O' -> c -> c >= '0' && c <= '7';
            case 'b', 'B' -> c -> c == '0' || c == '1';
            default -> c -> false;
        };
        int end = digits(source, start + 2, digit);
        return end > start + 2 ? end : start;
    }

    private static int exponent(String source, int start) {
        char c = Chars.at(source, start);
        if (c != 'e' && c != 'E') {
            return start;
        }
        char sign = Chars.at(source, start + 1);
        int first = start + (sign == '+' || sign == '-' ? 2 : 1);
        return Chars.isDigit(Chars.at(source, first)) ? digits(source, first, DECIMAL) : start;
    }

    /** The end of a run of digits, with single underscores between them and, in prefixed numbers, before them. */
    private static int digits(String source, int start, IntPredicate digit) {
        int i = start;
        while (i < source.length()) {
            if (digit.test(source.charAt(i))) {
                i++;
            } else if (source.charAt(i) == '_' && digit.test(Chars.at(source, i + 1))) {
                i += 2;
            } else {
                break;
            }
        }
        return i;
    }
}
