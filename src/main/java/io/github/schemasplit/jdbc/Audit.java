package io.github.schemasplit.jdbc;

import io.github.schemasplit.plan.AlterDefaultPrivileges;
import io.github.schemasplit.plan.AlterPublication;
import io.github.schemasplit.plan.CommentOnSchema;
import io.github.schemasplit.plan.DropSchema;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The part of a change's block that proves that the operations did what the plan says and nothing else.
 *
 * <p>It looks four times, {@code ss_pass} says which time it is: before the first operation, which gives the state to compare with
 * and has all queries planned; after the operations on schemas, still with nothing locked; after most of the moves, at what they
 * moved; and after the last few, at what those moved, when every millisecond counts. What would name the offender is therefore
 * asked only when there is one, and no catalog is searched whose writes the server's own counters account for.
 */
final class Audit {
    /** Begins what is done when something that was looked at already may have been changed since. */
    static final String ONCE_MORE =
            "IF ss_pass = 4 AND ss_suspects && '{" + String.join(",", MovedObjects.catalogs()) + "}' THEN";

    private final Change change;
    private final Identifier journalSchema;
    private final int major;
    private final MovedObjects moved;
    private final PrivilegeAudit privileges;
    private final ViewAudit views;
    private final SettingAudit settings;
    private final AccessAudit access;
    private final PolicyAudit policies;
    private final RoleAudit roles;

    Audit(Change change, MovedObjects moved, ViewAudit views, Identifier journalSchema, int major) {
        this.change = change;
        this.moved = moved;
        this.journalSchema = journalSchema;
        this.major = major;
        this.views = views;
        this.privileges = new PrivilegeAudit(change.plan(), major);
        this.settings = new SettingAudit(change, major);
        this.policies = new PolicyAudit(change.plan(), change.read().snapshot(), major);
        this.roles = new RoleAudit(change.plan(), major);
        this.access = new AccessAudit(change.plan(), major);
    }

    void declare(Block block) {
        moved.declare(block);
        privileges.declare(block);
        views.declare(block);
        settings.declare(block);
        access.declare(block);
        policies.declare(block);
        roles.declare(block);
        block.add("ss_publications CONSTANT name[] := " + Block.names(publications()) + ";");
        block.add("ss_published CONSTANT name[] := " + Block.names(published()) + ";");
        block.add("ss_removing oid[];");
        block.add("ss_rows CONSTANT text := " + Literal.of(query("audit-rows")).sql() + ";");
        block.add("ss_ours CONSTANT text := " + Literal.of(query("audit-ours")).sql() + ";");
        block.add("ss_images jsonb;");
        block.add("ss_sum numeric;");
        block.add("ss_sum_now numeric := 0;");
        block.add("ss_count int8;");
        block.add("ss_count_now int8;");
        block.add("ss_there int8 := 0;");
        block.add("ss_catalogs oid[];");
        block.add("ss_counts int8[];");
        block.add("ss_counts_now int8[];");
        block.add("ss_suspects text[];");
        block.add("ss_journal oid;");
        block.add("ss_made bool;");
        block.add("ss_written text[];");
        block.add("ss_exempt text[];");
        block.add("ss_removed int8;");
        block.add("ss_removed_now int8;");
        block.add("ss_found text[];");
        block.add("ss_detail text;");
    }

    private SortedSet<Identifier> publications() {
        SortedSet<Identifier> publications = new TreeSet<>();
        for (Operation operation : change.plan().operations()) {
            if (operation instanceof AlterPublication alter) {
                publications.add(alter.publication());
            }
        }
        return publications;
    }

    /** The tables that a publication gets or loses. */
    private SortedSet<Identifier> published() {
        SortedSet<Identifier> published = new TreeSet<>();
        for (Operation operation : change.plan().operations()) {
            if (operation instanceof AlterPublication alter) {
                published.add(alter.table().name());
            }
        }
        return published;
    }

    /** The names of the catalogs from which operations of the plan remove rows. */
    private SortedSet<String> removing() {
        SortedSet<String> catalogs = new TreeSet<>();
        for (Operation operation : change.plan().operations()) {
            if (operation instanceof DropSchema) {
                catalogs.addAll(List.of("pg_namespace", "pg_description", "pg_default_acl", "pg_seclabel"));
            } else if (operation instanceof CommentOnSchema) {
                catalogs.add("pg_description");
            } else if (operation instanceof AlterDefaultPrivileges defaults && !defaults.grant()) {
                catalogs.add("pg_default_acl");
            } else if (operation instanceof AlterPublication publication && !publication.add()) {
                catalogs.add("pg_publication_rel");
            }
        }
        return catalogs;
    }

    /** Before anything is written, the journal included: what there is to compare with. */
    void begin(Block block) {
        block.add("ss_catalogs := ARRAY(" + query("audit-catalogs") + ");");
        block.add("ss_removing := '{" + String.join(",", removing()) + "}'::regclass[]::oid[];");
        block.add("ss_removed := (" + query("audit-removed") + ");");
        block.add("ss_counts := ARRAY(" + query("audit-counts") + ");");
        block.add("ss_made := NOT EXISTS (SELECT FROM pg_class AS c WHERE c.relnamespace = to_regnamespace("
                + Literal.of(journalSchema.sql()).sql() + "));");
        privileges.begin(block);
        views.begin(block);
        settings.begin(block);
        access.begin(block);
        policies.begin(block);
        roles.begin(block);
    }

    /**
     * What the objects that move are, all in one sum, and how many of them are where they are to be; what this transaction has
     * written, and how much it has removed. What is written before the first look is the journal and nothing else.
     *
     * <p>Those that move last are looked at after the others, so that what is used most is shut for the shortest time. What somebody
     * did meanwhile to one that was looked at already is among the writes that do not add up: then all are looked at once more.
     */
    void look(Block block) {
        block.add("IF ss_pass <> 2 THEN");
        sum(block);
        block.add("END IF;");
        block.add("ss_counts_now := ARRAY(" + query("audit-counts") + ");");
        block.add("ss_suspects := ARRAY(" + query("audit-suspects") + ");");
        block.add("ss_counts := ss_counts_now; ss_roles_made := 0;");
        block.add("ss_removed_now := (" + query("audit-removed") + ");");
        block.raiseIfAny(
                query("audit-unread"),
                UnplannedRows.AS_FOUND,
                SqlStates.UNACCOUNTED,
                "something was changed that is not in the plan");
        block.add(ONCE_MORE);
        moved.turnToAll(block);
        block.add("ss_sum_now := 0; ss_there := 0;");
        sum(block);
        block.add("END IF;");
        // Even without a suspect the first look plans it.
        block.add("IF ss_pass = 1 OR cardinality(ss_suspects) > 0 THEN");
        views.findParts(block);
        access.findParts(block);
        // Without the OFFSET each row's image would be made for each use of it.
        String written = " FROM (SELECT r.* FROM (" + query("audit-rows") + ") AS r WHERE " + query("audit-ours")
                + " AND " + query("audit-written") + " OFFSET 0) AS r WHERE NOT (" + access.mayWrite() + ") AND NOT "
                + roles.mayWrite();
        String image = "r.catalog || ' ' || r.object || ' ' || md5(r.image::text)";
        block.add("ss_written := ARRAY(SELECT DISTINCT r.catalog || ' ' || r.object" + written + " AND (ss_pass = 1 OR "
                + image + " <> ALL (ss_exempt)));");
        block.add("IF ss_pass = 1 THEN");
        block.add("ss_journal := to_regnamespace("
                + Literal.of(journalSchema.sql()).sql() + ");");
        block.add("ss_exempt := ARRAY(" + query("audit-journal") + ");");
        block.add("END IF;");
        block.raiseIfAny(
                "SELECT array_agg(w.key) FROM unnest(ss_written) AS w(key)"
                        + " WHERE (ss_pass > 1 OR w.key <> ALL (ss_exempt)) AND (ss_pass < 2 OR NOT ss_images ? w.key)"
                        + " AND w.key <> ALL (ss_view_parts)",
                UnplannedRows.WRITTEN,
                SqlStates.UNACCOUNTED,
                "something was changed that is not in the plan");
        // From now on only what this transaction has made of it, as it is now, not a journal that was there.
        block.add("IF ss_pass = 1 THEN");
        block.add("ss_exempt := ARRAY(SELECT " + image + written + ");");
        block.add("IF ss_made THEN");
        block.raiseIfAny(
                query("audit-journal-open"),
                UnplannedRows.AS_FOUND,
                SqlStates.UNACCOUNTED,
                "something was changed that is not in the plan");
        block.add("END IF;");
        block.add("END IF;");
        block.add("END IF;");
        privileges.look(block);
        views.check(block);
        settings.check(block);
        access.check(block);
        policies.check(block);
        roles.check(block);
        block.add(
                "IF ss_pass = 1 THEN ss_sum := ss_sum_now; ss_count := ss_count_now; ss_sum_now := 0; ss_there := 0;");
        block.add("ss_images := (SELECT coalesce(jsonb_object_agg(i.catalog || ' ' || i.oid, i.image), '{}') FROM ("
                + images() + ") AS i);");
        block.add("END IF;");
    }

    /** Adds what the objects that the arrays hold are to {@code ss_sum_now}, and how many of them are in place to {@code ss_there}. */
    private void sum(Block block) {
        block.add("SELECT ss_sum_now + coalesce(sum(i.image), 0), count(*),"
                + " ss_there + count(*) FILTER (WHERE i.namespace = i.target)"
                + " INTO ss_sum_now, ss_count_now, ss_there FROM (" + images() + ") AS i;");
    }

    /** Compares the routines that are about to be changed with what they were at the first look. */
    void compareReplaced(Block block) {
        block.raiseIfAny(
                "SELECT array_agg('pg_proc ' || r.oid) FROM unnest(ss_replaced) AS r(oid) LEFT JOIN (" + images()
                        + ") AS i ON i.catalog = 'pg_proc' AND i.oid = r.oid"
                        + " WHERE i.image::text IS DISTINCT FROM ss_images ->> ('pg_proc ' || r.oid)",
                UnplannedRows.MOVED,
                SqlStates.UNACCOUNTED,
                "something was changed that is not in the plan");
    }

    /** Compares the last looks with the first. */
    void compare(Block block) {
        block.add("IF ss_sum_now IS DISTINCT FROM ss_sum OR ss_there < ss_count THEN");
        moved.turnToAll(block);
        block.raiseIfAny(
                "SELECT array_agg(b.key) FROM jsonb_each_text(ss_images) AS b LEFT JOIN ("
                        + images() + ") AS i ON i.catalog || ' ' || i.oid = b.key"
                        + " WHERE i.image::text IS DISTINCT FROM b.value OR i.namespace IS DISTINCT FROM i.target",
                UnplannedRows.MOVED,
                SqlStates.UNACCOUNTED,
                "a moved object is not where, or as, it should be");
        block.add("END IF;");
        block.add(
                "IF ss_removed_now <> ss_removed + " + ViewAudit.removed()
                        + " + ss_set_removed + ss_acl_removed + ss_policies_removed + ss_roles_dropped + ss_members_dropped THEN");
        block.raiseIfAny(
                query("audit-removed-from"),
                UnplannedRows.LEFT,
                SqlStates.UNACCOUNTED,
                "something was dropped that is not in the plan");
        block.add("END IF;");
        block.add("IF ss_watched THEN");
        compareRows(block);
        block.add("END IF;");
    }

    /** The operations write no rows of tables. Event triggers may, where nothing moves; that is left for the client to tell. */
    private void compareRows(Block block) {
        block.raiseIfAny(
                "SELECT array_agg(w.oid::text) FROM (" + query("audit-locked-for-writing")
                        + ") AS w WHERE w.oid = ANY (" + MovedObjects.RELATIONS + ")",
                UnplannedRows.OF_TABLES,
                SqlStates.UNACCOUNTED,
                "an event trigger wrote rows in a table that moves");
        block.add("PERFORM set_config('" + Executed.WRITTEN
                + "', (SELECT jsonb_agg(jsonb_build_array(w.nspname, w.relname) ORDER BY w.nspname, w.relname) FROM ("
                + query("audit-locked-for-writing") + ") AS w)::text, true);");
    }

    /** Those of the kinds that rarely move only when one does: each costs the time to plan it. */
    private String images() {
        return query("audit-images") + (moved.areNamed() ? "\n UNION ALL\n" + query("audit-images-named") : "");
    }

    private String query(String name) {
        return new CatalogQuery(name).sql(major);
    }
}
