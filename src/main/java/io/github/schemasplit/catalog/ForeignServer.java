package io.github.schemasplit.catalog;

/**
 * A foreign server.
 *
 * @param id its identity
 * @param name its name for people
 * @param here whether it is this database
 * @param attributes everything that its row holds, as one text
 */
public record ForeignServer(ObjectId id, String name, Here here, String attributes) implements CatalogObject {
    /** Whether queries on a server's tables come back to this database. */
    public enum Here {
        /** It is one of postgres_fdw, with this database's name, this server's port and a host that is every machine's own. */
        YES,
        /** It is one of postgres_fdw with this database's name, on a host or port that may be this server's. */
        MAYBE,
        NO
    }

    @Override
    public String describe() {
        return id.catalog().noun() + " " + name;
    }

    @Override
    public String state() {
        return attributes;
    }
}
