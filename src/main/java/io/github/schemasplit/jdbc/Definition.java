package io.github.schemasplit.jdbc;

import java.util.Optional;

/**
 * The definition of an object, in short: it is the same in every database that has the same object.
 *
 * @param catalog the OID of the catalog that the object is in
 * @param oid its own OID
 * @param schema the schema that it is in, or that what it is a part of is in; empty for what is in none
 * @param object its kind and its name, which no other has, such as {@code table public.orders}
 * @param hash of all that it is
 */
public record Definition(long catalog, long oid, Optional<String> schema, String object, String hash) {}
