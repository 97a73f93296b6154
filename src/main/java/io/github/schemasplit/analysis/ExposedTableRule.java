package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.RestApi;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Supabase;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tables without row security that an HTTP API serves, or will serve where they go, to roles that hold privileges on them: whoever knows
 * the API's address may then do with every row what these roles may.
 */
final class ExposedTableRule implements AnalysisRule {
    private static final Set<Privilege> ON_ROWS =
            EnumSet.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);

    @Override
    public List<Finding> check(Assignment assignment) {
        Optional<RestApi> api = RestApi.in(assignment.snapshot());
        return api.isPresent() ? check(assignment, api.get()) : List.of();
    }

    private static List<Finding> check(Assignment assignment, RestApi api) {
        Snapshot snapshot = assignment.snapshot();
        Supabase supabase = Supabase.in(snapshot);
        RowReaders readers = new RowReaders(snapshot);
        Reach reach = new Reach(assignment);
        List<Relation> exposed = new ArrayList<>();
        Map<Identifier, Set<Identifier>> roles = new HashMap<>();
        for (Relation table : snapshot.relations()) {
            if (!canHaveRowSecurity(table)
                    || table.rowSecurity()
                    || snapshot.isExtensionMember(table.id())
                    || supabase.owns(table.name().schema())) {
                continue;
            }
            Set<Identifier> open = open(assignment, api, reach, readers, table);
            if (!open.isEmpty()) {
                exposed.add(table);
                roles.computeIfAbsent(table.name().schema(), s -> new TreeSet<>())
                        .addAll(open);
            }
        }
        List<Finding> findings = new ArrayList<>();
        MappedSchemas.bySchema(exposed)
                .forEach((schema, tables) -> findings.add(finding(api, schema, tables, roles.get(schema))));
        return findings;
    }

    private static boolean canHaveRowSecurity(Relation relation) {
        return !relation.temporary()
                && (relation.kind() == RelationKind.TABLE || relation.kind() == RelationKind.PARTITIONED_TABLE);
    }

    /** The roles of requests that get at its rows, now or after the plan, and that row security would keep from some. */
    private static Set<Identifier> open(
            Assignment assignment, RestApi api, Reach reach, RowReaders readers, Relation table) {
        Identifier now = table.name().schema();
        Identifier after = assignment.schemaAfter(table);
        Set<Grantee> grantees = RowReaders.grantees(table, ON_ROWS);
        Set<Identifier> open = new TreeSet<>();
        for (Identifier role : api.requestRoles()) {
            boolean reached = (api.serves(now) && reach.hasUsage(role, now))
                    || (api.serves(after) && reach.hasUsageAfter(role, after));
            if (reached && readers.isAmong(role, grantees) && !readers.bypasses(role, table)) {
                open.add(role);
            }
        }
        return open;
    }

    private static Finding finding(RestApi api, Identifier schema, List<Relation> tables, Set<Identifier> roles) {
        List<Statement> enable = tables.stream()
                .map(t -> Statement.of("ALTER TABLE %s ENABLE ROW LEVEL SECURITY", t.name()))
                .toList();
        return Finding.of(
                FindingCode.TABLE_WITHOUT_ROW_SECURITY,
                Severity.WARNING,
                "schema " + schema,
                Words.count(tables.size(), "table") + " in it (" + Words.described(tables) + ") "
                        + (tables.size() == 1 ? "has" : "have") + " no row security, and the HTTP API "
                        + (api.serves(schema) ? "serves " : "will serve ") + (tables.size() == 1 ? "it" : "them")
                        + " to " + Words.some(roles)
                        + ", so that whoever calls it can do with every row what these roles may do with one",
                "run, with policies for the rows that they are to see, since without any they see none: "
                        + Run.all(enable));
    }
}
