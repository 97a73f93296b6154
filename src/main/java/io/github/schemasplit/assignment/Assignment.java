package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which object of a snapshot belongs to which target schema of a mapping.
 */
public final class Assignment {
    private final Mapping mapping;
    private final Snapshot database;
    private final Snapshot snapshot;
    private final List<Placement> placements;
    private final List<Placement> moves;
    private final Map<ObjectId, Placement> byObject = new HashMap<>();
    private final List<Relation> unmapped;
    private final List<Relation> bookkeeping;
    private final List<EntryProblem> problems;
    private final Map<WantedPolicy.Key, PolicyReading> policyReadings;
    private @Nullable WantedPolicies wantedPolicies;
    private @Nullable OldNames oldNames;

    /**
     * @param database all that is there
     * @param snapshot the same without compatibility views
     * @param placements one for each object that has a place, those that are there already included; by name
     * @param unmapped the tables of the source schema that no entry names and that stay, by name
     * @param bookkeeping the tables of the source schema that a migration tool keeps its history in, by name
     * @param problems what is wrong with entries of the mapping, in the mapping's order
     */
    Assignment(
            Mapping mapping,
            Snapshot database,
            Snapshot snapshot,
            List<Placement> placements,
            List<Relation> unmapped,
            List<Relation> bookkeeping,
            List<EntryProblem> problems) {
        this(mapping, database, snapshot, placements, unmapped, bookkeeping, problems, Map.of());
    }

    private Assignment(
            Mapping mapping,
            Snapshot database,
            Snapshot snapshot,
            List<Placement> placements,
            List<Relation> unmapped,
            List<Relation> bookkeeping,
            List<EntryProblem> problems,
            Map<WantedPolicy.Key, PolicyReading> policyReadings) {
        this.mapping = mapping;
        this.database = database;
        this.snapshot = snapshot;
        this.placements = List.copyOf(placements);
        List<Placement> moves = new ArrayList<>();
        for (Placement placement : placements) {
            byObject.put(placement.object().id(), placement);
            if (!placement.isInPlace()) {
                moves.add(placement);
            }
        }
        this.moves = List.copyOf(moves);
        this.unmapped = List.copyOf(unmapped);
        this.bookkeeping = List.copyOf(bookkeeping);
        this.problems = List.copyOf(problems);
        this.policyReadings = Map.copyOf(policyReadings);
    }

    /** An assignment of a whole database, compatibility views and all, in which nothing has a place: for who only reads names. */
    public static Assignment ofNothing(Snapshot database) {
        return new Assignment(Mapping.NOTHING, database, database, List.of(), List.of(), List.of(), List.of());
    }

    public Mapping mapping() {
        return mapping;
    }

    /** The database without compatibility views, which nothing is planned for. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** All that is there. */
    public Snapshot database() {
        return database;
    }

    public List<Placement> placements() {
        return placements;
    }

    /** The placements of objects that are not in place yet. */
    public List<Placement> moves() {
        return moves;
    }

    /** The target schemas that have or will have something, in the mapping's order. */
    public List<Identifier> targets() {
        Set<Identifier> targets = new LinkedHashSet<>();
        for (TargetSchema target : mapping.targets()) {
            targets.add(target.name().value());
        }
        Set<Identifier> used = new HashSet<>();
        for (Placement placement : placements) {
            used.add(placement.target());
        }
        targets.retainAll(used);
        return List.copyOf(targets);
    }

    /** Whether an object has a place that it is not in yet. */
    public boolean moves(ObjectId object) {
        Placement placement = byObject.get(object);
        return placement != null && !placement.isInPlace();
    }

    /** The same assignment where only these objects move: the others that would have no place, and stay where they are. */
    public Assignment moving(Set<ObjectId> objects) {
        return new Assignment(
                mapping,
                database,
                snapshot,
                placements.stream()
                        .filter(p ->
                                p.isInPlace() || objects.contains(p.object().id()))
                        .toList(),
                unmapped,
                bookkeeping,
                problems,
                policyReadings);
    }

    /** The same assignment, for which the server has read the expressions of policies. */
    public Assignment with(Map<WantedPolicy.Key, PolicyReading> readings) {
        return new Assignment(mapping, database, snapshot, placements, unmapped, bookkeeping, problems, readings);
    }

    /** Found when it is first asked for: a dozen rules and steps do. */
    WantedPolicies wantedPolicies() {
        WantedPolicies found = wantedPolicies;
        if (found == null) {
            found = new WantedPolicies(this);
            wantedPolicies = found;
        }
        return found;
    }

    /** Found when it is first asked for, too. */
    OldNames oldNames() {
        OldNames found = oldNames;
        if (found == null) {
            found = new OldNames(this);
            oldNames = found;
        }
        return found;
    }

    /** What the server says of the expressions of a policy that the mapping wants. */
    public PolicyReading reading(WantedPolicy policy) {
        return policyReadings.getOrDefault(policy.key(), new PolicyReading.Unread("the server was not asked"));
    }

    public Optional<Placement> placement(ObjectId object) {
        return Optional.ofNullable(byObject.get(object));
    }

    /** The schema that a relation is going to be in; what moves by itself, such as an owned sequence, is not looked at. */
    public Identifier schemaAfter(Relation relation) {
        Optional<Placement> placement = placement(relation.id());
        return placement.isPresent()
                ? placement.get().target()
                : relation.name().schema();
    }

    /** The tables of the source schema that no entry names and that stay, by name. */
    public List<Relation> unmapped() {
        return unmapped;
    }

    /** The tables of the source schema that a migration tool keeps its history in, by name. */
    public List<Relation> bookkeeping() {
        return bookkeeping;
    }

    public List<EntryProblem> problems() {
        return problems;
    }
}
