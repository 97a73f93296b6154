package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Objects of extensions in the source schema: they stay, whatever globs match. */
final class ExtensionObjectRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        Identifier source = assignment.mapping().source().value();
        Map<String, Long> counts = new TreeMap<>();
        for (Dependency dependency : snapshot.dependencies()) {
            if (dependency.type() == 'e' && isIn(source, snapshot.find(dependency.dependent()))) {
                Optional<CatalogObject> extension = snapshot.find(dependency.referenced());
                if (extension.isPresent()) {
                    String name = extension.get().describe();
                    counts.put(name, counts.getOrDefault(name, 0L) + 1);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            findings.add(Finding.of(
                    FindingCode.EXTENSION_OBJECTS_STAY,
                    Severity.INFO,
                    count.getKey(),
                    Words.count(count.getValue(), "object") + " of it in schema " + source
                            + " stay: an extension's objects stay together, or dumps would leave them out",
                    "nothing; to have the extension elsewhere, use ALTER EXTENSION … SET SCHEMA"));
        }
        return findings;
    }

    private static boolean isIn(Identifier schema, Optional<CatalogObject> object) {
        return object.isPresent()
                && object.get() instanceof SchemaObject it
                && !(it instanceof Type type && type.isImplicit())
                && it.inSchema().equals(Optional.of(schema));
    }
}
