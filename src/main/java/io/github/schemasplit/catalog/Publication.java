package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.List;

/**
 * A publication.
 *
 * @param oid its OID
 * @param name its name
 * @param owner its owner
 * @param allTables whether it is FOR ALL TABLES
 * @param tables the OIDs of its FOR TABLE members, ascending
 * @param filtered those of them that have a row filter, ascending; it counts for nothing where the publication has the table's schema
 * @param schemas the schemas of its FOR TABLES IN SCHEMA members, by name
 * @param attributes everything else that its rows hold, column lists and row filters included, as one text
 */
public record Publication(
        long oid,
        Identifier name,
        Identifier owner,
        boolean allTables,
        List<Long> tables,
        List<Long> filtered,
        List<Identifier> schemas,
        String attributes)
        implements CatalogObject {
    public Publication {
        tables = List.copyOf(tables);
        filtered = List.copyOf(filtered);
        schemas = List.copyOf(schemas);
    }

    @Override
    public ObjectId id() {
        return new ObjectId(Catalog.PG_PUBLICATION, oid);
    }

    @Override
    public String describe() {
        return "publication " + name;
    }

    @Override
    public String state() {
        return new StateText()
                .add(name)
                .add(owner)
                .add(allTables)
                .addAll(tables)
                .addAll(filtered)
                .addAll(schemas)
                .add(attributes)
                .toString();
    }
}
