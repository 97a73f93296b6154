package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.List;

/**
 * An installed extension.
 *
 * @param oid its OID
 * @param name its name
 * @param schema the schema that it was installed into
 * @param version its version
 * @param distributed of Citus, the OIDs of the tables that it distributes, ascending; else none
 * @param attributes everything else that its row holds, as one text
 */
public record Extension(
        long oid, Identifier name, Identifier schema, String version, List<Long> distributed, String attributes)
        implements CatalogObject {
    public Extension {
        distributed = List.copyOf(distributed);
    }

    /** The number that its version begins with, of at most nine digits; 0 when it begins with none. */
    public int majorVersion() {
        int digits = 0;
        while (digits < Math.min(9, version.length())
                && version.charAt(digits) >= '0'
                && version.charAt(digits) <= '9') {
            digits++;
        }
        return digits == 0 ? 0 : Integer.parseInt(version.substring(0, digits));
    }

    @Override
    public ObjectId id() {
        return new ObjectId(Catalog.PG_EXTENSION, oid);
    }

    @Override
    public String describe() {
        return "extension " + name;
    }

    @Override
    public String state() {
        return new StateText()
                .add(name)
                .add(schema)
                .add(version)
                .add(attributes)
                .toString();
    }
}
