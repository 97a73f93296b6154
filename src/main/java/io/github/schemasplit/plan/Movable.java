package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.StatisticsObject;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;
import java.util.Locale;

/**
 * The kinds of object that have an {@code ALTER … SET SCHEMA}, with the words that stand in the command.
 *
 * <p>They stand in the order in which they must move: a routine or an operator is named with the types of its arguments, so it
 * goes before the types and the tables, whose row types may be among them. On the way back it is the last.
 */
public enum Movable implements SqlPart {
    FUNCTION("FUNCTION", Catalog.PG_PROC),
    PROCEDURE("PROCEDURE", Catalog.PG_PROC),
    AGGREGATE("AGGREGATE", Catalog.PG_PROC),
    OPERATOR("OPERATOR", Catalog.PG_OPERATOR),
    OPERATOR_CLASS("OPERATOR CLASS", Catalog.PG_OPCLASS),
    OPERATOR_FAMILY("OPERATOR FAMILY", Catalog.PG_OPFAMILY),
    COLLATION("COLLATION", Catalog.PG_COLLATION),
    CONVERSION("CONVERSION", Catalog.PG_CONVERSION),
    TEXT_SEARCH_CONFIGURATION("TEXT SEARCH CONFIGURATION", Catalog.PG_TS_CONFIG),
    TEXT_SEARCH_DICTIONARY("TEXT SEARCH DICTIONARY", Catalog.PG_TS_DICT),
    TEXT_SEARCH_PARSER("TEXT SEARCH PARSER", Catalog.PG_TS_PARSER),
    TEXT_SEARCH_TEMPLATE("TEXT SEARCH TEMPLATE", Catalog.PG_TS_TEMPLATE),
    TABLE("TABLE", Catalog.PG_CLASS),
    FOREIGN_TABLE("FOREIGN TABLE", Catalog.PG_CLASS),
    VIEW("VIEW", Catalog.PG_CLASS),
    MATERIALIZED_VIEW("MATERIALIZED VIEW", Catalog.PG_CLASS),
    SEQUENCE("SEQUENCE", Catalog.PG_CLASS),
    STATISTICS("STATISTICS", Catalog.PG_STATISTIC_EXT),
    TYPE("TYPE", Catalog.PG_TYPE),
    DOMAIN("DOMAIN", Catalog.PG_TYPE);

    private final String keyword;
    private final Catalog catalog;

    Movable(String keyword, Catalog catalog) {
        this.keyword = keyword;
        this.catalog = catalog;
    }

    /** The kind of an object. */
    static Movable of(SchemaObject object) {
        if (object instanceof Relation relation) {
            return ofKeyword(relation.kind().keyword());
        }
        if (object instanceof StatisticsObject) {
            return STATISTICS;
        }
        if (object instanceof Type type) {
            return type.kind() == 'd' ? DOMAIN : TYPE;
        }
        if (object instanceof Routine routine) {
            return ofRoutine(routine.kind());
        }
        return ofCatalog(object.id().catalog());
    }

    /** Whether an object is of one of the kinds: a row type is none, and an index neither. */
    static boolean isMovable(SchemaObject object) {
        return !(object instanceof Relation relation) || relation.kind() != RelationKind.COMPOSITE_TYPE;
    }

    private static Movable ofKeyword(String keyword) {
        for (Movable movable : values()) {
            if (movable.keyword.equals(keyword)) {
                return movable;
            }
        }
        throw new IllegalArgumentException("no ALTER " + keyword + " … SET SCHEMA");
    }

    private static Movable ofCatalog(Catalog catalog) {
        for (Movable movable : values()) {
            if (movable.catalog == catalog) {
                return movable;
            }
        }
        throw new IllegalArgumentException("no ALTER … SET SCHEMA for what is in " + catalog);
    }

    private static Movable ofRoutine(char prokind) {
        return prokind == 'a' ? AGGREGATE : prokind == 'p' ? PROCEDURE : FUNCTION;
    }

    /** What shares its names within a schema, such as {@code relation}: a view can not have the name of a table. */
    public String noun() {
        return catalog.noun();
    }

    /**
     * The query for all objects, of any schema, that share their names with this kind: its noun, the OID of the schema, the name, and
     * what tells those of one name apart, written as in {@link AlterSetSchema#arguments}; of an aggregate without arguments it is empty.
     */
    public String namesQuery() {
        String prefix = catalog.prefix();
        String from = " FROM pg_catalog." + catalog.name().toLowerCase(Locale.ROOT);
        return "SELECT '" + noun() + "', " + prefix + "namespace, " + prefix + "name, " + distinction() + from;
    }

    private String distinction() {
        return switch (catalog) {
            case PG_PROC -> "pg_catalog.oidvectortypes(proargtypes)";
            case PG_OPERATOR -> operand("oprleft") + " || ', ' || " + operand("oprright");
            case PG_OPCLASS, PG_OPFAMILY ->
                "(SELECT pg_catalog.quote_ident(amname) FROM pg_catalog.pg_am AS m WHERE m.oid = " + catalog.prefix()
                        + "method)";
            // One of another encoding is not there for this database.
            case PG_COLLATION ->
                "CASE WHEN collencoding IN (-1, pg_catalog.pg_char_to_encoding(pg_catalog.getdatabaseencoding()))"
                        + " THEN '' ELSE pg_catalog.pg_encoding_to_char(collencoding)::pg_catalog.text END";
            default -> "''";
        };
    }

    private static String operand(String column) {
        return "CASE " + column + " WHEN 0 THEN 'NONE' ELSE pg_catalog.format_type(" + column + ", NULL) END";
    }

    /** Whether it is named with the types of its arguments, so that it must move before all types and tables, and back after them. */
    boolean isNamedWithTypes() {
        return catalog == Catalog.PG_PROC || catalog == Catalog.PG_OPERATOR;
    }

    /** Whether it is a type, or has one of its name that goes with it, so that a routine's argument may be of it. */
    public boolean hasType() {
        return catalog == Catalog.PG_TYPE || isRelation() && this != SEQUENCE;
    }

    /** Whether moving it locks a relation. */
    boolean isRelation() {
        return catalog == Catalog.PG_CLASS;
    }

    /** The object as the command names it: an aggregate without arguments takes a star in their place. */
    SqlPart signature(QualifiedName name, String arguments) {
        return switch (catalog) {
            case PG_PROC -> {
                String list = this == AGGREGATE && arguments.isEmpty() ? "*" : arguments;
                yield new Statement(name.sql() + "(" + list + ")");
            }
            // Its characters are never those of another name, and it can not be quoted.
            case PG_OPERATOR ->
                new Statement(name.schema().sql() + "." + name.name().value() + " (" + arguments + ")");
            case PG_OPCLASS, PG_OPFAMILY -> new Statement(name.sql() + " USING " + arguments);
            default -> name;
        };
    }

    @Override
    public String sql() {
        return keyword;
    }
}
