package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Views that read tables with row security as an owner to whom that does not apply, for readers to whom it would. A materialized view
 * always reads as its owner.
 */
final class BypassingViewRule implements AnalysisRule {
    private static final int INVOKER_VIEWS = 15;

    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        MappedSchemas mapped = new MappedSchemas(assignment);
        Search search = new Search(snapshot);
        Map<Relation, Bypass> found = new HashMap<>();
        List<Relation> views = new ArrayList<>();
        for (Relation view : snapshot.relations()) {
            if (view.kind().isView() && !view.securityInvoker() && mapped.have(view)) {
                Bypass bypass = search.bypass(view);
                if (!bypass.readers().isEmpty()) {
                    found.put(view, bypass);
                    views.add(view);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Identifier, List<Relation>> ofSchema :
                MappedSchemas.bySchema(views).entrySet()) {
            findings.add(finding(snapshot, ofSchema.getKey(), ofSchema.getValue(), found));
        }
        return findings;
    }

    private static Finding finding(
            Snapshot snapshot, Identifier schema, List<Relation> views, Map<Relation, Bypass> found) {
        Map<String, Relation> tables = new TreeMap<>();
        Set<Grantee> readers = new TreeSet<>();
        List<Statement> close = new ArrayList<>();
        for (Relation view : views) {
            Bypass bypass = found.get(view);
            for (Relation table : bypass.tables()) {
                tables.put(table.describe(), table);
            }
            readers.addAll(bypass.readers());
            close.add(
                    view.kind() == RelationKind.VIEW && snapshot.server().major() >= INVOKER_VIEWS
                            ? Statement.of("ALTER VIEW %s SET (security_invoker = true)", view.name())
                            : Statement.of(
                                    "REVOKE SELECT ON TABLE %s FROM %s",
                                    view.name(), Statement.list(bypass.readers())));
        }
        boolean one = views.size() == 1;
        return Finding.of(
                FindingCode.VIEW_BYPASSES_ROW_SECURITY,
                Severity.WARNING,
                "schema " + schema,
                Words.count(views.size(), "view") + " in it (" + Words.described(views) + ") "
                        + (one ? "reads" : "read") + " what has row security (" + Words.some(tables.keySet()) + ") as "
                        + (one ? "its owner, to whom" : "their owners, to whom") + " that does not apply, so that "
                        + Words.some(readers) + " can see all that " + (one ? "it shows" : "they show")
                        + ", whatever the policies say",
                "where that is not meant, run: " + Run.all(close));
    }

    /**
     * @param tables the tables with row security that it does not apply to
     * @param readers who may read the view, and would see less in these tables
     */
    private record Bypass(Set<Relation> tables, Set<Grantee> readers) {}

    private static final class Search {
        private final Snapshot snapshot;
        private final RowReaders readers;
        private final Map<ObjectId, List<Relation>> reads = new HashMap<>();

        Search(Snapshot snapshot) {
            this.snapshot = snapshot;
            this.readers = new RowReaders(snapshot);
            for (Dependency dependency : snapshot.dependencies()) {
                if (snapshot.find(dependency.dependent()).orElse(null) instanceof Relation view
                        && view.kind().isView()
                        && snapshot.find(dependency.referenced()).orElse(null) instanceof Relation read) {
                    reads.computeIfAbsent(view.id(), v -> new ArrayList<>()).add(read);
                }
            }
        }

        Bypass bypass(Relation view) {
            Set<Relation> tables = new HashSet<>();
            addTables(view, view.owner(), tables, new HashSet<>());
            Set<Grantee> shown = new TreeSet<>();
            for (Grantee reader : RowReaders.grantees(view, EnumSet.of(Privilege.SELECT))) {
                if (isKeptFromSome(reader, tables) && !reader.equals(Grantee.of(view.owner()))) {
                    shown.add(reader);
                }
            }
            return new Bypass(tables, shown);
        }

        private boolean isKeptFromSome(Grantee reader, Set<Relation> tables) {
            for (Relation table : tables) {
                if (reader.role().isEmpty() || !readers.bypasses(reader.role().get(), table)) {
                    return true;
                }
            }
            return false;
        }

        /** What a view reads is asked for in the name of its owner, through views that ask in the name of their reader too. */
        private void addTables(Relation view, Identifier asking, Set<Relation> tables, Set<ObjectId> seen) {
            if (!seen.add(view.id())) {
                return;
            }
            for (Relation read : reads.getOrDefault(view.id(), List.of())) {
                if (read.kind() == RelationKind.VIEW) {
                    addTables(read, read.securityInvoker() ? asking : read.owner(), tables, seen);
                } else if (read.rowSecurity() && readers.bypasses(asking, read)) {
                    tables.add(read);
                }
            }
        }
    }
}
