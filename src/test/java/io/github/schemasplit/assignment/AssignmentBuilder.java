package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.Access;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.CrossSchemaForeignKeys;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.NamePattern;
import io.github.schemasplit.mapping.Origin;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.mapping.RowSecurity;
import io.github.schemasplit.mapping.SchemaCompatibility;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.mapping.Unmapped;
import io.github.schemasplit.mapping.UnmappedViews;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Assignments by hand, for tests of what comes after. The source schema is {@code public}. */
public final class AssignmentBuilder {
    private final Supplier<Snapshot> snapshot;
    private final List<TargetSchema> targets = new ArrayList<>();
    private final List<Placement> placements = new ArrayList<>();

    public AssignmentBuilder(Snapshot snapshot) {
        this.snapshot = () -> snapshot;
    }

    /** The snapshot is built last, so that objects can be added meanwhile. */
    public AssignmentBuilder(SnapshotBuilder snapshot) {
        this.snapshot = snapshot::build;
    }

    public AssignmentBuilder target(String name, Optional<String> purpose, Optional<String> owner) {
        targets.add(new TargetSchema(
                located(Identifier.of(name)),
                purpose.map(AssignmentBuilder::located),
                owner.map(Identifier::of).map(AssignmentBuilder::located),
                Map.of(),
                SchemaCompatibility.UNSAID,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                RowSecurity.UNSAID));
        return this;
    }

    /** A target schema of which the mapping says who may do what. */
    public AssignmentBuilder target(String name, Access access) {
        targets.add(new TargetSchema(
                located(Identifier.of(name)),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                SchemaCompatibility.UNSAID,
                Optional.empty(),
                Optional.of(located(access)),
                List.of(),
                RowSecurity.UNSAID));
        return this;
    }

    public AssignmentBuilder target(String name) {
        return target(name, Optional.empty(), Optional.empty());
    }

    public AssignmentBuilder place(SchemaObject object, String target) {
        placements.add(new Placement(
                object,
                Identifier.of(target),
                new Cause.Entry(located(NamePattern.exactly(object.name().name().value())))));
        return this;
    }

    public Assignment build() {
        Mapping mapping = new Mapping(
                located(Identifier.of("public")),
                targets,
                List.of(),
                located(new Unmapped.Keep()),
                located(new UnmappedViews.Follow()),
                located(Compatibility.NONE),
                located(RoutineBodies.REPORT),
                located(CrossSchemaForeignKeys.WARN),
                Optional.empty(),
                Optional.empty());
        Snapshot built = snapshot.get();
        return new Assignment(mapping, built, built, placements, List.of(), List.of(), List.of());
    }

    private static <T> Located<T> located(T value) {
        return new Located<>(value, new Origin("mapping.yml", 4, 12, ""));
    }
}
