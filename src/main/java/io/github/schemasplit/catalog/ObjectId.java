package io.github.schemasplit.catalog;

import org.jspecify.annotations.Nullable;

/**
 * An object's identity, which survives renaming and moving.
 *
 * @param catalog the catalog that holds its row
 * @param oid its OID there
 */
public record ObjectId(Catalog catalog, long oid) implements Comparable<ObjectId> {
    public static ObjectId relation(long oid) {
        return new ObjectId(Catalog.PG_CLASS, oid);
    }

    // Written out, since a record's own are linked at their first call and slow until they are compiled.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof ObjectId that && oid == that.oid && catalog == that.catalog);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(oid) + catalog.ordinal();
    }

    @Override
    public String toString() {
        return "ObjectId[catalog=" + catalog + ", oid=" + oid + "]";
    }

    @Override
    public int compareTo(ObjectId other) {
        int byCatalog = catalog.compareTo(other.catalog);
        return byCatalog != 0 ? byCatalog : Long.compare(oid, other.oid);
    }
}
