package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.Catalog;

/** Which objects of a database still have the OIDs that a plan names them by. */
public enum OidsKept {
    /** All that were not dropped. */
    ALL,
    /**
     * Relations and types: the server was upgraded to another major version.
     *
     * @see <a href="https://www.postgresql.org/docs/current/pgupgrade.html">pg_upgrade</a>
     */
    RELATIONS_AND_TYPES,
    /** None: the database was restored from a dump. */
    NONE;

    boolean ofCatalog(Catalog catalog) {
        return this == ALL
                || this == RELATIONS_AND_TYPES && (catalog == Catalog.PG_CLASS || catalog == Catalog.PG_TYPE);
    }
}
