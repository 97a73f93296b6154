package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.plan.AlterRoutine;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.ReplaceRoutine;
import io.github.schemasplit.sql.SearchPath;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names what the audit found: objects, catalogs and columns. The error's detail holds the rows as the change made them; the rows as
 * they were are there again once it is rolled back, and the server compares them.
 */
final class UnplannedRows {
    /** More rows are not told of: it is a mistake, and its beginning shows which. */
    private static final int MOST = 50;

    private static final String ROWS =
            "(SELECT jsonb_agg(x) FROM (SELECT r.catalog, r.object, r.image FROM (' || ss_rows"
                    + " || ') AS r WHERE r.catalog || '' '' || r.object = ANY ($1)";
    private static final String END = " LIMIT " + MOST + ") AS x)";

    /** Makes the error's detail of the keys of rows that the change wrote, catalog and OID: the rows themselves. */
    static final String WRITTEN =
            "'SELECT jsonb_build_object(''written'', " + ROWS + " AND ' || ss_ours || '" + END + ")::text'";

    /** Makes the error's detail of the keys of moved objects: their rows, and the keys of those that have none. */
    static final String MOVED = "'SELECT jsonb_build_object(''written'', " + ROWS + END
            + ", ''gone'', (SELECT jsonb_agg(g.key) FROM (SELECT unnest($1) AS key EXCEPT SELECT r.catalog || '' '' || r.object"
            + " FROM (' || ss_rows || ') AS r LIMIT " + MOST + ") AS g))::text'";

    /** Makes the error's detail of the OIDs of tables: those in which rows were written. */
    static final String OF_TABLES = "'SELECT jsonb_build_object(''rows'', to_jsonb($1))::text'";

    /** Makes the error's detail of what was found, which says all. */
    static final String AS_FOUND = "'SELECT jsonb_build_object(''found'', to_jsonb($1))::text'";

    /** Makes the error's detail of the names of catalogs: the OIDs that are left in each. */
    static final String LEFT =
            "'SELECT jsonb_build_object(''left'', jsonb_object_agg(k.key, coalesce(o.list, ''[]'')))::text"
                    + " FROM unnest($1) AS k(key) LEFT JOIN (SELECT r.catalog, jsonb_agg(DISTINCT r.object) AS list FROM ('"
                    + " || ss_rows || ') AS r WHERE r.catalog = ANY ($1) GROUP BY 1) AS o ON o.catalog = k.key'";

    /** The catalogs whose rows are parts of objects of another. */
    private static final Map<String, Catalog> WHOLES = Map.ofEntries(
            Map.entry("pg_aggregate", Catalog.PG_PROC),
            Map.entry("pg_attrdef", Catalog.PG_CLASS),
            Map.entry("pg_attribute", Catalog.PG_CLASS),
            Map.entry("pg_auth_members", Catalog.PG_AUTHID),
            Map.entry("pg_db_role_setting", Catalog.PG_DATABASE),
            Map.entry("pg_default_acl", Catalog.PG_NAMESPACE),
            Map.entry("pg_enum", Catalog.PG_TYPE),
            Map.entry("pg_foreign_table", Catalog.PG_CLASS),
            Map.entry("pg_index", Catalog.PG_CLASS),
            Map.entry("pg_inherits", Catalog.PG_CLASS),
            Map.entry("pg_partitioned_table", Catalog.PG_CLASS),
            Map.entry("pg_publication_namespace", Catalog.PG_PUBLICATION),
            Map.entry("pg_publication_rel", Catalog.PG_PUBLICATION),
            Map.entry("pg_range", Catalog.PG_TYPE),
            Map.entry("pg_sequence", Catalog.PG_CLASS),
            Map.entry("pg_ts_config_map", Catalog.PG_TS_CONFIG));

    private final Connection connection;
    private final int major;
    private final Snapshot snapshot;
    private final Plan plan;
    private final Set<String> found = new LinkedHashSet<>();

    /**
     * @param connection on which the change was rolled back
     * @param snapshot what the change was planned on
     * @param plan what it was to do
     */
    UnplannedRows(Connection connection, Snapshot snapshot, Plan plan) throws SQLException {
        this.connection = connection;
        this.major = connection.getMetaData().getDatabaseMajorVersion();
        this.snapshot = snapshot;
        this.plan = plan;
    }

    /** What the detail of the audit's error tells of, such as {@code trigger t on table public.orders: pg_trigger.tgenabled}. */
    List<String> describe(String detail) throws SQLException {
        return new Transaction(connection, "BEGIN READ ONLY").run(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL search_path = pg_catalog, pg_temp");
            }
            readWritten(detail);
            readRemoved(detail);
            readRows(detail);
            readAsFound(detail);
            return List.copyOf(found);
        });
    }

    private void readWritten(String detail) throws SQLException {
        try (PreparedStatement statement = prepare("unplanned-written", detail);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String catalog = row.getString(1);
                Optional<Catalog> about = Catalog.ofOid(row.getLong(5));
                String what = describe(catalog, about, row.getLong(2), Optional.ofNullable(row.getString(3)));
                Optional<List<String>> columns = columns(row, catalog);
                if (columns.isEmpty()) {
                    found.add(what + ": new in " + catalog);
                } else if (columns.get().isEmpty()) {
                    found.add(what + ": written in " + catalog + " with the values that it had");
                } else {
                    columns.get().forEach(column -> found.add(what + ": " + catalog + "." + column));
                }
            }
        }
    }

    /** The columns that differ, but for the body, or the settings, that the plan gives a routine. */
    private Optional<List<String>> columns(ResultSet row, String catalog) throws SQLException {
        Array array = row.getArray(4);
        if (array == null) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>(List.of((String[]) array.getArray()));
        if (catalog.equals("pg_proc")) {
            String body = row.getString(6);
            List<String> settings = List.of((String[]) row.getArray(7).getArray());
            long routine = row.getLong(2);
            plan.routines().filter(own -> own.routine().oid() == routine).forEach(own -> {
                if (own instanceof ReplaceRoutine replacement
                        && replacement.to().equals(body)) {
                    columns.remove("prosrc");
                } else if (own instanceof AlterRoutine alter && settings.equals(settingsAfter(alter))) {
                    columns.remove("proconfig");
                }
            });
        }
        return Optional.of(columns);
    }

    private List<String> settingsAfter(AlterRoutine alter) {
        List<String> before = snapshot.find(alter.routine())
                .map(routine -> ((Routine) routine).settings())
                .orElse(List.of());
        return SearchPath.set(before, alter.to());
    }

    private void readRemoved(String detail) throws SQLException {
        try (PreparedStatement statement = prepare("unplanned-removed", detail, detail, detail);
                ResultSet row = statement.executeQuery()) {
            Set<Long> planned = droppedParts();
            while (row.next()) {
                String catalog = row.getString(1);
                if (!planned.contains(row.getLong(2))) {
                    found.add(describe(catalog, Optional.empty(), row.getLong(2), Optional.empty()) + ": gone from "
                            + catalog);
                }
            }
        }
    }

    /** The OIDs of the views that the plan drops and of their parts. */
    private Set<Long> droppedParts() {
        Set<Long> parts = new HashSet<>();
        List<Relation> views = plan.droppedViews()
                .flatMap(view -> snapshot.relation(view.name()).stream())
                .toList();
        Snapshot without = snapshot.without(views);
        for (CatalogObject object :
                views.isEmpty() ? List.<CatalogObject>of() : snapshot.objects().toList()) {
            if (without.find(object.id()).isEmpty()) {
                parts.add(object.id().oid());
            }
        }
        return parts;
    }

    private void readRows(String detail) throws SQLException {
        for (String table : elements(detail, "rows")) {
            found.add(
                    describe("pg_class", Optional.empty(), Long.parseLong(table), Optional.empty()) + ": rows written");
        }
    }

    private void readAsFound(String detail) throws SQLException {
        found.addAll(elements(detail, "found"));
    }

    /** The texts that the detail has in an array, in order. */
    private List<String> elements(String detail, String key) throws SQLException {
        List<String> elements = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT t.element FROM pg_catalog.jsonb_array_elements_text(?::pg_catalog.jsonb -> ?) AS t (element) ORDER BY 1")) {
            statement.setString(1, detail);
            statement.setString(2, key);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    elements.add(row.getString(1));
                }
            }
        }
        return elements;
    }

    private PreparedStatement prepare(String query, String... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement("WITH audit_rows AS NOT MATERIALIZED ("
                + new CatalogQuery("audit-rows").sql(major) + ")\n" + new CatalogQuery(query).sql(major));
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
        return statement;
    }

    /**
     * What the row is about: the object itself, or what it is a part of, if the plan knew it; else its name.
     *
     * @param about of a comment or a security label, the catalog of its object
     */
    private String describe(String catalog, Optional<Catalog> about, long oid, Optional<String> name) {
        if (oid == 0) {
            return "the whole database";
        }
        Optional<Catalog> own = Catalog.ofName(catalog);
        Optional<Catalog> holder =
                own.or(() -> Optional.ofNullable(WHOLES.get(catalog))).or(() -> about);
        if (holder.isEmpty()) {
            return "OID " + oid;
        }
        Optional<CatalogObject> object = snapshot.find(new ObjectId(holder.get(), oid));
        if (object.isPresent()) {
            return ObjectStates.describe(object.get(), snapshot);
        }
        return holder.get().noun() + " " + name.filter(n -> own.isPresent()).orElse("with OID " + oid);
    }
}
