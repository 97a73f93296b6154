package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.Optional;

/**
 * An object in short: enough to say later whether it was dropped, moved or changed.
 *
 * @param id its identity
 * @param description its name for people at that moment, such as {@code trigger t on table public.orders}
 * @param schema the schema it was in; empty for what is in none
 * @param partOf what it was a part of
 * @param hash a hash of its {@link CatalogObject#state() state} and of the comments on, and security labels of, it and its columns
 */
public record ObjectState(
        ObjectId id, String description, Optional<Identifier> schema, Optional<ObjectId> partOf, String hash) {}
