package io.github.schemasplit.sqltext;

/**
 * A piece of a source text.
 *
 * @param kind what it is
 * @param start where it begins, in UTF-16 units from 0
 * @param end where it ends, exclusive; after {@code start}
 */
public record Token(TokenKind kind, int start, int end) {
    public Token {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a token must not be empty: " + start + " to " + end);
        }
    }

    /** Its text within {@code source}, the text that it was read from. */
    public String text(String source) {
        return source.substring(start, end);
    }

    /** Whether it is the unquoted word {@code word}, in whatever case. */
    public boolean isWord(String source, String word) {
        return kind == TokenKind.WORD
                && end - start == word.length()
                && source.regionMatches(true, start, word, 0, word.length());
    }

    /** Whether it is the punctuation {@code mark}. */
    public boolean isPunctuation(String source, String mark) {
        return kind == TokenKind.PUNCTUATION && end - start == mark.length() && source.startsWith(mark, start);
    }
}
