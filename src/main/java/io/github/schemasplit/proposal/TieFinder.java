package io.github.schemasplit.proposal;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Constraint;
import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Trigger;
import io.github.schemasplit.names.NamedRelations;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what ties the tables of a schema to each other in a database. */
final class TieFinder {
    /** So much of a statement is shown. */
    private static final int SHOWN = 60;

    private final Snapshot snapshot;
    private final SourceTables tables;
    private final Identifier source;
    private final NamedRelations named;
    private final Map<ObjectId, List<ObjectId>> needs = new HashMap<>();
    private final Map<ObjectId, SortedSet<Identifier>> ofRoutines = new HashMap<>();
    private final Set<Tie> ties = new LinkedHashSet<>();

    private TieFinder(SourceTables tables, Identifier source) {
        this.snapshot = tables.snapshot();
        this.tables = tables;
        this.source = source;
        this.named = new NamedRelations(snapshot);
        for (Dependency dependency : snapshot.dependencies()) {
            if (dependency.type() == 'n') {
                needs.computeIfAbsent(dependency.dependent(), d -> new ArrayList<>())
                        .add(dependency.referenced());
            }
        }
    }

    /** All of them, those of a kind by their labels, and statements by how often they are run. */
    static List<Tie> of(SourceTables tables, Identifier source, Collection<ObservedStatement> statements) {
        TieFinder finder = new TieFinder(tables, source);
        finder.foreignKeys();
        finder.views();
        finder.routines();
        finder.triggers();
        finder.statements(statements);
        finder.names();
        return List.copyOf(finder.ties);
    }

    private void foreignKeys() {
        Set<Tie> found = new TreeSet<>();
        for (Constraint key : snapshot.all(Constraint.class)) {
            Optional<Relation> from = snapshot.relation(key.relation());
            Optional<Relation> to = snapshot.relation(key.referencedRelation().orElse(0));
            if (key.isForeignKey() && !key.inherited() && from.isPresent() && to.isPresent()) {
                // Of a child with several parents each is in the same schema.
                Optional<Identifier> one = tables.of(from.get()).stream().findFirst();
                Optional<Identifier> other = tables.of(to.get()).stream().findFirst();
                if (one.isPresent() && other.isPresent()) {
                    found.add(new Tie(
                            TieKind.FOREIGN_KEY,
                            label(from.get(), key.columns()) + " -> " + label(to.get(), key.referencedColumns()),
                            one.equals(other) ? List.of(one.get()) : List.of(one.get(), other.get()),
                            1));
                }
            }
        }
        ties.addAll(found);
    }

    private static String label(Relation table, List<Integer> columns) {
        return table.name().name()
                + columns.stream()
                        .map(table::column)
                        .flatMap(Optional::stream)
                        .map(Column::name)
                        .map(Identifier::sql)
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private void views() {
        Set<Tie> found = new TreeSet<>();
        for (Relation view : snapshot.relations()) {
            if (view.kind().isView() && !snapshot.isExtensionMember(view.id())) {
                SortedSet<Identifier> read = new TreeSet<>();
                read(view.id(), read, new HashSet<>());
                add(found, TieKind.VIEW, label(view), read);
            }
        }
        ties.addAll(found);
    }

    /** What a view reads, itself or by other views. */
    private void read(ObjectId view, SortedSet<Identifier> read, Set<ObjectId> seen) {
        for (ObjectId needed : needs.getOrDefault(view, List.of())) {
            if (seen.add(needed) && snapshot.find(needed).orElse(null) instanceof Relation relation) {
                if (relation.kind().isView()) {
                    read(needed, read, seen);
                } else {
                    read.addAll(tables.of(relation));
                }
            }
        }
    }

    private void routines() {
        Set<Tie> found = new TreeSet<>();
        for (Routine routine : snapshot.all(Routine.class)) {
            if (!snapshot.isExtensionMember(routine.id())) {
                SortedSet<Identifier> all = new TreeSet<>();
                named.of(routine).forEach(relation -> all.addAll(tables.of(relation)));
                for (ObjectId needed : needs.getOrDefault(routine.id(), List.of())) {
                    if (snapshot.find(needed).orElse(null) instanceof Relation relation) {
                        all.addAll(tables.of(relation));
                    }
                }
                ofRoutines.put(routine.id(), all);
                add(found, TieKind.ROUTINE, label(routine), all);
            }
        }
        ties.addAll(found);
    }

    private void triggers() {
        Set<Tie> found = new TreeSet<>();
        for (Trigger trigger : snapshot.all(Trigger.class)) {
            Optional<Relation> on = snapshot.relation(trigger.relation());
            SortedSet<Identifier> all = new TreeSet<>(on.map(tables::of).orElse(new TreeSet<>()));
            if (!all.isEmpty()) {
                String label = trigger.name() + " on " + all.first();
                all.addAll(ofRoutines.getOrDefault(new ObjectId(Catalog.PG_PROC, trigger.routine()), new TreeSet<>()));
                add(found, TieKind.TRIGGER, label, all);
            }
        }
        ties.addAll(found);
    }

    private void statements(Collection<ObservedStatement> statements) {
        Map<String, Long> calls = new TreeMap<>();
        Map<String, SortedSet<Identifier>> named = new HashMap<>();
        for (ObservedStatement statement : statements) {
            SortedSet<Identifier> all = new TreeSet<>();
            this.named.of(statement).forEach(relation -> all.addAll(tables.of(relation)));
            if (!all.isEmpty()) {
                calls.merge(statement.text(), Math.max(1, statement.calls()), Long::sum);
                named.computeIfAbsent(statement.text(), t -> new TreeSet<>()).addAll(all);
            }
        }
        double most =
                StrictMath.log(1.0 + calls.values().stream().max(Long::compare).orElse(1L));
        List<Tie> found = new ArrayList<>();
        calls.forEach((text, number) -> found.add(new Tie(
                TieKind.STATEMENT,
                shortened(text),
                List.copyOf(named.getOrDefault(text, new TreeSet<>())),
                StrictMath.log(1.0 + number) / most)));
        // Those that are run most first, for who reads only the first of them.
        found.sort(Comparator.comparingDouble((Tie tie) -> -tie.strength()).thenComparing(tie -> tie));
        ties.addAll(found);
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN - 1)) + "…";
    }

    private void names() {
        TableWords words = new TableWords(tables.names());
        Map<String, SortedSet<Identifier>> byWord = new TreeMap<>();
        for (Identifier table : tables.names()) {
            words.after(table).stream()
                    .findFirst()
                    .ifPresent(word -> byWord.computeIfAbsent(word.stem(), w -> new TreeSet<>())
                            .add(table));
        }
        byWord.forEach((word, all) -> ties.add(new Tie(TieKind.NAME, word, List.copyOf(all), 1)));
    }

    private static void add(Set<Tie> found, TieKind kind, String label, SortedSet<Identifier> all) {
        if (!all.isEmpty()) {
            found.add(new Tie(kind, label, List.copyOf(all), 1));
        }
    }

    private String label(SchemaObject object) {
        return object.name().schema().equals(source)
                ? object.name().name().sql()
                : object.name().sql();
    }
}
