package io.github.schemasplit.sqltext.oracle;

/**
 * Why PostgreSQL's parser refuses a text.
 *
 * @param message the server's message
 * @param position where, in characters from 1, or 0 where it does not say
 */
public record ParseError(String message, int position) implements ParseResult {}
