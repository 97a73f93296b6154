package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.ForeignServer;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Foreign tables that stand for tables of this very database that move: postgres_fdw asks for them by name.
 *
 * @see <a href="https://www.postgresql.org/docs/current/postgres-fdw.html">postgres_fdw</a>
 */
final class LoopbackTableRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        if (assignment.moves().isEmpty()
                || assignment.snapshot().all(ForeignServer.class).isEmpty()) {
            return List.of();
        }
        Map<CatalogObject, ForeignServer> servers = servers(assignment.snapshot());
        List<Finding> findings = new ArrayList<>();
        for (Relation table : assignment.snapshot().relations()) {
            ForeignServer server = servers.get(table);
            if (server != null) {
                check(assignment, table, server).ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** The servers of foreign tables that are, or may be, this database. */
    private static Map<CatalogObject, ForeignServer> servers(Snapshot snapshot) {
        Map<CatalogObject, ForeignServer> servers = new HashMap<>();
        for (Dependency dependency : snapshot.dependencies()) {
            CatalogObject referenced = snapshot.find(dependency.referenced()).orElse(null);
            CatalogObject dependent = snapshot.find(dependency.dependent()).orElse(null);
            if (referenced instanceof ForeignServer server
                    && server.here() != ForeignServer.Here.NO
                    && dependent instanceof Relation table
                    && table.kind() == RelationKind.FOREIGN_TABLE) {
                servers.put(table, server);
            }
        }
        return servers;
    }

    private static Optional<Finding> check(Assignment assignment, Relation table, ForeignServer server) {
        Optional<Placement> own = assignment.placement(table.id());
        Optional<Identifier> schema = option(table, "schema_name").map(Identifier::of);
        // Without the option it asks for the schema that it is in, also when that is another: another rule's business.
        if (schema.isEmpty() && own.filter(p -> !p.isInPlace()).isPresent()) {
            return Optional.empty();
        }
        QualifiedName remote = new QualifiedName(
                schema.orElse(table.name().schema()),
                option(table, "table_name")
                        .map(Identifier::of)
                        .orElse(table.name().name()));
        return assignment
                .snapshot()
                .relation(remote)
                .flatMap(r -> assignment.placement(r.id()))
                .filter(p -> !p.isInPlace())
                .map(p -> finding(table, own, p, server, schema.isPresent()));
    }

    private static Optional<String> option(Relation table, String name) {
        return table.foreignOptions().stream()
                .filter(o -> o.startsWith(name + "="))
                .map(o -> o.substring(name.length() + 1))
                .findFirst();
    }

    private static Finding finding(
            Relation table, Optional<Placement> own, Placement remote, ForeignServer server, boolean set) {
        SqlPart after = own.isPresent() ? table.name().in(own.get().target()) : table.name();
        boolean sure = server.here() == ForeignServer.Here.YES;
        return Finding.of(
                FindingCode.FOREIGN_TABLE_POINTS_BACK,
                Severity.WARNING,
                table.describe(),
                "it stands for " + remote.object().describe() + " on " + server.describe() + ", which "
                        + (sure ? "is this database" : "may be this database, since it has its name")
                        + "; it would no longer find that after the move",
                (sure ? "right after the move, run: " : "if that is this database, run right after the move: ")
                        + Statement.of(
                                set
                                        ? "ALTER FOREIGN TABLE %s OPTIONS (SET schema_name %s)"
                                        : "ALTER FOREIGN TABLE %s OPTIONS (ADD schema_name %s)",
                                after,
                                Literal.of(remote.target().value()))
                        + ";");
    }
}
