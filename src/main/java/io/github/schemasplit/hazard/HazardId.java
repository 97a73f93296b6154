package io.github.schemasplit.hazard;

import static io.github.schemasplit.hazard.HazardSeverity.NOTICE;
import static io.github.schemasplit.hazard.HazardSeverity.SEVERE;
import static io.github.schemasplit.mapping.Compatibility.SEARCH_PATH;
import static io.github.schemasplit.mapping.Compatibility.VIEWS;

import io.github.schemasplit.mapping.Compatibility;
import java.util.List;

/**
 * The hazards there are. Their names are permanent: retired, never reused. Each has a page of its name in
 * {@code src/site/markdown/hazards}, and a row in the README.
 */
public enum HazardId {
    OLD_NAME_LOST(
            SEVERE,
            "Statements that use the old names of what moves fail, since nothing stands under these names any more.",
            SEARCH_PATH),
    COMPAT_VIEW_LIMIT(
            SEVERE,
            "What is done with tables by their old names is more than the views under these names can do, such as COPY or TRUNCATE."),
    COLUMN_ACL_WITH_ROW_SECURITY(
            SEVERE,
            "Row security is on tables of which some roles may read only some columns, so that no view is exact and their old names end."),
    OLD_CONNECTIONS_KEEP_PATH(
            SEVERE,
            "Sessions that are open when the search_path changes keep the old one, and find what moved only once they connect anew."),
    MAPPING_NOT_CARRIED_OUT(SEVERE, "Some of what the mapping says of access and policies is not carried out."),
    REPLICATION_SUBSCRIBER(
            SEVERE,
            "Logical subscribers stop at a table that has moved until theirs has moved too, and change streams show the new schema."),
    PUBLICATION_GAINS_TABLES(
            SEVERE,
            "A publication of a whole target schema begins to publish what moves there, and subscribers without such tables stop."),
    PUBLICATION_CHANGES(
            NOTICE,
            "A publication of a whole schema gets the tables that leave that one by one, and those made later only by hand."),
    SUBSCRIPTION_DISABLED(
            NOTICE,
            "A disabled subscription feeds tables that move, and finds them once it is enabled only where the publisher's have moved."),
    ROUTINE_NEEDS_PERSON(
            SEVERE,
            "The text of routines may name what moves, or the schema that it leaves, where only a person can tell."),
    DYNAMIC_SQL(
            SEVERE,
            "Routines put statements together as they run, and these may name what moves by its old name.",
            VIEWS),
    ROUTINE_NOT_MENDED(
            SEVERE,
            "Routines whose text names what moves are left as they are, as the mapping says, and no longer find it.",
            VIEWS),
    ROUTINE_NO_LONGER_INLINED(
            NOTICE,
            "SQL functions that get a search_path of their own are no longer inlined, and queries that call them may be slower."),
    JOB_NEEDS_PERSON(SEVERE, "Jobs of pg_cron name what moves, or may do so, and are not mended with the move."),
    EXPRESSION_NEEDS_PERSON(
            SEVERE,
            "Stored expressions, such as defaults and queries of views, hold texts that may name what moves or the schema it leaves."),
    TRIGGER_ARGUMENT(
            SEVERE,
            "Triggers go on giving their routines texts that may name what moves or the schema that it leaves."),
    WEBHOOK_SCHEMA(SEVERE, "What webhooks send names the new schema in place of the old one."),
    SETTING_NOT_MENDED(
            SEVERE,
            "Settings of the database, of roles or of routines name what moves or the schema that it leaves, and do not follow.",
            VIEWS),
    SEARCH_PATH_SETTING(
            NOTICE,
            "A search_path has the schema that things leave and not those that they go to, where bare names mean them."),
    API_CLIENTS(
            SEVERE,
            "Roles of an API, such as PostgREST's, may use what moves, and the API does not serve the schemas that it goes to.",
            VIEWS),
    FOREIGN_SERVER(
            SEVERE,
            "Foreign tables ask their servers by names that the move changes, or for tables of this database that move."),
    EVENT_TRIGGER(
            NOTICE,
            "Event triggers fire within the change and call routines that name what moves, which may fail and so take it all back."),
    CROSS_SCHEMA_FK(
            NOTICE, "Foreign keys will run between schemas, which keep working and tie these schemas to one database."),
    OWNER_LACKS_CREATE(
            NOTICE,
            "Owners of tables can not create indexes on them any more, for lack of CREATE on the target schema."),
    DEFAULT_PRIVILEGES_LOST(
            NOTICE,
            "What some roles create in the target schemas later lacks the default privileges of the source schema."),
    ACCESS_WIDENS(
            NOTICE,
            "Roles get USAGE on a target schema for what moves there, and with it reach what was moved there before."),
    ROLLBACK_NOT_EXACT(
            NOTICE,
            "A rollback leaves some foreign keys of partitions in another schema than before, since no command puts them back."),
    API_GAINS_TABLES(
            SEVERE,
            "An HTTP API, such as PostgREST's, begins to serve tables without row security, to roles that hold privileges on them."),
    API_EMBEDDING(
            SEVERE,
            "Clients of an API ask for rows of one table with those of another that comes to be in another schema, which it does not do.",
            VIEWS),
    API_COMPUTED_FIELD(
            SEVERE,
            "Clients of an API ask for fields of tables that routines compute, which it does not find with the tables any more.");

    private final HazardSeverity severity;
    private final String explanation;
    private final List<Compatibility> easedBy;

    HazardId(HazardSeverity severity, String explanation, Compatibility... easedBy) {
        this.severity = severity;
        this.explanation = explanation;
        this.easedBy = List.of(easedBy);
    }

    /** How grave it is at worst. */
    public HazardSeverity severity() {
        return severity;
    }

    /** How grave it is where old names are kept working like this. */
    public HazardSeverity severity(Compatibility kept) {
        return easedBy.contains(kept) ? NOTICE : severity;
    }

    /** What keeps old names working so that it is a notice only. */
    public List<Compatibility> easedBy() {
        return easedBy;
    }

    /** What it is, in one sentence. */
    public String explanation() {
        return explanation;
    }

    /** The page that says more, below {@code src/site/markdown}. */
    public String page() {
        return "hazards/" + name() + ".md";
    }
}
