package io.github.schemasplit.hostile;

import java.util.function.BiConsumer;

/** The kinds of object, and of property of one, that a random database is made of. */
enum Kind {
    TABLE(14, TablePieces::table),
    IDENTITY(6, TablePieces::identity),
    SERIAL(6, TablePieces::serial),
    UUID_KEY(4, TablePieces::uuid),
    COMPOSITE_KEY(5, TablePieces::composite),
    GENERATED_COLUMN(3, TablePieces::generated),
    UNLOGGED_TABLE(2, TablePieces::unlogged),
    TABLE_OF_DOMAIN(4, TablePieces::tableOfDomain),
    STORAGE_OPTIONS(2, TablePieces::storage),
    REPLICA_IDENTITY(2, TablePieces::replicaIdentity),
    CLUSTERED_INDEX(2, TablePieces::clustered),
    PARTITIONED_TABLE(5, TablePieces::partitioned),
    PARTITION(6, TablePieces::partition),
    SUB_PARTITIONED_TABLE(5, TablePieces::subPartitioned),
    INHERITANCE_CHILD(3, TablePieces::child),
    CHILD_OF_TWO(3, TablePieces::childOfTwo),
    FOREIGN_KEY(5, KeyPieces::foreignKey),
    SELF_REFERENCE(2, KeyPieces::selfReference),
    COMPOSITE_FOREIGN_KEY(5, KeyPieces::compositeReference),
    CYCLE_OF_FOREIGN_KEYS(2, KeyPieces::cycle),
    DEFERRABLE_FOREIGN_KEY(2, KeyPieces::deferrable),
    NOT_VALID_FOREIGN_KEY(2, KeyPieces::notValid),
    CHECK_CONSTRAINT(3, KeyPieces::check),
    UNIQUE_CONSTRAINT(2, KeyPieces::unique),
    EXCLUSION_CONSTRAINT(2, KeyPieces::exclusion),
    INDEX(2, KeyPieces::index),
    PARTIAL_INDEX(2, KeyPieces::partialIndex),
    EXPRESSION_INDEX(2, KeyPieces::expressionIndex),
    GIN_INDEX(2, KeyPieces::gin),
    GIST_INDEX(2, KeyPieces::gist),
    TEXT_SEARCH_INDEX(6, KeyPieces::textSearchIndex),
    INDEX_OF_OWN_CLASS(6, KeyPieces::indexOfClass),
    EXTENDED_STATISTICS(3, KeyPieces::statistics),
    FREE_SEQUENCE(5, TablePieces::sequence),
    DEFAULT_OF_FREE_SEQUENCE(5, TablePieces::defaultOfSequence),
    VIEW(6, ViewPieces::view),
    VIEW_ON_VIEW(4, ViewPieces::viewOnView),
    VIEW_OF_ROUTINE(2, ViewPieces::viewOfRoutine),
    MATERIALIZED_VIEW(4, ViewPieces::materializedView),
    MATERIALIZED_VIEW_INDEX(5, ViewPieces::materializedIndex),
    RULE(3, ViewPieces::rule),
    TRIGGER_ROUTINE(5, RoutinePieces::trigger),
    TRIGGER(3, ViewPieces::trigger),
    TRIGGER_WITH_STATE(5, ViewPieces::stateOfTrigger),
    CONSTRAINT_TRIGGER(3, ViewPieces::constraintTrigger),
    VIEW_TRIGGER(8, ViewPieces::viewTrigger),
    ROW_SECURITY(3, ViewPieces::rowSecurity),
    POLICY(3, ViewPieces::policy),
    ENUM(5, TypePieces::enumeration),
    DOMAIN(2, TypePieces::domain),
    CHECKED_DOMAIN(3, TypePieces::checkedDomain),
    COMPOSITE_TYPE(3, TypePieces::compositeType),
    RANGE_TYPE(3, TypePieces::range),
    COLUMN_OF_OWN_TYPE(4, TablePieces::columnOfType),
    COLUMN_OF_ROW_TYPE(5, TablePieces::columnOfRowType),
    SQL_ROUTINE(3, RoutinePieces::sql),
    ATOMIC_ROUTINE(3, 14, RoutinePieces::atomic),
    PLPGSQL_ROUTINE(3, RoutinePieces::plpgsql),
    CALLED_ROUTINE(4, RoutinePieces::called),
    SECURITY_DEFINER(2, RoutinePieces::securityDefiner),
    ROUTINE_WITH_SEARCH_PATH(2, RoutinePieces::searchPath),
    OVERLOAD(2, RoutinePieces::overload),
    ROUTINE_WITH_DEFAULTS(2, RoutinePieces::defaults),
    ROUTINE_OF_ROW_TYPE(3, RoutinePieces::rowType),
    ROUTINE_OF_OWN_TYPE(3, RoutinePieces::ofType),
    PROCEDURE(2, RoutinePieces::procedure),
    AGGREGATE(3, RoutinePieces::aggregate),
    WINDOW_ROUTINE(2, RoutinePieces::window),
    CAST(6, TypePieces::cast),
    OPERATOR(3, TypePieces::operator),
    OPERATOR_FAMILY(2, TypePieces::operatorFamily),
    OPERATOR_CLASS(3, TypePieces::operatorClass),
    COLLATION(3, TypePieces::collation),
    COLUMN_OF_OWN_COLLATION(6, TablePieces::columnOfCollation),
    TEXT_SEARCH_DICTIONARY(2, TypePieces::dictionary),
    TEXT_SEARCH_CONFIGURATION(3, TypePieces::configuration),
    TEXT_SEARCH_PARSER(2, TypePieces::parser),
    TEXT_SEARCH_TEMPLATE(2, TypePieces::template),
    CONVERSION(2, TypePieces::conversion),
    FOREIGN_TABLE(2, DatabasePieces::foreignTable),
    PUBLICATION(2, DatabasePieces::publication),
    PUBLICATION_COLUMNS(2, 15, DatabasePieces::columnList),
    PUBLICATION_ROW_FILTER(2, 15, DatabasePieces::rowFilter),
    PUBLICATION_OF_SCHEMA(2, 15, DatabasePieces::publicationOfSchema),
    PUBLICATION_OF_ALL(2, DatabasePieces::publicationOfAll),
    EVENT_TRIGGER(2, DatabasePieces::eventTrigger),
    DEFAULT_ACL(2, AccessPieces::defaultAcl),
    GRANT(4, AccessPieces::grant),
    GRANT_TO_PUBLIC(2, AccessPieces::grantToPublic),
    GRANT_CHAIN(2, AccessPieces::grantChain),
    COLUMN_GRANT(2, AccessPieces::columnGrant),
    SCHEMA_GRANT(2, AccessPieces::schemaGrant),
    REVOKE(2, AccessPieces::revoke),
    OWNER(4, AccessPieces::owner),
    COMMENT(4, AccessPieces::comment),
    COLUMN_COMMENT(2, AccessPieces::columnComment),
    ROLE_SETTING(2, DatabasePieces::roleSetting),
    DATABASE_SETTING(2, DatabasePieces::databaseSetting),
    EXTENSION_PG_TRGM(2, DatabasePieces::trigrams),
    EXTENSION_CITEXT(2, DatabasePieces::caseless),
    EXTENSION_HSTORE(2, DatabasePieces::pairs);

    private static final int OLDEST = 13;

    private final int weight;
    private final int since;
    private final BiConsumer<World, Piece> maker;

    Kind(int weight, BiConsumer<World, Piece> maker) {
        this(weight, OLDEST, maker);
    }

    Kind(int weight, int since, BiConsumer<World, Piece> maker) {
        this.weight = weight;
        this.since = since;
        this.maker = maker;
    }

    /** How often it is chosen, compared with the others. */
    int weight() {
        return weight;
    }

    boolean isKnownTo(int major) {
        return major >= since;
    }

    void make(World world, Piece piece) {
        if (isKnownTo(world.major())) {
            maker.accept(world, piece);
        }
    }
}
