package io.github.schemasplit.sqltext;

/** What a piece of SQL text is to PostgreSQL's scanner. */
public enum TokenKind {
    /** Spaces, tabs, line ends. */
    WHITESPACE,
    /** {@code -- …}, without its line end. */
    LINE_COMMENT,
    /** {@code /* … *}{@code /}, with the comments nested in it. */
    BLOCK_COMMENT,
    /** A key word or an identifier without quotes. */
    WORD,
    /** {@code "…"}. */
    QUOTED_IDENTIFIER,
    /** {@code U&"…"}. */
    UNICODE_IDENTIFIER,
    /** {@code '…'} or {@code N'…'}; what a backslash means in it is for {@link StringSyntax} to say. */
    STRING,
    /** {@code E'…'}. */
    ESCAPE_STRING,
    /** {@code U&'…'}. */
    UNICODE_STRING,
    /** {@code B'…'} or {@code X'…'}. */
    BIT_STRING,
    /** {@code $tag$…$tag$}. */
    DOLLAR_STRING,
    /** {@code $1}. */
    PARAMETER,
    /** A number of any notation, without sign. */
    NUMBER,
    /** {@code +}, {@code <=}, {@code ->>} and the like. */
    OPERATOR,
    /** One of {@code , ( ) [ ] . .. ; : :: :=}. */
    PUNCTUATION,
    /** A string, quoted identifier or block comment that the text ends in. */
    UNTERMINATED,
    /** A character that begins nothing in SQL, such as a backslash. */
    OTHER;

    /** Whether the server's parser never sees it. */
    public boolean isBlank() {
        return this == WHITESPACE || this == LINE_COMMENT || this == BLOCK_COMMENT;
    }
}
