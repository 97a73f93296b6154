package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SearchPath;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * SECURITY DEFINER routines without a search_path of their own. A body that the server keeps as a tree, and one that is no text, names
 * its objects for good.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html#SQL-CREATEFUNCTION-SECURITY">Writing SECURITY
 *     DEFINER Functions Safely</a>
 */
final class DefinerPathRule implements AnalysisRule {
    private static final Identifier TEMPORARY = Identifier.of("pg_temp");
    private static final Set<String> WITHOUT_TEXT = Set.of("c", "internal");

    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        MappedSchemas mapped = new MappedSchemas(assignment);
        List<Routine> open = new ArrayList<>();
        for (Routine routine : snapshot.all(Routine.class)) {
            if (routine.securityDefiner()
                    && SearchPath.in(routine.settings()).isEmpty()
                    && !routine.source().isEmpty()
                    && !WITHOUT_TEXT.contains(routine.language().value())
                    && mapped.have(routine)) {
                open.add(routine);
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Identifier, List<Routine>> ofSchema :
                MappedSchemas.bySchema(open).entrySet()) {
            findings.add(finding(ofSchema.getKey(), ofSchema.getValue()));
        }
        return findings;
    }

    private static Finding finding(Identifier schema, List<Routine> routines) {
        SearchPath path = new SearchPath(List.of(schema, TEMPORARY));
        List<Statement> alter = routines.stream()
                .map(r -> Statement.of(
                        "ALTER ROUTINE %s%s SET search_path = %s",
                        r.name(), () -> "(" + r.identityArguments() + ")", path))
                .toList();
        return Finding.of(
                FindingCode.DEFINER_WITHOUT_SEARCH_PATH,
                Severity.WARNING,
                "schema " + schema,
                Words.count(routines.size(), "SECURITY DEFINER routine") + " in it (" + Words.described(routines) + ") "
                        + (routines.size() == 1 ? "has" : "have")
                        + " no search_path of " + (routines.size() == 1 ? "its" : "their")
                        + " own, so that a caller can put objects of his in place of those that the text names and have them used"
                        + " with the owner's rights",
                "run, with the schemas that the text needs and in which nobody else may create anything: "
                        + Run.all(alter));
    }
}
