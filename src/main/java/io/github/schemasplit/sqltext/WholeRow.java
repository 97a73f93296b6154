package io.github.schemasplit.sqltext;

import io.github.schemasplit.sql.Identifier;

/** Whether an expression takes a row of its table as one value: {@code shop.is_open(orders)}, {@code orders IS NOT NULL}. */
public final class WholeRow {
    private WholeRow() {}

    /**
     * Of an expression in which a backslash stands for itself.
     *
     * @param table the table's name; none of its columns has it
     */
    public static boolean isIn(String expression, Identifier table) {
        for (TokenCursor tokens = new TokenCursor(expression, StringSyntax.STANDARD); !tokens.isEnd(); tokens.next()) {
            if (tokens.isColumnName()
                    && tokens.part(0).identifier().equals(table)
                    && !tokens.word(-1).equals(".")
                    && !tokens.word(1).equals("(")
                    && (!tokens.word(1).equals(".") || tokens.word(2).equals("*"))) {
                return true;
            }
        }
        return false;
    }
}
