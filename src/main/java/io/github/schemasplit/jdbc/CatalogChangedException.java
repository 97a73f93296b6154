package io.github.schemasplit.jdbc;

/** That the catalog is no longer the one that a change was planned on: nothing was changed, and it can be planned again. */
public final class CatalogChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CatalogChangedException() {
        super("Others changed the database's schema while the change was planned");
    }
}
