package io.github.schemasplit.report;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.ForeignKey;
import io.github.schemasplit.analysis.ForeignKeyList;
import io.github.schemasplit.analysis.ForeignKeyMatrix;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.hazard.Hazard;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/**
 * The schemas that a page tells of, once everything has moved: the target schemas, the source schema, and others that foreign keys lead
 * to or from. In the page each has a number, since a name can hold anything.
 */
final class ReportedSchemas {
    private final Assignment assignment;
    private final ForeignKeyList keys;
    private final ForeignKeyMatrix matrix;
    private final Map<Identifier, Integer> numbers = new HashMap<>();
    private final Map<String, Set<Identifier>> bySubject = new HashMap<>();

    ReportedSchemas(AnalysisReport report) {
        this(report.assignment());
        subjects(report);
    }

    /** Without the schemas of what findings and hazards are about. */
    ReportedSchemas(Assignment assignment) {
        this.assignment = assignment;
        this.keys = ForeignKeyList.of(assignment);
        this.matrix = keys.matrix();
        for (Identifier schema : matrix.schemas()) {
            numbers.put(schema, numbers.size());
        }
    }

    private void subjects(AnalysisReport report) {
        Set<String> subjects = new HashSet<>();
        for (Finding finding : report.findings()) {
            subjects.add(finding.subject());
        }
        for (Hazard hazard : report.hazards()) {
            subjects.addAll(hazard.subjects());
        }
        for (CatalogObject object : assignment.snapshot().objects().toList()) {
            String subject = object.describe();
            Optional<Identifier> schema = subjects.contains(subject) ? schemaAfter(object) : Optional.empty();
            if (schema.isPresent()) {
                bySubject.computeIfAbsent(subject, s -> new HashSet<>()).add(schema.get());
            }
        }
        for (Identifier one : matrix.schemas()) {
            for (Identifier other : matrix.schemas()) {
                bySubject.put("schema " + one.sql() + " to schema " + other.sql(), new HashSet<>(List.of(one, other)));
            }
        }
    }

    private Optional<Identifier> schemaAfter(CatalogObject object) {
        if (object instanceof Schema schema) {
            return Optional.of(schema.name());
        }
        Optional<Placement> placement = assignment.placement(object.id());
        if (placement.isPresent()) {
            return Optional.of(placement.get().target());
        }
        Optional<ObjectId> part = object.partOf();
        Optional<CatalogObject> whole = part.isPresent() ? assignment.snapshot().find(part.get()) : Optional.empty();
        return whole.isPresent() ? schemaAfter(whole.get()) : object.inSchema();
    }

    /** The schemas, in the order of their numbers. */
    List<Identifier> names() {
        return matrix.schemas();
    }

    ForeignKeyMatrix matrix() {
        return matrix;
    }

    ForeignKeyList keys() {
        return keys;
    }

    boolean isTarget(Identifier schema) {
        return keys.targets().contains(schema);
    }

    boolean isSource(Identifier schema) {
        return keys.source().equals(schema);
    }

    /** The number of a schema in the page, as the page has it. */
    String number(Identifier schema) {
        return String.valueOf(numbers.get(schema));
    }

    /** The numbers of schemas, as words. */
    String numbers(Collection<Identifier> schemas) {
        Set<Integer> ordered = new TreeSet<>();
        for (Identifier schema : schemas) {
            if (numbers.containsKey(schema)) {
                ordered.add(numbers.get(schema));
            }
        }
        StringJoiner words = new StringJoiner(" ");
        for (int number : ordered) {
            words.add(String.valueOf(number));
        }
        return words.toString();
    }

    /** The numbers of the schemas that the subject of a finding or of a hazard belongs to, as words; none where it belongs to none. */
    String numbersOf(String subject) {
        return numbers(bySubject.getOrDefault(subject, Set.of()));
    }

    /** What will be in a schema: tables before views, and these before all else. */
    List<SchemaObject> objects(Identifier schema) {
        List<SchemaObject> objects = new ArrayList<>();
        if (isTarget(schema)) {
            for (Placement placement : assignment.placements()) {
                if (placement.target().equals(schema)) {
                    objects.add(placement.object());
                }
            }
        } else {
            Set<QualifiedName> touched = isSource(schema) ? Set.of() : touched();
            for (Relation relation : assignment.snapshot().relations()) {
                boolean isThere = (relation.kind().isTable() || relation.kind().isView())
                        && !relation.temporary()
                        && assignment.schemaAfter(relation).equals(schema);
                if (isThere
                        && (isSource(schema)
                                ? !assignment.snapshot().isExtensionMember(relation.id())
                                : touched.contains(relation.name()))) {
                    objects.add(relation);
                }
            }
        }
        objects.sort((one, other) -> Integer.compare(rank(one), rank(other)));
        return objects;
    }

    private Set<QualifiedName> touched() {
        Set<QualifiedName> touched = new HashSet<>();
        for (ForeignKey key : keys.foreignKeys()) {
            touched.add(key.from());
            touched.add(key.to());
        }
        return touched;
    }

    private static int rank(SchemaObject object) {
        if (!(object instanceof Relation relation)) {
            return 3;
        }
        return relation.kind().isTable() ? 0 : relation.kind().isView() ? 1 : 2;
    }
}
