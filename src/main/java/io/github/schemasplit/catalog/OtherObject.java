package io.github.schemasplit.catalog;

/**
 * An object that is in no schema and of a kind that the rest of the snapshot says nothing of, such as a cast or an event trigger:
 * kept so that what happens to it is seen.
 *
 * @param id its identity
 * @param name its name for people, with what else it takes to tell it from others
 * @param attributes everything that its row holds, and the rows that are parts of it, as one text
 */
public record OtherObject(ObjectId id, String name, String attributes) implements CatalogObject {
    @Override
    public String describe() {
        return id.catalog().noun() + " " + name;
    }

    @Override
    public String state() {
        return attributes;
    }
}
