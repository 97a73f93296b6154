package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Publication;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** Publications that publish moving tables, or would begin to. */
final class PublicationRule implements AnalysisRule {
    /** What Supabase Realtime listens to. */
    private static final Identifier REALTIME = Identifier.of("supabase_realtime");

    @Override
    public List<Finding> check(Assignment assignment) {
        List<Finding> findings = new ArrayList<>();
        for (Publication publication : assignment.snapshot().all(Publication.class)) {
            List<Placement> tables = movingTables(assignment);
            checkLosses(assignment.snapshot(), publication, tables, findings);
            checkGains(publication, tables, findings);
            List<Placement> published = new ArrayList<>();
            for (Placement table : tables) {
                if (publishes(publication, table)) {
                    published.add(table);
                }
            }
            if (!published.isEmpty()) {
                findings.add(
                        publication.name().equals(REALTIME)
                                ? realtime(publication, published)
                                : subscribers(publication, published));
            }
        }
        return findings;
    }

    private static Finding subscribers(Publication publication, List<Placement> published) {
        return Finding.of(
                FindingCode.SUBSCRIBERS_MUST_FOLLOW,
                Severity.WARNING,
                publication.describe(),
                "it publishes " + tables(published)
                        + "; a logical subscriber stops at a table that has moved until its own has moved too, and"
                        + " change streams will show the new schema",
                "after the move, on each subscriber, when its log says that a relation of a new schema does not exist (all"
                        + " from before the move has come there then): ALTER SUBSCRIPTION … DISABLE; move the tables"
                        + " there with the same mapping, then: ALTER SUBSCRIPTION … ENABLE;");
    }

    /** Its clients are no subscribers: they say by schema and table what they want to hear of. */
    private static Finding realtime(Publication publication, List<Placement> published) {
        Placement first = published.get(0);
        return Finding.of(
                FindingCode.SUBSCRIBERS_MUST_FOLLOW,
                Severity.WARNING,
                publication.describe(),
                "Supabase Realtime tells clients of what it publishes, and it goes on publishing " + tables(published)
                        + ": a client that listens to the old schema hears nothing of what moved any more, also where a view has the"
                        + " old name",
                "with the move, in each client that listens to one of them, write the new schema: .on('postgres_changes', { event:"
                        + " '*', schema: '" + first.target().value() + "', table: '"
                        + first.current().name().value() + "' }, …)");
    }

    private static List<Placement> movingTables(Assignment assignment) {
        List<Placement> tables = new ArrayList<>();
        for (Placement move : assignment.moves()) {
            if (isPublishable(move)) {
                tables.add(move);
            }
        }
        return tables;
    }

    private static void checkLosses(
            Snapshot snapshot, Publication publication, List<Placement> moving, List<Finding> findings) {
        List<Placement> lost = new ArrayList<>();
        for (Placement table : moving) {
            if (publication.schemas().contains(table.current().schema())
                    && !publication.schemas().contains(table.target())
                    && !isListed(publication, table)) {
                lost.add(table);
            }
        }
        if (lost.isEmpty()) {
            return;
        }
        RoleMembership membership = snapshot.roleMembership();
        if (membership.inherits(snapshot.server().currentRole(), publication.owner())) {
            findings.add(Finding.of(
                    FindingCode.PUBLICATION_OF_SCHEMA,
                    Severity.INFO,
                    publication.describe(),
                    "it publishes whole schemas and would lose " + tables(lost)
                            + "; these are added to it one by one, so that it goes on publishing them",
                    "nothing; tables that are created in the target schemas later have to be added by hand"));
        } else {
            findings.add(Finding.of(
                    FindingCode.PUBLICATION_NOT_OWNED,
                    Severity.ERROR,
                    publication.describe(),
                    "it publishes whole schemas and would lose " + tables(lost) + "; only its owner, role "
                            + publication.owner() + ", may add them again",
                    Grants.membership(snapshot, membership, publication.owner())));
        }
    }

    private static void checkGains(Publication publication, List<Placement> moving, List<Finding> findings) {
        List<Placement> gained = new ArrayList<>();
        for (Placement table : moving) {
            if (publication.schemas().contains(table.target()) && !publishes(publication, table)) {
                gained.add(table);
            }
        }
        if (!gained.isEmpty()) {
            findings.add(Finding.of(
                    FindingCode.PUBLICATION_GAINS_TABLES,
                    Severity.WARNING,
                    publication.describe(),
                    "it publishes a whole target schema and will begin to publish " + tables(gained),
                    "nothing, if subscribers may see them; else take the schema out of the publication"));
        }
    }

    private static boolean isPublishable(Placement placement) {
        return placement.object() instanceof Relation relation
                && (relation.kind() == RelationKind.TABLE || relation.kind() == RelationKind.PARTITIONED_TABLE);
    }

    private static boolean publishes(Publication publication, Placement placement) {
        return publication.allTables()
                || isListed(publication, placement)
                || publication.schemas().contains(placement.current().schema());
    }

    private static boolean isListed(Publication publication, Placement placement) {
        return publication.tables().contains(placement.object().id().oid());
    }

    private static String tables(List<Placement> placements) {
        List<QualifiedName> names = new ArrayList<>();
        for (Placement placement : placements) {
            names.add(placement.current());
        }
        return Words.count(names.size(), "moving table") + " (" + Words.some(names) + ")";
    }
}
