package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;

/**
 * A statement that sessions ran in this database, as {@code pg_stat_statements} counts it.
 *
 * @param text its text, with {@code $1} and so on for constants
 * @param role the role that ran it
 * @param calls how often it was run
 * @param milliseconds how long all of these took together
 * @param nested whether only routines ran it, as far as the server tells
 */
public record ObservedStatement(String text, Identifier role, long calls, double milliseconds, boolean nested) {}
