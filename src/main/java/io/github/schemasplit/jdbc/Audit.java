package io.github.schemasplit.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.plan.AlterDefaultPrivileges;
import io.github.schemasplit.plan.AlterPublication;
import io.github.schemasplit.plan.CommentOnSchema;
import io.github.schemasplit.plan.DropSchema;
import io.github.schemasplit.plan.Followers;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
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
    /**
     * The catalogs of what moves often, but for constraints, which go where their tables and domains go, and for what the catalog
     * model calls named objects.
     */
    private static final List<Catalog> MOVING =
            List.of(Catalog.PG_CLASS, Catalog.PG_TYPE, Catalog.PG_PROC, Catalog.PG_STATISTIC_EXT);

    /** Begins what is done when something that was looked at already may have been changed since. */
    static final String ONCE_MORE =
            "IF ss_pass = 4 AND ss_suspects && '{pg_class,pg_type,pg_proc,pg_constraint,pg_statistic_ext,"
                    + "pg_operator,pg_opclass,pg_opfamily,pg_collation,pg_conversion,pg_ts_config,pg_ts_dict,pg_ts_parser,pg_ts_template}' THEN";

    private static final String FIRST = "_first";
    private static final String LAST = "_last";

    private final Change change;
    private final Plan last;
    private final Identifier journalSchema;
    private final int major;
    private final boolean movesNamed;
    private final PrivilegeAudit privileges;

    /**
     * @param last the part of the change's plan that is carried out last
     */
    Audit(Change change, Plan last, Identifier journalSchema, int major) {
        this.change = change;
        this.last = last;
        this.journalSchema = journalSchema;
        this.major = major;
        this.movesNamed = change.plan()
                .moves()
                .anyMatch(move -> !MOVING.contains(move.object().catalog()));
        this.privileges = new PrivilegeAudit(change.plan(), major);
    }

    void declare(Block block) {
        declareTargets(block, "ss_targets", change.plan());
        declareTargets(block, "ss_last", last);
        privileges.declare(block);
        block.add("ss_publications CONSTANT name[] := " + Block.names(publications()) + ";");
        block.add("ss_published CONSTANT name[] := " + Block.names(published()) + ";");
        block.add("ss_removing oid[];");
        for (Catalog catalog : MOVING) {
            declareObjects(block, catalog);
        }
        declareObjects(block, Catalog.PG_CONSTRAINT);
        declareArray(block, "ss_named_catalogs");
        declareArray(block, "ss_named");
        declareArray(block, "ss_named_to");
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

    private static void declareObjects(Block block, Catalog catalog) {
        declareArray(block, "ss_" + name(catalog));
        declareArray(block, "ss_" + name(catalog) + "_to");
    }

    /** The objects that a look is at, and, in two more variables, those that move first and last. */
    private static void declareArray(Block block, String name) {
        block.add(name + " oid[];");
        block.add(name + FIRST + " oid[];");
        block.add(name + LAST + " oid[];");
    }

    private void declareTargets(Block block, String name, Plan plan) {
        block.add(name + " CONSTANT jsonb := "
                + Literal.of(targets(Followers.targets(change.read().snapshot(), plan)))
                        .sql()
                + ";");
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
            } else if (operation instanceof AlterDefaultPrivileges) {
                catalogs.add("pg_default_acl");
            } else if (operation instanceof AlterPublication) {
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
        block.add("ss_made := NOT EXISTS (SELECT FROM pg_class AS c WHERE c.relnamespace = to_regnamespace("
                + Literal.of(journalSchema.sql()).sql() + "));");
        privileges.begin(block);
    }

    /** What moves, and where to; for when nothing has moved yet. */
    void findTargets(Block block) {
        findTargets(block, "true");
    }

    /** As {@link #findTargets(Block)}, but from now on it is about what moves first; for when the target schemas are there. */
    void partTargets(Block block) {
        findTargets(block, "ss_last -> c.key ? t.key");
        for (String array : arrays()) {
            block.add(array + LAST + " := " + array + ";");
        }
        findTargets(block, "NOT coalesce(ss_last -> c.key ? t.key, false)");
        for (String array : arrays()) {
            block.add(array + FIRST + " := " + array + ";");
        }
    }

    /** From now on it is about what moves last. */
    void turnToLast(Block block) {
        for (String array : arrays()) {
            block.add(array + " := " + array + LAST + ";");
        }
    }

    /** From now on it is about all that moves. */
    private static void turnToAll(Block block) {
        for (String array : arrays()) {
            block.add(array + " := " + array + FIRST + " || " + array + LAST + ";");
        }
    }

    /**
     * @param condition on a catalog's name {@code c.key} and an OID {@code t.key}
     */
    private void findTargets(Block block, String condition) {
        for (Catalog moving : MOVING) {
            String catalog = name(moving);
            block.add("SELECT array_agg(t.key::oid), array_agg(to_regnamespace(quote_ident(t.value))::oid) INTO ss_"
                    + catalog + ", ss_" + catalog + "_to FROM (SELECT '" + catalog
                    + "') AS c(key) CROSS JOIN jsonb_each_text(ss_targets -> c.key) AS t WHERE " + condition + ";");
        }
        if (movesNamed) {
            block.add("SELECT array_agg(c.key::regclass::oid), array_agg(t.key::oid),"
                    + " array_agg(to_regnamespace(quote_ident(t.value))::oid)"
                    + " INTO ss_named_catalogs, ss_named, ss_named_to"
                    + " FROM jsonb_each(ss_targets) AS c CROSS JOIN jsonb_each_text(c.value) AS t"
                    + " WHERE c.key <> ALL ('{pg_class,pg_type,pg_proc,pg_statistic_ext}') AND " + condition + ";");
        }
        block.add("SELECT array_agg(o.oid), array_agg(o.target) INTO ss_pg_constraint, ss_pg_constraint_to FROM ("
                + query("audit-constraints") + ") AS o;");
    }

    private static List<String> arrays() {
        List<String> arrays = new ArrayList<>();
        for (Catalog moving : MOVING) {
            arrays.add("ss_" + name(moving));
            arrays.add("ss_" + name(moving) + "_to");
        }
        arrays.addAll(
                List.of("ss_pg_constraint", "ss_pg_constraint_to", "ss_named_catalogs", "ss_named", "ss_named_to"));
        return arrays;
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
        block.add("ss_counts := ss_counts_now;");
        block.add("ss_removed_now := (" + query("audit-removed") + ");");
        block.raiseIfAny(
                query("audit-unread"),
                UnplannedRows.AS_FOUND,
                SqlStates.UNACCOUNTED,
                "something was changed that is not in the plan");
        block.add(ONCE_MORE);
        turnToAll(block);
        block.add("ss_sum_now := 0; ss_there := 0;");
        sum(block);
        block.add("END IF;");
        // Even without a suspect the first look plans it.
        block.add("IF ss_pass = 1 OR cardinality(ss_suspects) > 0 THEN");
        String written = " FROM (" + query("audit-rows") + ") AS r WHERE " + query("audit-ours") + " AND "
                + query("audit-written");
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
                        + " WHERE (ss_pass > 1 OR w.key <> ALL (ss_exempt)) AND (ss_pass < 3 OR NOT ss_images ? w.key)",
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

    /** Compares the last looks with the first. */
    void compare(Block block) {
        block.add("IF ss_sum_now IS DISTINCT FROM ss_sum OR ss_there < ss_count THEN");
        turnToAll(block);
        block.raiseIfAny(
                "SELECT array_agg(b.key) FROM jsonb_each_text(ss_images) AS b LEFT JOIN ("
                        + images() + ") AS i ON i.catalog || ' ' || i.oid = b.key"
                        + " WHERE i.image::text IS DISTINCT FROM b.value OR i.namespace IS DISTINCT FROM i.target",
                UnplannedRows.MOVED,
                SqlStates.UNACCOUNTED,
                "a moved object is not where, or as, it should be");
        block.add("END IF;");
        block.add("IF ss_removed_now <> ss_removed THEN");
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
                        + ") AS w WHERE w.oid = ANY (ss_pg_class" + FIRST + " || ss_pg_class" + LAST + ")",
                UnplannedRows.OF_TABLES,
                SqlStates.UNACCOUNTED,
                "an event trigger wrote rows in a table that moves");
        block.add("PERFORM set_config('" + Executed.WRITTEN
                + "', (SELECT jsonb_agg(jsonb_build_array(w.nspname, w.relname) ORDER BY w.nspname, w.relname) FROM ("
                + query("audit-locked-for-writing") + ") AS w)::text, true);");
    }

    /** The names of objects' schemas to be, by catalog and OID, as JSON. */
    private static String targets(Map<ObjectId, Identifier> targets) {
        Map<Catalog, Map<Long, Identifier>> byCatalog = new EnumMap<>(Catalog.class);
        for (Map.Entry<ObjectId, Identifier> target : targets.entrySet()) {
            Catalog catalog = target.getKey().catalog();
            if (!byCatalog.containsKey(catalog)) {
                byCatalog.put(catalog, new TreeMap<>());
            }
            byCatalog.get(catalog).put(target.getKey().oid(), target.getValue());
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<Catalog, Map<Long, Identifier>> catalog : byCatalog.entrySet()) {
                json.writeObjectFieldStart(name(catalog.getKey()));
                for (Map.Entry<Long, Identifier> object : catalog.getValue().entrySet()) {
                    json.writeStringField(
                            object.getKey().toString(), object.getValue().value());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter takes everything", e);
        }
        return text.toString();
    }

    private static String name(Catalog catalog) {
        return catalog.name().toLowerCase(Locale.ROOT);
    }

    /** Those of the kinds that rarely move only when one does: each costs the time to plan it. */
    private String images() {
        return query("audit-images") + (movesNamed ? "\n UNION ALL\n" + query("audit-images-named") : "");
    }

    private String query(String name) {
        return new CatalogQuery(name).sql(major);
    }
}
