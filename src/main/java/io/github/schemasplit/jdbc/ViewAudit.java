package io.github.schemasplit.jdbc;

import io.github.schemasplit.plan.CompatibilityView;
import io.github.schemasplit.plan.CreateView;
import io.github.schemasplit.plan.GrantOnView;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.RevokeOnView;
import io.github.schemasplit.plan.ViewCheck;
import io.github.schemasplit.plan.ViewGrant;
import io.github.schemasplit.plan.ViewOperation;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of the audit that is about compatibility views. How many rows of which catalogs the making of a view writes is known
 * beforehand, and so is, once they are counted, how many go with one that is dropped; that they are the right ones is asked of the
 * server about each view.
 */
final class ViewAudit {
    private final int major;
    private final List<CompatibilityView> first;
    private final List<CompatibilityView> last;
    private final List<CompatibilityView> dropped;
    private final List<CompatibilityView> closed;
    private final Set<CompatibilityView> made;

    /**
     * @param plan the change's plan
     * @param last the part of it that is carried out last
     */
    ViewAudit(Plan plan, Plan last, int major) {
        this.major = major;
        this.last = open(last);
        List<CompatibilityView> open = open(plan);
        this.first = open.subList(0, open.size() - this.last.size());
        this.dropped = plan.droppedViews().toList();
        this.made = Set.copyOf(plan.madeViews().toList());
        this.closed = new ArrayList<>();
        for (ViewOperation operation : plan.views().toList()) {
            if (operation instanceof RevokeOnView revoke) {
                closed.add(revoke.view());
            }
        }
    }

    private static List<CompatibilityView> open(Plan plan) {
        List<CompatibilityView> open = new ArrayList<>();
        for (ViewOperation operation : plan.views().toList()) {
            if (operation instanceof CreateView || operation instanceof GrantOnView) {
                open.add(operation.view());
            }
        }
        return open;
    }

    /** How many rows the server writes in each catalog to make a view. */
    static Map<String, Long> writes(CompatibilityView view) {
        long grants = 0;
        long columns = 0;
        for (ViewGrant grant : view.grants()) {
            if (grant.columns().isEmpty()) {
                grants++;
            } else {
                columns += grant.columns().size();
            }
        }
        Map<String, Long> writes = new LinkedHashMap<>();
        // Its row, and then that it has a rule.
        writes.put(
                "pg_class", 2L + (view.changesOwner() ? 1 : 0) + (view.revoked().isEmpty() ? 0 : 1) + grants);
        // Its row type and the array of that.
        writes.put("pg_type", view.changesOwner() ? 4L : 2L);
        writes.put("pg_attribute", view.columns().size() + columns);
        writes.put("pg_rewrite", 1L);
        writes.put("pg_description", 1L);
        return writes;
    }

    private boolean writesSome() {
        return !(first.isEmpty() && last.isEmpty() && closed.isEmpty());
    }

    void declare(Block block) {
        List<CompatibilityView> made = new ArrayList<>(first);
        made.addAll(last);
        List<CompatibilityView> written = new ArrayList<>(made);
        written.addAll(closed);
        declareNames(block, "ss_written", written);
        declareNames(block, "ss_closed", closed);
        declareNames(block, "ss_view", made);
        List<String> relations = new ArrayList<>();
        List<String> invoker = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        for (CompatibilityView view : made) {
            relations.add(Long.toString(view.object().oid()));
            invoker.add(Boolean.toString(view.invoker()));
            comments.add(Literal.of(view.comment()).sql());
        }
        declare(block, "ss_view_relations", "oid", relations);
        declare(block, "ss_view_invoker", "bool", invoker);
        declare(block, "ss_view_comments", "text", comments);
        declareNames(block, "ss_dropped", dropped);
        block.add("ss_view_from int8 := 1;");
        block.add("ss_view_to int8 := 0;");
        block.add("ss_view_parts text[] := '{}';");
        block.add("ss_view_catalogs oid[] := '{}';");
        block.add("ss_view_writes int8[] := '{}';");
        block.add("ss_dropped_catalogs oid[] := '{}';");
        block.add("ss_dropped_rows int8[] := '{}';");
    }

    private static void declareNames(Block block, String prefix, List<CompatibilityView> views) {
        List<Identifier> schemas = new ArrayList<>();
        List<Identifier> names = new ArrayList<>();
        for (CompatibilityView view : views) {
            schemas.add(view.name().schema());
            names.add(view.name().name());
        }
        block.add(prefix + "_schemas CONSTANT name[] := " + Block.names(schemas) + ";");
        block.add(prefix + "_names CONSTANT name[] := " + Block.names(names) + ";");
    }

    private static void declare(Block block, String name, String type, List<String> values) {
        block.add(name + " CONSTANT " + type + "[] := ARRAY[" + String.join(", ", values) + "]::" + type + "[];");
    }

    /** Before anything is written: how many rows the views have that are dropped. */
    void begin(Block block) {
        if (!dropped.isEmpty()) {
            block.add("SELECT coalesce(array_agg(r.catalog), '{}'), coalesce(array_agg(r.rows), '{}')"
                    + " INTO ss_dropped_catalogs, ss_dropped_rows FROM (" + query("audit-view-rows") + ") AS r;");
        }
    }

    /** From now on it is about the views that are made first. */
    void turnToFirst(Block block) {
        turn(block, first, 1);
    }

    /** From now on it is about those that are made last. */
    void turnToLast(Block block) {
        turn(block, last, first.size() + 1);
    }

    private void turn(Block block, List<CompatibilityView> views, int from) {
        if (!writesSome()) {
            return;
        }
        Map<String, Long> writes = new LinkedHashMap<>();
        for (CompatibilityView view : views) {
            if (made.contains(view)) {
                for (Map.Entry<String, Long> written : writes(view).entrySet()) {
                    String catalog = written.getKey();
                    writes.put(catalog, writes.getOrDefault(catalog, 0L) + written.getValue());
                }
            }
        }
        block.add("ss_view_from := " + from + "; ss_view_to := " + (from + views.size() - 1) + ";");
        block.add("ss_view_catalogs := '{" + String.join(",", writes.keySet()) + "}'::regclass[]::oid[];");
        block.add("ss_view_writes := '{" + join(writes.values()) + "}';");
    }

    private static String join(Collection<Long> counts) {
        List<String> texts = new ArrayList<>();
        for (long count : counts) {
            texts.add(Long.toString(count));
        }
        return String.join(",", texts);
    }

    /** When rows are looked at: which of them are the views'. */
    void findParts(Block block) {
        if (writesSome()) {
            block.add("ss_view_parts := ARRAY(" + query("audit-view-parts") + ");");
        }
    }

    /** Whether those that were made are as they must be; all of them where others' code may have been at those that came first. */
    void check(Block block) {
        if (!writesSome()) {
            return;
        }
        block.add("IF ss_pass <> 2 THEN");
        block.add("IF ss_pass = 4 AND (ss_watched OR cardinality(ss_suspects) > 0) THEN ss_view_from := 1; END IF;");
        block.raiseIfAny(
                ViewCheck.query(
                        "(SELECT v.schema, v.name, v.relation, v.invoker, v.comment FROM unnest(ss_view_schemas, ss_view_names,"
                                + " ss_view_relations, ss_view_invoker, ss_view_comments) WITH ORDINALITY"
                                + " AS v (schema, name, relation, invoker, comment, n)"
                                + " WHERE v.n BETWEEN ss_view_from AND ss_view_to)"),
                UnplannedRows.AS_FOUND,
                SqlStates.UNACCOUNTED,
                "an old name would not give everybody what the new one gives");
        block.add("END IF;");
        if (!closed.isEmpty()) {
            block.add("IF ss_pass = 1 OR ss_pass = 4 THEN");
            block.raiseIfAny(
                    query("audit-views-closed"),
                    UnplannedRows.AS_FOUND,
                    SqlStates.UNACCOUNTED,
                    "an old name would not be closed to everybody");
            block.add("END IF;");
        }
    }

    /** An expression for how many rows go with the views that are dropped. */
    static String removed() {
        return "coalesce((SELECT sum(r.n) FROM unnest(ss_dropped_rows) AS r(n)), 0)";
    }

    private String query(String name) {
        return new CatalogQuery(name).sql(major);
    }
}
