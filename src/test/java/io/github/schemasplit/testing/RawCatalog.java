package io.github.schemasplit.testing;

import static java.util.Map.entry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of the system catalogs as the server stores them, but for the columns that it changes by itself. It knows nothing of
 * what the production code reads, so it sees what that misses.
 */
public final class RawCatalog {
    /** Each catalog, with the column whose OID says whether the server made the row when the cluster was. */
    private static final Map<String, String> CATALOGS = Map.ofEntries(
            entry("pg_aggregate", "aggfnoid"),
            entry("pg_amop", "oid"),
            entry("pg_amproc", "oid"),
            entry("pg_attrdef", "oid"),
            entry("pg_attribute", "attrelid"),
            entry("pg_cast", "oid"),
            entry("pg_class", "oid"),
            entry("pg_collation", "oid"),
            entry("pg_constraint", "oid"),
            entry("pg_conversion", "oid"),
            entry("pg_db_role_setting", "setdatabase"),
            entry("pg_default_acl", "oid"),
            entry("pg_depend", "objid"),
            entry("pg_description", "objoid"),
            entry("pg_enum", "oid"),
            entry("pg_event_trigger", "oid"),
            entry("pg_extension", "oid"),
            entry("pg_foreign_data_wrapper", "oid"),
            entry("pg_foreign_server", "oid"),
            entry("pg_foreign_table", "ftrelid"),
            entry("pg_index", "indexrelid"),
            entry("pg_inherits", "inhrelid"),
            entry("pg_init_privs", "objoid"),
            entry("pg_namespace", "oid"),
            entry("pg_opclass", "oid"),
            entry("pg_operator", "oid"),
            entry("pg_opfamily", "oid"),
            entry("pg_partitioned_table", "partrelid"),
            entry("pg_policy", "oid"),
            entry("pg_proc", "oid"),
            entry("pg_publication", "oid"),
            entry("pg_publication_rel", "oid"),
            entry("pg_range", "rngtypid"),
            entry("pg_rewrite", "oid"),
            entry("pg_seclabel", "objoid"),
            entry("pg_sequence", "seqrelid"),
            entry("pg_shdepend", "objid"),
            entry("pg_statistic_ext", "oid"),
            entry("pg_trigger", "oid"),
            entry("pg_ts_config", "oid"),
            entry("pg_ts_config_map", "mapcfg"),
            entry("pg_ts_dict", "oid"),
            entry("pg_type", "oid"),
            entry("pg_user_mapping", "oid"));

    /** Columns that the server prints as names of routines, which change when the routine moves; as numbers they do not. */
    private static final Map<String, List<String>> ROUTINES = Map.of(
            "pg_aggregate", List.of("aggfnoid", "aggtransfn", "aggfinalfn"),
            "pg_conversion", List.of("conproc"),
            "pg_operator", List.of("oprcode", "oprrest", "oprjoin"),
            "pg_range", List.of("rngcanonical", "rngsubdiff"));

    private static final Pattern DEFAULTS =
            Pattern.compile("\"proargdefaults\": \"(?:[^\"\\\\]++|\\\\.)*+\"", Pattern.DOTALL);

    /** Figures of VACUUM and ANALYZE. */
    private static final String FIGURES =
            "'{relpages,reltuples,relallvisible,relallfrozen,relfrozenxid,relminmxid}'::text[]";

    private RawCatalog() {}

    /** All rows, sorted, but for those of the server's own objects. */
    public static List<String> rows(TestDatabase database) {
        return database.query(query(database)).stream()
                .map(RawCatalog::withoutPlacesOfDefaults)
                .sorted()
                .toList();
    }

    /** The rows as they would be if the journal were dropped, which stays. */
    public static List<String> rowsBesideJournal(TestDatabase database) {
        return rowsBesideJournal(database, List.of());
    }

    /** The rows as they would be if, besides, these statements were run. */
    public static List<String> rowsBesideJournal(TestDatabase database, List<String> statements) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("DROP SCHEMA IF EXISTS schemasplit CASCADE");
            for (String sql : statements) {
                statement.execute(sql);
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(query(database))) {
                while (result.next()) {
                    rows.add(withoutPlacesOfDefaults(result.getString(1)));
                }
            }
            connection.rollback();
            return rows.stream().sorted().toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String query(TestDatabase database) {
        Stream<String> selects = CATALOGS.entrySet().stream().map(c -> select(c.getKey(), c.getValue()));
        if (database.server().major() >= 15) {
            selects = Stream.concat(selects, Stream.of(select("pg_publication_namespace", "oid")));
        }
        return selects.collect(Collectors.joining(" UNION ALL "));
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

    /** A row without where in a statement, long forgotten, the defaults of its arguments stood. */
    private static String withoutPlacesOfDefaults(String row) {
        return DEFAULTS.matcher(row)
                .replaceFirst(
                        defaults -> Matcher.quoteReplacement(defaults.group().replaceAll(":location -?\\d+", "")));
    }

    private static String select(String catalog, String oid) {
        String routines = ROUTINES.getOrDefault(catalog, List.of()).stream()
                .map(column -> " || jsonb_build_object('" + column + "', " + column + "::oid)")
                .collect(Collectors.joining());
        String rows = "SELECT '" + catalog + " ' || (to_jsonb(c) - " + FIGURES + routines + ")::text FROM " + catalog
                + " AS c" + " WHERE (" + oid + "::oid >= 16384 OR " + oid + "::oid = 'public'::regnamespace)";
        return switch (catalog) {
            // A TOAST table tells nothing that its table does not.
            case "pg_class" -> rows + " AND relkind <> 't'";
            case "pg_db_role_setting" ->
                rows + " AND setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())";
            // Where in a statement, long forgotten, the defaults of arguments stood.
            case "pg_proc" ->
                "SELECT regexp_replace(r.row, ':location -?\\d+', ':location', 'g') FROM (" + rows + ") AS r(row)";
            case "pg_shdepend" -> rows + " AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())";
            default -> rows;
        };
    }
}
