package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.StatisticsObject;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.SqlPart;

/**
 * The kinds of object that have an {@code ALTER … SET SCHEMA}, with the word that stands in the command.
 *
 * <p>They stand in the order in which they must move: a routine is named with the types of its arguments, so it goes before the
 * types and the tables, whose row types may be among them. On the way back it is the last.
 */
public enum Movable implements SqlPart {
    FUNCTION("FUNCTION", Catalog.PG_PROC),
    PROCEDURE("PROCEDURE", Catalog.PG_PROC),
    AGGREGATE("AGGREGATE", Catalog.PG_PROC),
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

    /**
     * The kind of an object.
     *
     * @throws IllegalArgumentException when it is none of the objects that can be moved
     */
    static Movable of(CatalogObject object) {
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
        throw new IllegalArgumentException(object.describe() + " has no ALTER … SET SCHEMA");
    }

    /**
     * The name of an object that can be moved.
     *
     * @throws IllegalArgumentException when it is none
     */
    static QualifiedName name(CatalogObject object) {
        if (object instanceof Relation relation) {
            return relation.name();
        }
        if (object instanceof StatisticsObject statistics) {
            return statistics.name();
        }
        if (object instanceof Type type) {
            return type.name();
        }
        if (object instanceof Routine routine) {
            return routine.name();
        }
        throw new IllegalArgumentException(object.describe() + " has no ALTER … SET SCHEMA");
    }

    private static Movable ofKeyword(String keyword) {
        for (Movable movable : values()) {
            if (movable.keyword.equals(keyword)) {
                return movable;
            }
        }
        throw new IllegalArgumentException("no ALTER " + keyword + " … SET SCHEMA");
    }

    private static Movable ofRoutine(char prokind) {
        return prokind == 'a' ? AGGREGATE : prokind == 'p' ? PROCEDURE : FUNCTION;
    }

    /** What shares its names within a schema, such as {@code relation}: a view can not have the name of a table. */
    public String noun() {
        return catalog.noun();
    }

    /** Whether it must move before all types and tables, and back after them. */
    boolean isRoutine() {
        return catalog == Catalog.PG_PROC;
    }

    /** Whether moving it locks a relation. */
    boolean isRelation() {
        return catalog == Catalog.PG_CLASS;
    }

    /** The object as the command names it: an aggregate without arguments takes a star in their place. */
    SqlPart signature(QualifiedName name, String arguments) {
        if (catalog != Catalog.PG_PROC) {
            return name;
        }
        String list = this == AGGREGATE && arguments.isEmpty() ? "*" : arguments;
        return () -> name.sql() + "(" + list + ")";
    }

    @Override
    public String sql() {
        return keyword;
    }
}
