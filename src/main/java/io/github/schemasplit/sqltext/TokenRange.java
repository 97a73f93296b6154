package io.github.schemasplit.sqltext;

/**
 * Tokens of a text that stand one after the other.
 *
 * @param start the first of them, counted from the first of the text
 * @param end the one after the last
 */
record TokenRange(int start, int end) {}
