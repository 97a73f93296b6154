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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of the audit that is about access control lists: those of the plan are, item by item, what they are to be, and of the rows
 * that hold them nothing else has changed.
 */
final class AccessAudit {
    private final int major;
    private final boolean any;
    private final List<AlterPrivileges> alterations;

    AccessAudit(Plan plan, int major) {
        this.major = major;
        this.any = plan.access().findAny().isPresent();
        // A list that is changed and changed again is looked at before and after.
        Map<String, AlterPrivileges> byList = new LinkedHashMap<>();
        plan.access()
                .filter(AlterPrivileges.class::isInstance)
                .map(AlterPrivileges.class::cast)
                .forEach(alter -> byList.merge(alter.subject(), alter, AlterPrivileges::then));
        this.alterations = List.copyOf(byList.values());
    }

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
    }

    private static Stream<Part> parts(AlterPrivileges alteration) {
        AclState from = alteration.from();
        AclState to = alteration.to();
        SortedSet<Integer> numbers = new TreeSet<>();
        from.columns().forEach(column -> numbers.add(column.number()));
        to.columns().forEach(column -> numbers.add(column.number()));
        return Stream.concat(
                Stream.of(new Part(alteration, 0, from.items(), to.items())),
                numbers.stream().map(n -> new Part(alteration, n, from.column(n), to.column(n))));
    }

    void declare(Block block) {
        declare(block, "ss_acl_kinds", "text", part -> text(part.kind()));
        declare(block, "ss_acl_objects", "oid", Part::object);
        declare(block, "ss_acl_columns", "int2", part -> Integer.toString(part.number()));
        declare(block, "ss_acl_roles", "name", part -> text(part.role()));
        declare(block, "ss_acl_types", "text", part -> text(part.type()));
        declare(block, "ss_acl_names", "text", part -> text(part.alteration().subject()));
        declare(block, "ss_acls", "text", part -> list(part.from()));
        declare(block, "ss_acls_to", "text", part -> list(part.to()));
        block.add("ss_acl_rest jsonb := '{}';");
        block.add("ss_acl_rest_sum numeric;");
        block.add("ss_access_parts text[] := '{}';");
        block.add("ss_acl_removed CONSTANT int8 := "
                + alterations.stream().filter(AlterPrivileges::removesRow).count() + ";");
    }

    private void declare(Block block, String name, String type, Function<Part, String> value) {
        block.add(name + " " + type + "[] := ARRAY["
                + alterations.stream().flatMap(AccessAudit::parts).map(value).collect(Collectors.joining(", ")) + "]::"
                + type + "[];");
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
