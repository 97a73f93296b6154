package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.catalog.StatisticsObject;
import io.github.schemasplit.sqltext.NamePart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The names, without schemas, of what moves and of the sequences that go with it, and what bears them. */
public final class MovingNames {
    private final Map<String, CatalogObject> bearers = new HashMap<>();

    MovingNames(Assignment assignment) {
        SequenceOwners sequences = assignment.snapshot().sequenceOwners();
        for (Placement move : assignment.moves()) {
            if (move.object() instanceof StatisticsObject) {
                continue;
            }
            bearers.put(move.current().name().value(), move.object());
            for (Relation sequence : sequences.ownedBy(move.object().id())) {
                bearers.put(sequence.name().name().value(), sequence);
            }
        }
    }

    public boolean isEmpty() {
        return bearers.isEmpty();
    }

    /** What a name may be that is not wholly known, by name; nothing where nothing of it is known. */
    List<String> like(NamePart name) {
        if (!name.isPartlyKnown()) {
            return List.of();
        }
        Pattern pattern = name.pattern();
        Set<String> names = new HashSet<>();
        for (String moving : bearers.keySet()) {
            if (pattern.matcher(moving).matches()) {
                names.add(moving);
            }
        }
        return bearers(names);
    }

    /** What bears one of these names, by name. */
    public List<String> bearers(Set<String> names) {
        Map<String, String> borne = new TreeMap<>();
        for (String name : names) {
            CatalogObject bearer = bearers.get(name);
            if (bearer != null) {
                borne.put(name, bearer.describe());
            }
        }
        return List.copyOf(borne.values());
    }
}
