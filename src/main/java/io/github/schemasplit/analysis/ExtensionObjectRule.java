package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Objects of extensions in the source schema: they stay, whatever globs match. */
final class ExtensionObjectRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        Identifier source = assignment.mapping().source().value();
        Map<String, Long> counts = snapshot.dependencies().stream()
                .filter(d -> d.type() == 'e')
                .filter(d -> snapshot.find(d.dependent())
                        .flatMap(ExtensionObjectRule::schema)
                        .filter(source::equals)
                        .isPresent())
                .map(Dependency::referenced)
                .flatMap(extension -> snapshot.find(extension).stream())
                .collect(Collectors.groupingBy(CatalogObject::describe, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(e -> Finding.of(
                        FindingCode.EXTENSION_OBJECTS_STAY,
                        Severity.INFO,
                        e.getKey(),
                        Words.count(e.getValue(), "object") + " of it in schema " + source
                                + " stay: an extension's objects stay together, or dumps would leave them out",
                        "nothing; to have the extension elsewhere, use ALTER EXTENSION … SET SCHEMA"))
                .toList();
    }

    private static Optional<Identifier> schema(CatalogObject object) {
        return object instanceof SchemaObject && !(object instanceof Type type && type.isImplicit())
                ? object.inSchema()
                : Optional.empty();
    }
}
