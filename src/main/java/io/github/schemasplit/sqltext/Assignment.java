package io.github.schemasplit.sqltext;

/**
 * A value that a routine gives a variable.
 *
 * @param variable where the variable's name is, counted in tokens from the first of the text
 * @param value the expression
 */
record Assignment(int variable, TokenRange value) {}
