package io.github.schemasplit.sqltext.generator;

/**
 * A statement made by chance.
 *
 * @param kind what it is, for example {@code create_table}
 * @param sql its text
 */
public record GeneratedStatement(String kind, String sql) {}
