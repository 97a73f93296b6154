package io.github.schemasplit.sqltext;

/**
 * Where operators end.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-OPERATORS">Operators</a>
 */
final class Operators {
    private static final String CHARS = "+-*/<>=~!@#%^&|`?";
    /** An operator of more than one character ends in plus or minus only when it holds one of these. */
    private static final String NOT_OF_THE_STANDARD = "~!@#%^&|`?";

    private Operators() {}

    static boolean isOperatorChar(char c) {
        return CHARS.indexOf(c) >= 0;
    }

    /** The end of the operator that begins at {@code start}, where no comment begins. */
    static int end(String source, int start) {
        int end = start + 1;
        boolean mayEndInSign = NOT_OF_THE_STANDARD.indexOf(source.charAt(start)) >= 0;
        while (end < source.length() && isOperatorChar(source.charAt(end)) && !isComment(source, end)) {
            mayEndInSign |= NOT_OF_THE_STANDARD.indexOf(source.charAt(end)) >= 0;
            end++;
        }
        while (!mayEndInSign && end > start + 1 && isSign(source.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isComment(String source, int index) {
        return source.startsWith("--", index) || source.startsWith("/*", index);
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }
}
