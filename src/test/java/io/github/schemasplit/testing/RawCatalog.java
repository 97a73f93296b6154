package io.github.schemasplit.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rows of the system catalogs as the server stores them, but for the columns that it changes by itself. It knows nothing of
 * what the production code reads, so it sees what that misses.
 */
public final class RawCatalog {
    private static final List<String> CATALOGS = List.of(
            "pg_aggregate",
            "pg_attrdef",
            "pg_attribute",
            "pg_cast",
            "pg_class",
            "pg_collation",
            "pg_constraint",
            "pg_default_acl",
            "pg_depend",
            "pg_description",
            "pg_enum",
            "pg_event_trigger",
            "pg_extension",
            "pg_index",
            "pg_inherits",
            "pg_init_privs",
            "pg_namespace",
            "pg_opclass",
            "pg_operator",
            "pg_partitioned_table",
            "pg_policy",
            "pg_proc",
            "pg_publication",
            "pg_publication_rel",
            "pg_range",
            "pg_rewrite",
            "pg_seclabel",
            "pg_sequence",
            "pg_shdepend",
            "pg_statistic_ext",
            "pg_trigger",
            "pg_type");

    /** Figures of VACUUM and ANALYZE. */
    private static final String FIGURES =
            "'{relpages,reltuples,relallvisible,relallfrozen,relfrozenxid,relminmxid}'::text[]";

    private RawCatalog() {}

    /** All rows, sorted, but for those that are the same in every database. */
    public static List<String> rows(TestDatabase database) {
        List<String> names = new ArrayList<>(CATALOGS);
        if (database.server().major() >= 15) {
            names.add("pg_publication_namespace");
        }
        return database.query(names.stream().map(RawCatalog::select).collect(Collectors.joining(" UNION ALL ")))
                .stream()
                .sorted()
                .toList();
    }

    /** Drops the journal, so that what remains can be compared with what was before there was one. */
    public static List<String> rowsWithoutJournal(TestDatabase database) {
        database.execute("DROP SCHEMA IF EXISTS schemasplit CASCADE");
        return rows(database);
    }

    /** The rows that only one of the two has. */
    public static List<String> difference(List<String> before, List<String> after) {
        TreeSet<String> lines = new TreeSet<>();
        TreeSet<String> old = new TreeSet<>(before);
        TreeSet<String> young = new TreeSet<>(after);
        before.stream().filter(r -> !young.contains(r)).forEach(r -> lines.add("- " + r));
        after.stream().filter(r -> !old.contains(r)).forEach(r -> lines.add("+ " + r));
        return List.copyOf(lines);
    }

    private static String select(String catalog) {
        String rows = "SELECT '" + catalog + " ' || (to_jsonb(c) - " + FIGURES + ")::text FROM " + catalog + " AS c";
        return switch (catalog) {
            // The catalogs' own rows never change, and TOAST tables tell nothing that their tables do not.
            case "pg_class" -> rows + " WHERE oid >= 16384 AND relkind <> 't'";
            case "pg_attribute" -> rows + " WHERE attrelid >= 16384";
            case "pg_shdepend" -> rows + " WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())";
            default -> rows;
        };
    }
}
