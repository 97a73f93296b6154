package io.github.schemasplit.testing;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is in tables, and in which files, by the tables' OIDs: these stay when a table moves. */
public final class TableContents {
    private static final String OWN = "c.relnamespace NOT IN (SELECT oid FROM pg_namespace"
            + " WHERE nspname IN ('pg_catalog', 'information_schema', 'pg_toast', 'schemasplit'))";

    private TableContents() {}

    /** The number of rows and a checksum of their text, for each table and materialized view; where each sequence stands. */
    public static Map<String, String> of(TestDatabase database) {
        String contents = database
                .query("SELECT c.oid, c.oid::regclass, c.relkind FROM pg_class AS c WHERE relkind IN ('r', 'm', 'S')"
                        + " AND relispopulated AND "
                        + OWN)
                .stream()
                .map(line -> contents(line.split("\\|")))
                .collect(Collectors.joining(" UNION ALL "));
        return byOid(database, contents);
    }

    private static String contents(String[] relation) {
        return relation[2].equals("S")
                ? "SELECT " + relation[0] + ", last_value || ' ' || is_called FROM " + relation[1]
                : "SELECT " + relation[0] + ", count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, E'\\n'"
                        + " ORDER BY t::text COLLATE \"C\")), '-') FROM " + relation[1] + " AS t";
    }

    /** The file of each relation that has one. */
    public static Map<String, String> files(TestDatabase database) {
        return byOid(database, "SELECT c.oid, c.relfilenode FROM pg_class AS c WHERE relfilenode <> 0 AND " + OWN);
    }

    private static Map<String, String> byOid(TestDatabase database, String query) {
        Map<String, String> values = new TreeMap<>();
        for (String line : database.query(query)) {
            values.put(line.substring(0, line.indexOf('|')), line.substring(line.indexOf('|') + 1));
        }
        return values;
    }
}
