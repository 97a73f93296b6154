package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Publication;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tables that a publication lists with a row filter and that move into or out of a schema that it has as a whole: there the server
 * disregards the filter. A column list can not be among them: the server refuses it beside a schema.
 *
 * @see <a href="https://www.postgresql.org/docs/current/logical-replication-row-filter.html">Row Filters</a>
 */
final class PublicationFilterRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        List<Finding> findings = new ArrayList<>();
        for (Publication publication : assignment.snapshot().all(Publication.class)) {
            Set<Long> filtered = new HashSet<>(publication.filtered());
            Set<Identifier> schemas = Set.copyOf(publication.schemas());
            for (Placement move : assignment.moves()) {
                boolean publishedNow = schemas.contains(move.current().schema());
                boolean publishedThen = schemas.contains(move.target());
                if (!publication.allTables()
                        && filtered.contains(move.object().id().oid())
                        && publishedNow != publishedThen) {
                    findings.add(finding(publication, move, publishedThen));
                }
            }
        }
        return findings;
    }

    private static Finding finding(Publication publication, Placement placement, boolean ceases) {
        QualifiedName table = placement.current();
        return Finding.of(
                FindingCode.PUBLICATION_FILTER_CHANGES,
                Severity.ERROR,
                publication.describe(),
                "it lists table " + table + " with a row filter"
                        + (ceases
                                ? " and has all of schema " + placement.target()
                                        + ", where filters do not count: after the move it would publish every row"
                                : " that does not count now, since it has all of schema " + table.schema()
                                        + ": after the move it would publish only the rows that pass the filter"),
                ceases
                        ? "send the table to another schema, or take schema " + placement.target()
                                + " out of the publication; to publish every row, run: " + unlist(publication, table)
                        : "to go on publishing every row, run: " + unlist(publication, table));
    }

    /** The schema goes on publishing the table, and the plan lists it anew where it leaves that. */
    private static String unlist(Publication publication, QualifiedName table) {
        return Statement.of("ALTER PUBLICATION %s DROP TABLE %s", publication.name(), table) + ";";
    }
}
