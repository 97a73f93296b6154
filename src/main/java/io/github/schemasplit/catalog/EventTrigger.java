package io.github.schemasplit.catalog;

/**
 * An event trigger.
 *
 * @param id its identity
 * @param name its name, quoted where it needs that
 * @param routine the OID of the routine that it calls at commands such as a plan has; 0 where it is disabled or for other commands
 * @param attributes everything that its row holds, as one text
 */
public record EventTrigger(ObjectId id, String name, long routine, String attributes) implements CatalogObject {
    @Override
    public String describe() {
        return id.catalog().noun() + " " + name;
    }

    @Override
    public String state() {
        return attributes;
    }
}
