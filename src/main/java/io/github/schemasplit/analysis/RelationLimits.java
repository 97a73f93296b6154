package io.github.schemasplit.analysis;

import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Constraint;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.names.UnmendedName;
import io.github.schemasplit.names.UnmendedNamesInText;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sqltext.Act;
import io.github.schemasplit.sqltext.ReferenceKind;
import io.github.schemasplit.sqltext.RelationUse;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which limits of a view a use of a relation hits. */
final class RelationLimits {
    /** What is most often done once and for all. */
    private static final Set<Act> ONCE = Set.of(Act.DEFINITION, Act.GRANT, Act.PUBLICATION);

    private static final Map<Act, ViewLimit> LIMITS = Map.ofEntries(
            Map.entry(Act.COPY_FROM, ViewLimit.COPY),
            Map.entry(Act.COPY_TO, ViewLimit.COPY),
            Map.entry(Act.TRUNCATE, ViewLimit.TRUNCATE),
            Map.entry(Act.CONFLICT_BY_CONSTRAINT, ViewLimit.ON_CONFLICT_ON_CONSTRAINT),
            Map.entry(Act.MERGE, ViewLimit.MERGE),
            Map.entry(Act.SYSTEM_COLUMN, ViewLimit.SYSTEM_COLUMN),
            Map.entry(Act.CURRENT_ROW, ViewLimit.WHERE_CURRENT_OF),
            Map.entry(Act.SAMPLE, ViewLimit.TABLESAMPLE),
            Map.entry(Act.ONLY, ViewLimit.ONLY),
            Map.entry(Act.DEFINITION, ViewLimit.DEFINITION),
            Map.entry(Act.CHILDREN, ViewLimit.DEFINITION),
            Map.entry(Act.GRANT, ViewLimit.GRANT),
            Map.entry(Act.MAINTENANCE, ViewLimit.MAINTENANCE),
            Map.entry(Act.PUBLICATION, ViewLimit.LOGICAL_REPLICATION),
            Map.entry(Act.REFRESH, ViewLimit.REFRESH),
            Map.entry(Act.SERIAL_SEQUENCE, ViewLimit.SEQUENCE));

    /** The first version whose MERGE writes views. */
    private static final int MERGES_INTO_VIEWS = 17;

    private final Snapshot snapshot;
    private final Set<Long> parents = new HashSet<>();
    private final Map<Long, List<Integer>> primaryKeys = new HashMap<>();
    /** The row types, by the OIDs of their relations. */
    private final Map<Long, Long> rowTypes = new HashMap<>();
    /** What the elements of array types are of. */
    private final Map<Long, Long> elements = new HashMap<>();

    private final Map<Identifier, Set<Long>> argumentTypes = new HashMap<>();

    RelationLimits(Snapshot snapshot) {
        this.snapshot = snapshot;
        for (Relation relation : snapshot.relations()) {
            parents.addAll(relation.parents());
        }
        for (Constraint constraint : snapshot.all(Constraint.class)) {
            if (constraint.kind() == 'p') {
                primaryKeys.put(constraint.relation(), constraint.columns());
            }
        }
        for (Type type : snapshot.all(Type.class)) {
            if (type.relation() != 0 && type.kind() == 'c') {
                rowTypes.put(type.relation(), type.oid());
            }
            if (type.arrayOf() != 0) {
                elements.put(type.oid(), type.arrayOf());
            }
        }
        for (Routine routine : snapshot.all(Routine.class)) {
            argumentTypes
                    .computeIfAbsent(routine.name().name(), n -> new HashSet<>())
                    .addAll(routine.argumentTypes());
        }
    }

    /**
     * Those that a name in a text hits.
     *
     * @param text all of the text
     * @param again whether what the text says is done again
     */
    Set<ViewLimit> hitBy(UnmendedName name, UnmendedNamesInText text, boolean again) {
        Relation relation = name.relation();
        Set<ViewLimit> hit = EnumSet.noneOf(ViewLimit.class);
        if (relation.kind() == RelationKind.SEQUENCE) {
            hit.add(ViewLimit.SEQUENCE);
            return hit;
        }
        if (name.reference().kind() == ReferenceKind.CONSTRAINT) {
            hit.add(ViewLimit.SET_CONSTRAINTS);
        }
        RelationUse use = name.reference().use();
        for (Act act : use.acts()) {
            ViewLimit limit = LIMITS.get(act);
            if (limit != null && (again || !ONCE.contains(act)) && isHit(limit, relation, name)) {
                hit.add(of(limit, relation));
            }
        }
        if (isGroupedByKey(use, relation)) {
            hit.add(ViewLimit.GROUP_BY_PRIMARY_KEY);
        }
        if (isGiven(use, relation) || isOfTypeOfRow(name, text)) {
            hit.add(ViewLimit.ROW_TYPE);
        }
        return hit;
    }

    private boolean isHit(ViewLimit limit, Relation relation, UnmendedName name) {
        return switch (limit) {
            case MERGE -> snapshot.server().major() < MERGES_INTO_VIEWS;
            case ONLY -> parents.contains(relation.oid());
            // What is made has the name of a view that is there, or fails now.
            case DEFINITION -> !name.reference().creates() || relation.kind() == RelationKind.VIEW;
            default -> true;
        };
    }

    private static ViewLimit of(ViewLimit limit, Relation relation) {
        return limit == ViewLimit.DEFINITION && relation.kind() == RelationKind.VIEW
                ? ViewLimit.VIEW_DEFINITION
                : limit;
    }

    private boolean isGroupedByKey(RelationUse use, Relation relation) {
        Set<Identifier> key = new HashSet<>();
        for (int number : primaryKeys.getOrDefault(relation.oid(), List.of())) {
            relation.column(number).map(Column::name).ifPresent(key::add);
        }
        if (key.isEmpty() || !use.groupedBy().containsAll(key)) {
            return false;
        }
        for (Column column : relation.columns()) {
            if (!use.groupedBy().contains(column.name())
                    && (use.acts().contains(Act.ALL_COLUMNS) || use.besides().contains(column.name()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row is given to a routine that takes it, as {@code f(t)} or {@code t.f}. */
    private boolean isGiven(RelationUse use, Relation relation) {
        Long rowType = rowTypes.get(relation.oid());
        for (Identifier field : use.fields()) {
            if (rowType != null && argumentTypes.getOrDefault(field, Set.of()).contains(rowType)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row by the old name meets a routine, or a result, that is of the row type of the new one. */
    private boolean isOfTypeOfRow(UnmendedName name, UnmendedNamesInText text) {
        Set<Act> acts = name.reference().use().acts();
        boolean row = acts.contains(Act.WHOLE_ROW);
        boolean type = name.reference().kind() == ReferenceKind.TYPE || acts.contains(Act.ROW_TYPE);
        return ((row || type) && isTaken(name.relation(), text.called()))
                || (row && text.result().contains(name.relation()))
                || (acts.contains(Act.CAST) && text.got().contains(name.relation()));
    }

    /** Whether a routine takes a row, or an array of rows. */
    private boolean isTaken(Relation relation, Set<Routine> called) {
        Long rowType = rowTypes.getOrDefault(relation.oid(), 0L);
        for (Routine routine : called) {
            for (Long argument : routine.argumentTypes()) {
                if (argument.equals(rowType) || rowType.equals(elements.get(argument))) {
                    return true;
                }
            }
        }
        return false;
    }
}
