package io.github.schemasplit.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.plan.AlterRoutine;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.Followers;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.ReplaceRoutine;
import io.github.schemasplit.plan.RoutineOperation;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.SearchPath;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a change moves, what goes along with it included, and where to: as variables of the change's block, for its audit. */
final class MovedObjects {
    /**
     * The catalogs of what moves often, but for constraints, which go where their tables and domains go, and for what the catalog
     * model calls named objects.
     */
    private static final List<Catalog> MOVING =
            List.of(Catalog.PG_CLASS, Catalog.PG_TYPE, Catalog.PG_PROC, Catalog.PG_STATISTIC_EXT);

    private static final String FIRST = "_first";
    private static final String LAST = "_last";

    /** An expression for the OIDs of all relations that move. */
    static final String RELATIONS = "ss_pg_class" + FIRST + " || ss_pg_class" + LAST;

    private final Snapshot snapshot;
    private final Plan plan;
    private final Plan last;
    private final int major;

    /**
     * @param snapshot what the change was planned on
     * @param plan the change's plan
     * @param last the part of it that is carried out last
     */
    MovedObjects(Snapshot snapshot, Plan plan, Plan last, int major) {
        this.snapshot = snapshot;
        this.plan = plan;
        this.last = last;
        this.major = major;
    }

    /** The names of the catalogs in which a move may write the row of an object. */
    static List<String> catalogs() {
        List<Catalog> catalogs = new ArrayList<>();
        for (Catalog catalog : Catalog.values()) {
            if (catalog == Catalog.PG_CONSTRAINT || !catalog.prefix().isEmpty()) {
                catalogs.add(catalog);
            }
        }
        return names(catalogs);
    }

    /** Whether any of them is of a kind that rarely moves. */
    boolean areNamed() {
        for (AlterSetSchema move : plan.moves().toList()) {
            if (!MOVING.contains(move.object().catalog())) {
                return true;
            }
        }
        return false;
    }

    void declare(Block block) {
        declareReplaced(block);
        declareTargets(block, "ss_targets", plan);
        declareTargets(block, "ss_last", last);
        for (Catalog catalog : MOVING) {
            declareObjects(block, catalog);
        }
        declareObjects(block, Catalog.PG_CONSTRAINT);
        declareArray(block, "ss_named_catalogs");
        declareArray(block, "ss_named");
        declareArray(block, "ss_named_to");
    }

    /** The routines that are changed where they are, and what they are before and after: a hash of the body, or their settings. */
    private void declareReplaced(Block block) {
        List<String> routines = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        List<String> bodiesAfter = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        List<String> settingsAfter = new ArrayList<>();
        for (RoutineOperation own : plan.routines().toList()) {
            routines.add(Long.toString(own.routine().oid()));
            bodies.add(own instanceof ReplaceRoutine replacement ? hash(replacement.from()) : "NULL");
            bodiesAfter.add(own instanceof ReplaceRoutine replacement ? hash(replacement.to()) : "NULL");
            List<String> now = snapshot.find(own.routine())
                    .map(routine -> ((Routine) routine).settings())
                    .orElse(List.of());
            settings.add(own instanceof AlterRoutine ? SettingsText.of(now, Optional.empty()) : "NULL");
            settingsAfter.add(
                    own instanceof AlterRoutine alter
                            ? SettingsText.of(SearchPath.set(now, alter.to()), alter.to())
                            : "NULL");
        }
        block.add("ss_replaced CONSTANT oid[] := '{" + String.join(",", routines) + "}';");
        declareReplaced(block, "body", bodies, bodiesAfter);
        declareReplaced(block, "settings", settings, settingsAfter);
    }

    private static void declareReplaced(Block block, String what, List<String> before, List<String> after) {
        block.add("ss_replaced_" + what + " text[] := ARRAY[" + String.join(", ", before) + "]::text[];");
        block.add("ss_replaced_" + what + "_to CONSTANT text[] := ARRAY[" + String.join(", ", after) + "]::text[];");
    }

    private static String hash(String body) {
        return "md5(" + Literal.of(body).sql() + ")";
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
                + Literal.of(targets(Followers.targets(snapshot, plan))).sql()
                + ";");
    }

    /** From now on it is about what routines are to be. */
    void turnToReplaced(Block block) {
        block.add("ss_replaced_body := ss_replaced_body_to;");
        block.add("ss_replaced_settings := ss_replaced_settings_to;");
    }

    /** What moves, and where to; for when nothing has moved yet. */
    void find(Block block) {
        find(block, "true");
    }

    /** As {@link #find(Block)}, but from now on it is about what moves first; for when the target schemas are there. */
    void part(Block block) {
        find(block, "ss_last -> c.key ? t.key");
        for (String array : arrays()) {
            block.add(array + LAST + " := " + array + ";");
        }
        find(block, "NOT coalesce(ss_last -> c.key ? t.key, false)");
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
    void turnToAll(Block block) {
        for (String array : arrays()) {
            block.add(array + " := " + array + FIRST + " || " + array + LAST + ";");
        }
    }

    /**
     * @param condition on a catalog's name {@code c.key} and an OID {@code t.key}
     */
    private void find(Block block, String condition) {
        for (Catalog moving : MOVING) {
            String catalog = name(moving);
            block.add("SELECT array_agg(t.key::oid), array_agg(to_regnamespace(quote_ident(t.value))::oid) INTO ss_"
                    + catalog + ", ss_" + catalog + "_to FROM (SELECT '" + catalog
                    + "') AS c(key) CROSS JOIN jsonb_each_text(ss_targets -> c.key) AS t WHERE " + condition + ";");
        }
        if (areNamed()) {
            block.add("SELECT array_agg(c.key::regclass::oid), array_agg(t.key::oid),"
                    + " array_agg(to_regnamespace(quote_ident(t.value))::oid)"
                    + " INTO ss_named_catalogs, ss_named, ss_named_to"
                    + " FROM jsonb_each(ss_targets) AS c CROSS JOIN jsonb_each_text(c.value) AS t"
                    + " WHERE c.key <> ALL ('{"
                    + String.join(",", names(MOVING))
                    + "}') AND " + condition + ";");
        }
        block.add("SELECT array_agg(o.oid), array_agg(o.target) INTO ss_pg_constraint, ss_pg_constraint_to FROM ("
                + new CatalogQuery("audit-constraints").sql(major) + ") AS o;");
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

    private static List<String> names(List<Catalog> catalogs) {
        List<String> names = new ArrayList<>();
        for (Catalog catalog : catalogs) {
            names.add(name(catalog));
        }
        return names;
    }

    private static String name(Catalog catalog) {
        return catalog.name().toLowerCase(Locale.ROOT);
    }
}
