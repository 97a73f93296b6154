package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.OldNames;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.ScheduledJob;
import io.github.schemasplit.catalog.Subscription;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.names.UnmendedName;
import io.github.schemasplit.names.UnmendedNames;
import io.github.schemasplit.names.UnmendedNamesInText;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sqltext.Act;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells of each relation that moves whether a view under its old name will do, by the texts of routines and jobs that are not mended, by
 * what sessions ran, and by subscriptions. What nobody ran while it was counted, and what constants hold that were counted as parameters, is
 * not seen.
 */
public final class TableVerdicts {
    private final Assignment assignment;
    private final UnmendedNames names;
    private final RelationLimits limits;
    private final Map<ObjectId, Set<LimitHit>> hits = new HashMap<>();
    /** The relations that a role locks as pg_dump does, which goes on to find them. */
    private final Map<Identifier, Set<Relation>> dumped = new HashMap<>();

    private TableVerdicts(RoutineTexts texts) {
        this.assignment = texts.assignment();
        this.names = new UnmendedNames(texts);
        this.limits = new RelationLimits(assignment.snapshot());
    }

    /** Those of all relations that move and leave a view, in the order of the moves; none where the mapping asks for no views. */
    public static List<TableVerdict> of(RoutineTexts texts, Collection<ObservedStatement> observed) {
        Assignment assignment = texts.assignment();
        if (!assignment.mapping().mayHave(Compatibility.VIEWS)
                || assignment.moves().isEmpty()) {
            return List.of();
        }
        TableVerdicts verdicts = new TableVerdicts(texts);
        verdicts.readRoutines();
        verdicts.readJobs();
        verdicts.readStatements(observed);
        verdicts.readSubscriptions();
        return verdicts.all();
    }

    private void readRoutines() {
        for (Routine routine : assignment.snapshot().all(Routine.class)) {
            UnmendedNamesInText text = names.in(routine);
            for (UnmendedName name : text.names()) {
                for (ViewLimit limit : limits.hitBy(name, text, true)) {
                    add(
                            name.relation(),
                            new LimitHit(limit, name.isBare(), new Evidence.InRoutine(routine, name.line())));
                }
            }
        }
    }

    private void readJobs() {
        for (ScheduledJob job : assignment.snapshot().scheduledJobs().jobs()) {
            UnmendedNamesInText text = names.in(job);
            for (UnmendedName name : text.names()) {
                for (ViewLimit limit : limits.hitBy(name, text, true)) {
                    add(name.relation(), new LimitHit(limit, name.isBare(), new Evidence.InJob(job, name.line())));
                }
            }
        }
    }

    private void readStatements(Collection<ObservedStatement> observed) {
        List<ObservedStatement> statements = new ArrayList<>();
        List<UnmendedNamesInText> texts = new ArrayList<>();
        for (ObservedStatement statement : observed) {
            // What routines run is read in their texts, where they are not mended.
            if (!statement.nested()) {
                UnmendedNamesInText text = names.in(statement);
                statements.add(statement);
                texts.add(text);
                for (UnmendedName name : text.names()) {
                    if (name.reference().use().acts().contains(Act.SHARE_LOCK)) {
                        dumped.computeIfAbsent(statement.role(), r -> new HashSet<>())
                                .add(name.relation());
                    }
                }
            }
        }
        for (int i = 0; i < statements.size(); i++) {
            ObservedStatement statement = statements.get(i);
            for (UnmendedName name : texts.get(i).names()) {
                if (!isDump(statement, name)) {
                    for (ViewLimit limit : limits.hitBy(name, texts.get(i), statement.calls() > 1)) {
                        add(name.relation(), new LimitHit(limit, name.isBare(), new Evidence.InStatement(statement)));
                    }
                }
            }
        }
    }

    private boolean isDump(ObservedStatement statement, UnmendedName name) {
        return name.reference().use().acts().contains(Act.COPY_TO)
                && dumped.getOrDefault(statement.role(), Set.of()).contains(name.relation());
    }

    /** Those who subscribe to what is published here are told of elsewhere: no view is anything to them. */
    private void readSubscriptions() {
        for (Subscription subscription : assignment.snapshot().subscriptions()) {
            for (Placement move : assignment.moves()) {
                if (move.object() instanceof Relation relation
                        && subscription.tables().contains(relation.oid())) {
                    add(
                            relation,
                            new LimitHit(
                                    ViewLimit.LOGICAL_REPLICATION, false, new Evidence.InSubscription(subscription)));
                }
            }
        }
    }

    /** A sequence that a table owns goes with it. */
    private void add(Relation relation, LimitHit hit) {
        Relation whole =
                assignment.snapshot().sequenceOwners().owner(relation.id()).orElse(relation);
        hits.computeIfAbsent(whole.id(), id -> new LinkedHashSet<>()).add(hit);
    }

    private List<TableVerdict> all() {
        List<TableVerdict> verdicts = new ArrayList<>();
        Set<ObjectId> kept = new HashSet<>();
        for (OldNames.OldName name : OldNames.of(assignment).kept()) {
            kept.add(name.relation().id());
        }
        for (Placement move : assignment.moves()) {
            if (move.object() instanceof Relation relation) {
                Set<LimitHit> hit = hits.getOrDefault(relation.id(), Set.of());
                // No view is left for a sequence.
                if (kept.contains(relation.id()) || relation.kind() == RelationKind.SEQUENCE && !hit.isEmpty()) {
                    verdicts.add(TableVerdict.of(move, relation, hit));
                }
            }
        }
        return List.copyOf(verdicts);
    }
}
