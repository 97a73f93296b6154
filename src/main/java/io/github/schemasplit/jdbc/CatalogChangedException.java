package io.github.schemasplit.jdbc;

/**
 * That the catalog is no longer the one that a change was planned on, or that was being read: nothing was changed, and it can be
 * read and planned again.
 */
public final class CatalogChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CatalogChangedException() {
        super("Others changed the database's schema while it was read, or the change planned");
    }
}
