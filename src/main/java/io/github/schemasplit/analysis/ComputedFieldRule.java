package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.assignment.RestApi;
import io.github.schemasplit.catalog.ApiServer;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.SupabaseConfig;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Functions of one argument, a row of a table, which an API takes for a field of the table, or for a relationship where they return rows
 * of another. It looks for them in the schema that a request asks for; for fields, which the server finds, in the extra search path, too.
 *
 * @see <a href="https://docs.postgrest.org/en/stable/references/api/computed_fields.html">Computed fields</a>
 * @see <a href="https://docs.postgrest.org/en/stable/references/api/resource_embedding.html#computed-relationships">Computed relationships</a>
 */
final class ComputedFieldRule implements AnalysisRule {
    private static final List<Identifier> USUAL = List.of(Identifier.of("public"));

    @Override
    public List<Finding> check(Assignment assignment) {
        RestApi api = RestApi.of(assignment);
        List<Finding> findings = new ArrayList<>();
        if (api.servers().isEmpty() || assignment.moves().isEmpty()) {
            return findings;
        }
        for (Routine routine : assignment.snapshot().all(Routine.class)) {
            Optional<Relation> table =
                    routine.kind() == 'f' && routine.argumentTypes().size() == 1
                            ? rowsOf(routine.argumentTypes().get(0), assignment)
                            : Optional.empty();
            if (table.isPresent()) {
                Optional<Relation> returned = rowsOf(routine.returnType(), assignment);
                for (ApiServer server : api.servers()) {
                    Optional<Finding> lost = new Field(routine, table.get(), returned, assignment).lost(api, server);
                    if (lost.isPresent()) {
                        findings.add(lost.get());
                        break;
                    }
                }
            }
        }
        return findings;
    }

    /** The relation whose rows are of a type. */
    private static Optional<Relation> rowsOf(long type, Assignment assignment) {
        return assignment.snapshot().find(new ObjectId(Catalog.PG_TYPE, type)).orElse(null) instanceof Type row
                        && row.arrayOf() == 0
                        && row.relation() != 0
                        && assignment
                                        .snapshot()
                                        .find(ObjectId.relation(row.relation()))
                                        .orElse(null)
                                instanceof Relation relation
                ? Optional.of(relation)
                : Optional.empty();
    }

    private static List<Identifier> everywhere(ApiServer server, Assignment assignment) {
        return server.extraSearchPath()
                .or(() -> assignment
                        .mapping()
                        .supabase()
                        .flatMap(SupabaseConfig::extraSearchPath)
                        .map(path -> path.stream().map(Identifier::of).toList()))
                .orElse(USUAL);
    }

    /**
     * A function that may be taken for a field.
     *
     * @param table of which it takes a row
     * @param returned of which it returns rows
     */
    private record Field(Routine routine, Relation table, Optional<Relation> returned, Assignment assignment) {
        Optional<Finding> lost(RestApi api, ApiServer server) {
            Identifier schema = table.name().schema();
            Identifier target = assignment.schemaAfter(table);
            Identifier then = assignment
                    .placement(routine.id())
                    .map(Placement::target)
                    .orElse(routine.name().schema());
            List<Identifier> served = api.served(server);
            List<Identifier> after = api.servedAfter(server);
            boolean now = served.contains(schema)
                    && isFound(routine.name().schema(), schema, server)
                    && returned.filter(rows -> !served.contains(rows.name().schema()))
                            .isEmpty();
            if (!now) {
                return Optional.empty();
            }
            if (after.contains(target) && !isFound(then, target, server)) {
                return Optional.of(finding(
                        "will not find it with this in schema " + target
                                + (returned.isPresent() ? ", where it has to be" : ""),
                        "name it in the mapping among the routines of schema " + target
                                + ", and have clients ask for that schema"));
            }
            Optional<Identifier> rows = returned.map(assignment::schemaAfter).filter(goal -> !after.contains(goal));
            if (after.contains(target) && rows.isPresent()) {
                return Optional.of(finding(
                        "will not follow it, since it does not serve schema " + rows.get() + ", to which the rows go",
                        "say api: served of schema " + rows.get()
                                + " in the mapping, or let the API serve it otherwise"));
            }
            boolean isView = !target.equals(schema)
                    && assignment.mapping().compatibility(target, table.name().name()) == Compatibility.VIEWS;
            return isView
                    ? Optional.of(finding(
                            "will not find it with this under its old name, where a view with a row type of its own stands",
                            "name it in the mapping among the routines of schema " + target
                                    + ", and have clients ask for that schema"))
                    : Optional.empty();
        }

        private boolean isFound(Identifier where, Identifier asked, ApiServer server) {
            return where.equals(asked)
                    || (returned.isEmpty() && everywhere(server, assignment).contains(where));
        }

        private Finding finding(String what, String remedy) {
            return Finding.of(
                    FindingCode.API_COMPUTED_FIELD_LOST,
                    Severity.WARNING,
                    routine.describe(),
                    "an API takes it for a " + (returned.isPresent() ? "relationship" : "field") + " of "
                            + table.describe() + ", and " + what,
                    remedy);
        }
    }
}
