package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.TextConstant;
import io.github.schemasplit.names.CurrentSchema;
import io.github.schemasplit.names.SchemaConstants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Views, rules, policies and other stored expressions that ask the catalog about the source schema: {@code table_schema = 'public'},
 * {@code schemaname = current_schema()}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/information-schema.html">The Information Schema</a>
 */
final class SchemaExpressionRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        List<Finding> findings = new ArrayList<>();
        if (assignment.snapshot().textConstants().isEmpty()) {
            return findings;
        }
        SchemaConstants schema = new SchemaConstants(assignment);
        CurrentSchema current = new CurrentSchema(assignment);
        boolean asked = current.isSourceInSessions();
        Map<ObjectId, Set<String>> named = new LinkedHashMap<>();
        for (TextConstant constant : assignment.snapshot().textConstants()) {
            boolean names = switch (constant.use()) {
                case COMPARED -> schema.isNamedAlone(constant.text());
                case CURRENT_SCHEMA -> asked;
                case ARGUMENT -> false;
            };
            if (names) {
                named.computeIfAbsent(constant.object(), o -> new LinkedHashSet<>())
                        .add(
                                constant.use() == TextConstant.Use.COMPARED
                                        ? "'" + constant.text() + "'"
                                        : constant.text() + "(), " + current.why());
            }
        }
        for (Map.Entry<ObjectId, Set<String>> entry : named.entrySet()) {
            Optional<CatalogObject> object = assignment.snapshot().find(entry.getKey());
            if (object.isPresent()
                    && !ExpressionTextRule.isRepeatedOrOfAnExtension(assignment.snapshot(), object.get())) {
                findings.add(finding(assignment.snapshot(), object.get(), entry.getValue()));
            }
        }
        return findings;
    }

    private static Finding finding(Snapshot snapshot, CatalogObject object, Set<String> texts) {
        return Finding.of(
                FindingCode.EXPRESSION_NAMES_SOURCE_SCHEMA,
                Severity.WARNING,
                ObjectStates.describe(object, snapshot),
                "its expression may ask the catalog for what is in the source schema (" + String.join("; ", texts)
                        + "), and would then no longer find what moves",
                remedy(object));
    }

    private static String remedy(CatalogObject object) {
        return "look at it; where that is so, write the new schemas beside the old one, and make " + object.describe()
                + " anew after the move";
    }
}
