package io.github.schemasplit.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The system catalogs whose rows this tool knows. Their OIDs are the same in every database and version.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">System Catalogs</a>
 */
public enum Catalog {
    PG_TYPE(1247, "type", "typ"),
    PG_PROC(1255, "routine", "pro"),
    PG_CLASS(1259, "relation", "rel"),
    PG_AUTHID(1260, "role"),
    PG_CONSTRAINT(2606, "constraint"),
    PG_NAMESPACE(2615, "schema"),
    PG_REWRITE(2618, "rule"),
    PG_TRIGGER(2620, "trigger"),
    PG_EXTENSION(3079, "extension"),
    PG_POLICY(3256, "policy"),
    PG_STATISTIC_EXT(3381, "statistics object", "stx"),
    PG_DEFAULT_ACL(826, "default ACL"),
    PG_PUBLICATION(6104, "publication"),
    PG_AM(2601, "access method"),
    PG_CAST(2605, "cast"),
    PG_COLLATION(3456, "collation", "coll"),
    PG_CONVERSION(2607, "conversion", "con"),
    PG_DATABASE(1262, "database"),
    PG_EVENT_TRIGGER(3466, "event trigger"),
    PG_FOREIGN_DATA_WRAPPER(2328, "foreign-data wrapper"),
    PG_FOREIGN_SERVER(1417, "foreign server"),
    PG_LANGUAGE(2612, "language"),
    PG_OPCLASS(2616, "operator class", "opc"),
    PG_OPERATOR(2617, "operator", "opr"),
    PG_OPFAMILY(2753, "operator family", "opf"),
    PG_TRANSFORM(3576, "transform"),
    PG_TS_CONFIG(3602, "text search configuration", "cfg"),
    PG_TS_DICT(3600, "text search dictionary", "dict"),
    PG_TS_PARSER(3601, "text search parser", "prs"),
    PG_TS_TEMPLATE(3764, "text search template", "tmpl"),
    PG_USER_MAPPING(1418, "user mapping");

    private static final Map<Long, Catalog> BY_OID = byOid();

    private final long oid;
    private final String noun;
    private final String prefix;

    Catalog(long oid, String noun) {
        this(oid, noun, "");
    }

    Catalog(long oid, String noun, String prefix) {
        this.oid = oid;
        this.noun = noun;
        this.prefix = prefix;
    }

    /** The OID of the catalog itself, as {@code pg_depend.classid} holds it. */
    public long oid() {
        return oid;
    }

    /** What one row of it is, for messages. */
    public String noun() {
        return noun;
    }

    /**
     * What its columns' names begin with, such as {@code rel} of {@code relname} and {@code relnamespace}; empty unless its rows are
     * objects that an {@code ALTER … SET SCHEMA} can move.
     */
    public String prefix() {
        return prefix;
    }

    public static Optional<Catalog> ofOid(long oid) {
        return Optional.ofNullable(BY_OID.get(oid));
    }

    /**
     * The catalog of that name.
     *
     * @param name such as {@code pg_class}
     */
    public static Optional<Catalog> ofName(String name) {
        for (Catalog catalog : values()) {
            if (catalog.name().equalsIgnoreCase(name)) {
                return Optional.of(catalog);
            }
        }
        return Optional.empty();
    }

    private static Map<Long, Catalog> byOid() {
        Map<Long, Catalog> byOid = new HashMap<>();
        for (Catalog catalog : values()) {
            byOid.put(catalog.oid, catalog);
        }
        return Map.copyOf(byOid);
    }
}
