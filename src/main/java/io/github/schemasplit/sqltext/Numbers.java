package io.github.schemasplit.sqltext;

/**
 * Where numbers end.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-CONSTANTS-NUMERIC">Numeric
 *     Constants</a>
 */
final class Numbers {
    private static final int DECIMAL = 10;

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
        int radix;
        switch (Chars.at(source, start + 1)) {
            case 'x', 'X' -> radix = 16;
            case 'o', 'O' -> radix = 8;
            case 'b', 'B' -> radix = 2;
            default -> {
                return start;
            }
        }
        int end = digits(source, start + 2, radix);
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
    private static int digits(String source, int start, int radix) {
        int i = start;
        while (i < source.length()) {
            if (isDigit(source.charAt(i), radix)) {
                i++;
            } else if (source.charAt(i) == '_' && isDigit(Chars.at(source, i + 1), radix)) {
                i += 2;
            } else {
                break;
            }
        }
        return i;
    }

    private static boolean isDigit(char c, int radix) {
        return c < 0x80 && Character.digit(c, radix) >= 0;
    }
}
