package io.github.schemasplit.sourcecode;

import java.util.Optional;

/**
 * What stands around a reference, for people.
 *
 * @param before the line, or of a long one what is near, as it is
 * @param after what it becomes, possibly more than one line; nothing where it stays, or where the edit is elsewhere
 */
public record Excerpt(String before, Optional<String> after) {}
