package io.github.schemasplit.catalog;

import java.util.Comparator;

/**
 * An object's identity, which survives renaming and moving.
 *
 * @param catalog the catalog that holds its row
 * @param oid its OID there
 */
public record ObjectId(Catalog catalog, long oid) implements Comparable<ObjectId> {
    private static final Comparator<ObjectId> ORDER =
            Comparator.comparing(ObjectId::catalog).thenComparingLong(ObjectId::oid);

    public static ObjectId relation(long oid) {
        return new ObjectId(Catalog.PG_CLASS, oid);
    }

    @Override
    public int compareTo(ObjectId other) {
        return ORDER.compare(this, other);
    }
}
