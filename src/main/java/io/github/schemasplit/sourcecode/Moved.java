package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sql.Identifier;

/**
 * Something that moves.
 *
 * @param name its name
 * @param target the schema it goes to
 */
record Moved(String name, Identifier target) {}
