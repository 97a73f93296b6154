package io.github.schemasplit.dictionary;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Comment;
import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.catalog.Constraint;
import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.Index;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Policy;
import io.github.schemasplit.catalog.PrintedDefinitions;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Trigger;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is looked up in a database as its pages are made; every list has an order that is of names alone. */
final class DocumentedDatabase {
    private static final String KEYS = "puxc";

    private final Snapshot snapshot;
    private final PrintedDefinitions printed;
    private final List<DocumentedSchema> schemas;
    private final CompatibilityViews oldNames;
    private final Map<ObjectId, Map<Integer, String>> columnComments = new HashMap<>();
    private final Map<ObjectId, List<Relation>> reads = new HashMap<>();
    private final List<KeyLink> keys = new ArrayList<>();
    private final Map<Long, List<Constraint>> constraints = new HashMap<>();
    private final Map<Long, List<Policy>> policies = new HashMap<>();
    private final Map<Long, List<Index>> indexes = new HashMap<>();
    private final Map<Long, List<Trigger>> triggers = new HashMap<>();
    private final Map<Long, List<KeyLink>> keysFrom = new HashMap<>();
    private final Map<Long, List<KeyLink>> keysTo = new HashMap<>();
    private final Map<Identifier, List<Relation>> tables = new HashMap<>();

    DocumentedDatabase(Snapshot snapshot, PrintedDefinitions printed, List<DocumentedSchema> schemas) {
        this.snapshot = snapshot;
        this.printed = printed;
        this.schemas = schemas;
        this.oldNames = CompatibilityViews.in(snapshot);
        for (Comment comment : snapshot.comments()) {
            columnComments
                    .computeIfAbsent(comment.object(), o -> new HashMap<>())
                    .put(comment.column(), comment.text());
        }
        for (Dependency dependency : snapshot.dependencies()) {
            if (relation(dependency.dependent()).filter(r -> r.kind().isView()).isPresent()) {
                relation(dependency.referenced())
                        .filter(r -> r.kind().isTable() || r.kind().isView())
                        .ifPresent(read -> reads.computeIfAbsent(dependency.dependent(), v -> new ArrayList<>())
                                .add(read));
            }
        }
        for (Constraint constraint : snapshot.all(Constraint.class)) {
            if (constraint.isForeignKey() && !constraint.inherited()) {
                addKey(constraint);
            } else if (KEYS.indexOf(constraint.kind()) >= 0) {
                constraints
                        .computeIfAbsent(constraint.relation(), r -> new ArrayList<>())
                        .add(constraint);
            }
        }
        keys.sort(KeyLink.BY_NAME);
        for (KeyLink key : keys) {
            keysFrom.computeIfAbsent(key.from().oid(), r -> new ArrayList<>()).add(key);
            keysTo.computeIfAbsent(key.to().oid(), r -> new ArrayList<>()).add(key);
        }
        for (Policy policy : snapshot.all(Policy.class)) {
            policies.computeIfAbsent(policy.relation(), r -> new ArrayList<>()).add(policy);
        }
        for (Index index : snapshot.all(Index.class)) {
            if (printed.of(index.id()).first().isPresent()) {
                indexes.computeIfAbsent(index.relation(), r -> new ArrayList<>())
                        .add(index);
            }
        }
        for (Trigger trigger : snapshot.all(Trigger.class)) {
            if (printed.of(trigger.id()).first().isPresent()) {
                triggers.computeIfAbsent(trigger.relation(), r -> new ArrayList<>())
                        .add(trigger);
            }
        }
        for (DocumentedSchema schema : schemas) {
            tables.put(
                    schema.name(),
                    relations(schema.name(), r -> r.kind().isTable() && (!r.partition() || isOfItsOwn(r))));
        }
    }

    private void addKey(Constraint key) {
        Optional<Relation> from = snapshot.relation(key.relation());
        Optional<Relation> to = snapshot.relation(key.referencedRelation().orElse(0));
        if (from.isPresent() && to.isPresent()) {
            keys.add(new KeyLink(key, from.get(), to.get()));
        }
    }

    private Optional<Relation> relation(ObjectId id) {
        return snapshot.find(id).filter(Relation.class::isInstance).map(Relation.class::cast);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    PrintedDefinitions printed() {
        return printed;
    }

    List<DocumentedSchema> schemas() {
        return schemas;
    }

    int major() {
        return snapshot.server().major();
    }

    /** The relations of a schema that are of no extension and no old names, by name. */
    List<Relation> relations(Identifier schema, Predicate<Relation> wanted) {
        return relations(r -> r.name().schema().equals(schema) && wanted.test(r));
    }

    /** Those of all schemas. */
    List<Relation> relations(Predicate<Relation> wanted) {
        return snapshot.relations().stream()
                .filter(wanted)
                .filter(r -> !snapshot.isExtensionMember(r.id()))
                .filter(r -> oldNames.find(r.name()).isEmpty())
                .sorted(Comparator.comparing(Relation::name))
                .toList();
    }

    /** The tables of a schema; of partitions those that have something that their table's own does not say. */
    List<Relation> tables(Identifier schema) {
        return tables.getOrDefault(schema, List.of());
    }

    /** Partitions come and go; one is told of when somebody else than its owner can reach it by its own name, or said something of it. */
    private boolean isOfItsOwn(Relation partition) {
        return comment(partition).isPresent()
                || partition.rowSecurity()
                || !Access.of(this, partition).isEmpty()
                || !policies(partition).isEmpty()
                || keysFrom.containsKey(partition.oid());
    }

    /** The views under old names, by name, each with what it stands for. */
    List<Relation> oldNames(Identifier schema) {
        return oldNames.all().stream()
                .filter(r -> r.name().schema().equals(schema))
                .sorted(Comparator.comparing(Relation::name))
                .toList();
    }

    Optional<Relation> standsFor(Relation oldName) {
        return oldNames.relation(oldName);
    }

    Optional<String> comment(CatalogObject object) {
        return snapshot.comment(object.id());
    }

    Optional<String> comment(Relation relation, Column column) {
        return Optional.ofNullable(
                columnComments.getOrDefault(relation.id(), Map.of()).get(column.number()));
    }

    /** The constraints of a table but for foreign keys and NOT NULL: the primary key first, then by kind and name. */
    List<Constraint> constraints(Relation table) {
        return constraints.getOrDefault(table.oid(), List.of()).stream()
                .sorted(Comparator.comparingInt((Constraint c) -> KEYS.indexOf(c.kind()))
                        .thenComparing(Constraint::name))
                .toList();
    }

    List<Policy> policies(Relation table) {
        return policies.getOrDefault(table.oid(), List.of()).stream()
                .sorted(Comparator.comparing(Policy::name))
                .toList();
    }

    /** Those that no constraint has made, and no index of the table whose partition it is. */
    List<Index> indexes(Relation table) {
        return indexes.getOrDefault(table.oid(), List.of()).stream()
                .sorted(Comparator.comparing(Index::name))
                .toList();
    }

    /** Those that no trigger of the table whose partition it is has made. */
    List<Trigger> triggers(Relation relation) {
        return triggers.getOrDefault(relation.oid(), List.of()).stream()
                .sorted(Comparator.comparing(Trigger::name))
                .toList();
    }

    /** The names of the roles that a policy is for, as they are written. */
    List<String> roles(Policy policy) {
        return policy.roles().stream()
                .flatMap(oid -> oid == 0
                        ? Stream.of("PUBLIC")
                        : snapshot.find(new ObjectId(Catalog.PG_AUTHID, oid)).stream()
                                .map(role -> ((Role) role).name().sql()))
                .sorted()
                .toList();
    }

    /** All foreign keys, by name; what only repeats another's in a partition is none. */
    List<KeyLink> keys() {
        return keys;
    }

    /** Those that a table has. */
    List<KeyLink> keysFrom(Relation table) {
        return keysFrom.getOrDefault(table.oid(), List.of());
    }

    /** Those that reference a table. */
    List<KeyLink> keysTo(Relation table) {
        return keysTo.getOrDefault(table.oid(), List.of());
    }

    /** What a view reads, by name. */
    List<Relation> reads(Relation view) {
        return reads.getOrDefault(view.id(), List.of()).stream()
                .distinct()
                .filter(r -> !r.equals(view))
                .sorted(Comparator.comparing(Relation::name))
                .toList();
    }

    /** The parents of a table, in their order. */
    List<Relation> parents(Relation table) {
        return table.parents().stream()
                .flatMap(oid -> snapshot.relation(oid).stream())
                .toList();
    }

    /** A relation by its name, without the schema for who is in it, which leads to what is said of it. */
    Line link(Relation relation, Identifier within) {
        QualifiedName name = relation.name();
        String text = name.schema().equals(within) ? name.name().sql() : name.sql();
        Relation told = relation.partition() && !tables(name.schema()).contains(relation)
                ? parents(relation).stream().findFirst().orElse(relation)
                : relation;
        return schemas.stream()
                .filter(s -> s.name().equals(told.name().schema()))
                .filter(s -> !snapshot.isExtensionMember(told.id()))
                .filter(s -> oldNames.find(told.name()).isEmpty())
                .findFirst()
                .map(s -> Line.link(s.file(), anchor(told), text))
                .orElseGet(() -> Line.code(text));
    }

    /** Where a relation's own part is on the page of its schema. */
    static String anchor(Relation relation) {
        return FileName.anchor("relation", relation.name().name().value());
    }
}
