package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.NamedObject;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.StatisticsObject;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sqltext.NamedUse;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.TextEdit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names, with their schemas, of what moves and is no relation, type or routine: operators, collations, text search objects, statistics.
 * What the words before them say of which kind they are is mended; the rest is left to a person.
 */
final class OtherNames {
    private final Assignment assignment;
    private final Map<QualifiedName, List<SchemaObject>> objects = new HashMap<>();
    private final Set<QualifiedName> moving = new HashSet<>();
    private final Set<Identifier> left = new HashSet<>();

    OtherNames(Assignment assignment) {
        this.assignment = assignment;
        for (Placement move : assignment.moves()) {
            if (move.object() instanceof NamedObject || move.object() instanceof StatisticsObject) {
                moving.add(move.current());
                left.add(move.current().schema());
            }
        }
        if (!moving.isEmpty()) {
            for (NamedObject object : assignment.snapshot().all(NamedObject.class)) {
                add(object);
            }
            for (StatisticsObject object : assignment.snapshot().all(StatisticsObject.class)) {
                add(object);
            }
        }
    }

    private void add(SchemaObject object) {
        if (moving.contains(object.name())) {
            objects.computeIfAbsent(object.name(), n -> new ArrayList<>(1)).add(object);
        }
    }

    /**
     * Looks through a text.
     *
     * @param read what was read in it otherwise
     * @param edits is added what is certain
     * @param named is added what moves and is named
     * @param unclear is added what is not certain
     */
    void read(
            String text,
            StringSyntax syntax,
            List<Reference> read,
            Collection<TextEdit> edits,
            Collection<SchemaObject> named,
            Collection<UnclearName> unclear) {
        if (moving.isEmpty()) {
            return;
        }
        for (NamedUse use : NamedUse.in(text, syntax, left)) {
            List<SchemaObject> bearers = bearers(use);
            if (bearers.isEmpty() || use.creates() || isRead(use, read)) {
                continue;
            }
            Set<Identifier> targets = new LinkedHashSet<>();
            for (SchemaObject bearer : bearers) {
                targets.add(assignment
                        .placement(bearer.id())
                        .map(Placement::target)
                        .orElse(bearer.name().schema()));
            }
            Identifier target = targets.iterator().next();
            if (targets.size() == 1 && target.equals(use.schema().identifier())) {
                continue;
            }
            named.addAll(bearers);
            if (targets.size() == 1 && !use.kind().isEmpty() && !use.nested()) {
                edits.add(new TextEdit(use.schema().start(), use.schema().end(), target.sql()));
            } else {
                unclear.add(new UnclearName(
                        Lines.of(text, use.schema().start()),
                        text.substring(use.schema().start(), use.name().end()),
                        "which may be " + Words.described(bearers)));
            }
        }
    }

    /** What the name stands for: of the kind that is said, or of all. */
    private List<SchemaObject> bearers(NamedUse use) {
        List<SchemaObject> bearers = new ArrayList<>();
        QualifiedName name =
                new QualifiedName(use.schema().identifier(), use.name().identifier());
        for (SchemaObject object : objects.getOrDefault(name, List.of())) {
            if (use.kind().isEmpty() || use.kind().equals(object.id().catalog().noun())) {
                bearers.add(object);
            }
        }
        return bearers;
    }

    private static boolean isRead(NamedUse use, List<Reference> read) {
        for (Reference reference : read) {
            if (reference.start() < use.name().end()
                    && reference.end() > use.schema().start()) {
                return true;
            }
        }
        return false;
    }
}
