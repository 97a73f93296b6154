package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.Optional;

/**
 * A column of a relation.
 *
 * @param number {@code attnum}
 * @param name its name
 * @param typeOid its type
 * @param notNull whether it is NOT NULL
 * @param acl its ACL, empty when there is none
 * @param attributes everything else that its row and its default hold, as one text without volatile parts
 */
public record Column(
        int number, Identifier name, long typeOid, boolean notNull, Optional<Acl> acl, String attributes) {}
