package io.github.schemasplit.jdbc;

import java.util.Optional;

/**
 * The definition of an object, in short: it is the same in every database that has the same object.
 *
 * @param catalog the OID of the catalog that the object is in
 * @param oid its own OID
 * @param schema the schema that it is in, or that what it is a part of is in; empty for what is in none
 * @param object its kind and its name, which no other has, such as {@code table public.orders}
 * @param hash of all that it is, whose second half is of who may use it: that half is the same in each version of the server
 */
public record Definition(long catalog, long oid, Optional<String> schema, String object, String hash) {
    /** Whether two hashes are of objects that the same roles may use, and for the same. */
    public static boolean sameAccess(String one, String other) {
        return one.substring(one.length() / 2).equals(other.substring(other.length() / 2));
    }
}
