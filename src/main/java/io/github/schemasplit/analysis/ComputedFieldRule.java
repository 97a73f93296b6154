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
 * Functions of one argument, a row of a table that moves, which an API takes for a field of the table, or for a relationship where they
 * return rows: it finds them in the schema that a request asks for and in its extra search path, and by the very row type.
 *
 * @see <a href="https://docs.postgrest.org/en/stable/references/api/computed_fields.html">Computed fields</a>
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
            Optional<Placement> table = tableOf(routine, assignment);
            if (table.isPresent() && routine.kind() == 'f') {
                Optional<String> lost = lost(routine, table.get(), api, assignment);
                lost.ifPresent(where -> findings.add(Finding.of(
                        FindingCode.API_COMPUTED_FIELD_LOST,
                        Severity.WARNING,
                        routine.describe(),
                        "an API takes it for a field of " + table.get().object().describe()
                                + ", and will not find it with this " + where,
                        "name it in the mapping among the routines of schema "
                                + table.get().target()
                                + ", and have clients ask for that schema")));
            }
        }
        return findings;
    }

    /** The table that moves of whose rows it takes one, and nothing else. */
    private static Optional<Placement> tableOf(Routine routine, Assignment assignment) {
        if (routine.argumentTypes().size() != 1) {
            return Optional.empty();
        }
        return assignment
                .snapshot()
                .find(new ObjectId(Catalog.PG_TYPE, routine.argumentTypes().get(0)))
                .filter(object -> object instanceof Type type && type.arrayOf() == 0 && type.relation() != 0)
                .flatMap(type -> type.partOf())
                .flatMap(assignment::placement)
                .filter(place -> !place.isInPlace());
    }

    /** Where it is not found any more, if it is anywhere. */
    private static Optional<String> lost(Routine routine, Placement table, RestApi api, Assignment assignment) {
        Identifier now = routine.name().schema();
        Identifier then =
                assignment.placement(routine.id()).map(Placement::target).orElse(now);
        for (ApiServer server : api.servers()) {
            List<Identifier> everywhere = everywhere(server, assignment);
            boolean isField = api.served(server).contains(table.current().schema())
                    && (now.equals(table.current().schema()) || everywhere.contains(now));
            if (isField
                    && api.servedAfter(server).contains(table.target())
                    && !then.equals(table.target())
                    && !everywhere.contains(then)) {
                return Optional.of("in schema " + table.target());
            }
            boolean isView = table.object() instanceof Relation relation
                    && assignment
                                    .mapping()
                                    .compatibility(
                                            table.target(), relation.name().name())
                            == Compatibility.VIEWS;
            if (isField && isView) {
                return Optional.of("under its old name, where a view with a row type of its own stands");
            }
        }
        return Optional.empty();
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
}
