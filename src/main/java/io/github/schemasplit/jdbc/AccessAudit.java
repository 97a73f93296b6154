package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.AclHolder;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.AclState;
import io.github.schemasplit.plan.AlterPrivileges;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The part of the audit that is about access control lists: those of the plan are, item by item, what they are to be, and of the rows
 * that hold them nothing else has changed.
 */
final class AccessAudit {
    private static final List<Variable> ARRAYS = List.of(
            new Variable("ss_acl_kinds", "text"),
            new Variable("ss_acl_objects", "oid"),
            new Variable("ss_acl_columns", "int2"),
            new Variable("ss_acl_roles", "name"),
            new Variable("ss_acl_types", "text"),
            new Variable("ss_acl_names", "text"),
            new Variable("ss_acls", "text"),
            new Variable("ss_acls_to", "text"));

    private final int major;
    private final boolean any;
    private final List<AlterPrivileges> alterations;

    AccessAudit(Plan plan, int major) {
        this.major = major;
        this.any = plan.access().findAny().isPresent();
        // A list that is changed and changed again is looked at before and after.
        Map<String, AlterPrivileges> byList = new LinkedHashMap<>();
        for (AlterPrivileges alter : plan.privileges().toList()) {
            AlterPrivileges before = byList.get(alter.subject());
            byList.put(alter.subject(), before == null ? alter : before.then(alter));
        }
        this.alterations = List.copyOf(byList.values());
    }

    /** An array of the block's, with a value for each part. */
    private record Variable(String name, String type) {}

    /**
     * One list of an alteration.
     *
     * @param number of a column, {@code attnum}; else 0
     */
    private record Part(AlterPrivileges alteration, int number, List<AclItem> from, List<AclItem> to) {
        AclHolder holder() {
            return alteration.holder();
        }

        String kind() {
            return number > 0
                    ? "c"
                    : holder() instanceof AclHolder.OfNewObjects
                            ? "d"
                            : String.valueOf(holder().kind().objectType());
        }

        String object() {
            if (holder() instanceof AclHolder.OfObject object) {
                return Long.toString(object.object().oid());
            }
            return holder() instanceof AclHolder.OfNewObjects made
                    ? "to_regnamespace(quote_ident(" + text(made.schema().value()) + "))"
                    : Long.toString(((AclHolder.OfSchema) holder()).oid());
        }

        String role() {
            return holder() instanceof AclHolder.OfNewObjects made ? made.role().value() : "";
        }

        String type() {
            return holder() instanceof AclHolder.OfNewObjects made
                    ? String.valueOf(made.kind().objectType())
                    : "";
        }

        /** What each of the {@link #ARRAYS} says of it. */
        List<String> values() {
            return List.of(
                    text(kind()),
                    object(),
                    Integer.toString(number),
                    text(role()),
                    text(type()),
                    text(alteration.subject()),
                    list(from),
                    list(to));
        }
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (AlterPrivileges alteration : alterations) {
            AclState from = alteration.from();
            AclState to = alteration.to();
            parts.add(new Part(alteration, 0, from.items(), to.items()));
            SortedSet<Integer> numbers = new TreeSet<>();
            for (AclState state : List.of(from, to)) {
                for (AclState.OfColumn column : state.columns()) {
                    numbers.add(column.number());
                }
            }
            for (int number : numbers) {
                parts.add(new Part(alteration, number, from.column(number), to.column(number)));
            }
        }
        return parts;
    }

    void declare(Block block) {
        List<List<String>> parts = new ArrayList<>();
        for (Part part : parts()) {
            parts.add(part.values());
        }
        for (int i = 0; i < ARRAYS.size(); i++) {
            List<String> values = new ArrayList<>();
            for (List<String> part : parts) {
                values.add(part.get(i));
            }
            String type = ARRAYS.get(i).type();
            block.add(ARRAYS.get(i).name() + " " + type + "[] := ARRAY[" + String.join(", ", values) + "]::" + type
                    + "[];");
        }
        block.add("ss_acl_rest jsonb := '{}';");
        block.add("ss_acl_rest_sum numeric;");
        block.add("ss_access_parts text[] := '{}';");
        int removed = 0;
        for (AlterPrivileges alteration : alterations) {
            if (alteration.removesRow()) {
                removed++;
            }
        }
        block.add("ss_acl_removed CONSTANT int8 := " + removed + ";");
    }

    private static String text(String value) {
        return Literal.of(value).sql();
    }

    /** It may name a role that is still to be made, so that the server reads it as a list only when it compares. */
    private static String list(List<AclItem> items) {
        List<String> texts = new ArrayList<>();
        for (AclItem item : items) {
            texts.add(text(item.toString()));
        }
        return "ARRAY[" + String.join(", ", texts) + "]::text[]::text";
    }

    /** Finds the rows that the operations may write: those of policies come and go. */
    void findParts(Block block) {
        if (any) {
            block.add("ss_access_parts := ARRAY(" + query("audit-access-parts") + ");");
        }
    }

    /** A condition on a row {@code r} that the operations may have written. */
    String mayWrite() {
        return any ? query("audit-access-part") : "false";
    }

    /** Before anything is written: whether the lists are as they were when the change was planned. */
    void begin(Block block) {
        if (any) {
            block.raiseIf(
                    "EXISTS (" + query("audit-acls") + ")",
                    SqlStates.CHANGED,
                    "the catalog is not the one that was read");
            block.add(
                    "SELECT coalesce(jsonb_object_agg(r.key, r.image), '{}'), sum(r.image) INTO ss_acl_rest, ss_acl_rest_sum FROM ("
                            + query("audit-access-rest") + ") AS r;");
        }
    }

    /**
     * At the first look: whether they are still as they were. At the last: whether they are what they are to be, and all else as it was.
     * The second has it planned anew, where operations on schemas have made the server forget its plans.
     */
    void check(Block block) {
        if (!any) {
            return;
        }
        block.add("IF ss_pass <> 3 THEN");
        block.raiseIfAny(
                unlessSecond("SELECT array_agg(w.subject) FROM (" + query("audit-acls") + ") AS w"),
                UnplannedRows.AS_FOUND,
                SqlStates.UNACCOUNTED,
                "privileges are not what they should be");
        // Tables may be shut by now; which it was is asked for only when there is one.
        block.add("IF ss_acl_rest_sum IS DISTINCT FROM (SELECT sum(r.image) FROM (" + query("audit-access-rest")
                + ") AS r) THEN");
        block.raiseIfAny(
                "SELECT array_agg(b.key || ': changed besides its privileges') FROM jsonb_each_text(ss_acl_rest) AS b LEFT JOIN ("
                        + query("audit-access-rest")
                        + ") AS r ON r.key = b.key WHERE b.value IS DISTINCT FROM r.image::text",
                UnplannedRows.AS_FOUND,
                SqlStates.UNACCOUNTED,
                "something was changed that is not in the plan");
        block.add("END IF;");
        block.add("ss_acls := ss_acls_to;");
        block.add("END IF;");
    }

    /** A query that the second look plans and does not execute: operations may be half done then. */
    static String unlessSecond(String query) {
        return "SELECT CASE WHEN ss_pass <> 2 THEN (" + query + ") END";
    }

    private String query(String name) {
        return new CatalogQuery(name).sql(major);
    }
}
