package io.github.schemasplit.hazard;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.OldPaths;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.names.RoutineReading;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.names.UnclearName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tells which hazards a migration has, from what its analysis has found and from what is to move. */
public final class Hazards {
    private final RoutineTexts texts;
    private final List<Finding> findings;
    private final Map<HazardId, Set<String>> subjects = new EnumMap<>(HazardId.class);

    private Hazards(RoutineTexts texts, Collection<Finding> findings) {
        this.texts = texts;
        this.findings = new ArrayList<>();
        for (Finding finding : findings) {
            if (!finding.isError()) {
                this.findings.add(finding);
            }
        }
    }

    /**
     * The hazards of a migration, the severe ones first.
     *
     * @param texts those of the assignment, which others read too
     * @param findings what the analysis has to say of the assignment; what stops the migration is no hazard of it
     */
    public static List<Hazard> of(RoutineTexts texts, Collection<Finding> findings) {
        return new Hazards(texts, findings).all();
    }

    private List<Hazard> all() {
        Assignment assignment = texts.assignment();
        OldNamesAfter names = OldNamesAfter.of(assignment);
        Compatibility kept = kept(assignment, names);
        ofFindings(assignment);
        if (!assignment.moves().isEmpty()) {
            add(HazardId.OLD_NAME_LOST, names.lost());
            add(HazardId.COLUMN_ACL_WITH_ROW_SECURITY, names.inexact());
            add(HazardId.OLD_CONNECTIONS_KEEP_PATH, changedPaths(assignment));
            add(HazardId.API_CLIENTS, new ApiClients(assignment).losing());
        }
        List<Hazard> hazards = new ArrayList<>();
        for (HazardSeverity severity : List.of(HazardSeverity.SEVERE, HazardSeverity.NOTICE)) {
            for (Map.Entry<HazardId, Set<String>> found : subjects.entrySet()) {
                if (found.getKey().severity(kept) == severity) {
                    hazards.add(new Hazard(found.getKey(), severity, List.copyOf(found.getValue())));
                }
            }
        }
        return hazards;
    }

    /**
     * How old names are kept working: as the mapping says; by views only where all that is asked for by name has one, and by search_path
     * only where all is found by each that is known.
     */
    private Compatibility kept(Assignment assignment, OldNamesAfter names) {
        if (assignment.mapping().compatibility().value() == Compatibility.SEARCH_PATH) {
            return OldPaths.helpAll(assignment)
                            && subjects(FindingCode.SEARCH_PATH_NEEDS_TARGETS).isEmpty()
                    ? Compatibility.SEARCH_PATH
                    : Compatibility.NONE;
        }
        return names.lost().isEmpty() ? Compatibility.VIEWS : Compatibility.NONE;
    }

    private void ofFindings(Assignment assignment) {
        Set<String> dynamic = dynamic(assignment);
        for (Finding finding : findings) {
            Optional<HazardId> id = FindingHazards.of(finding.code());
            // Without a move there is nothing else that could go wrong.
            if (id.isEmpty() || (assignment.moves().isEmpty() && id.get() != HazardId.MAPPING_NOT_CARRIED_OUT)) {
                continue;
            }
            boolean isDynamic = id.get() == HazardId.ROUTINE_NEEDS_PERSON && dynamic.contains(finding.subject());
            add(isDynamic ? HazardId.DYNAMIC_SQL : id.get(), Set.of(finding.subject()));
        }
    }

    private static List<String> changedPaths(Assignment assignment) {
        List<String> changed = new ArrayList<>();
        for (OldPaths.Change change : OldPaths.of(assignment).changes()) {
            changed.add(change.role()
                    .map(role -> "role " + role)
                    .orElseGet(
                            () -> "database " + assignment.snapshot().server().database()));
        }
        return changed;
    }

    /** The routines in which nothing is unclear but names in statements that they put together. */
    private Set<String> dynamic(Assignment assignment) {
        Set<String> unclear = subjects(FindingCode.ROUTINE_NEEDS_A_PERSON);
        Set<String> dynamic = new HashSet<>();
        if (!unclear.isEmpty()) {
            for (Routine routine : assignment.snapshot().all(Routine.class)) {
                if (unclear.contains(routine.describe()) && isDynamic(routine)) {
                    dynamic.add(routine.describe());
                }
            }
        }
        return dynamic;
    }

    private boolean isDynamic(Routine routine) {
        Optional<RoutineReading> reading = texts.read(routine);
        if (reading.isEmpty()) {
            return false;
        }
        for (UnclearName name : reading.get().unclear()) {
            if (!name.assembled()) {
                return false;
            }
        }
        return true;
    }

    private Set<String> subjects(FindingCode code) {
        Set<String> about = new TreeSet<>();
        for (Finding finding : findings) {
            if (finding.code() == code) {
                about.add(finding.subject());
            }
        }
        return about;
    }

    private void add(HazardId id, Collection<String> about) {
        if (!about.isEmpty()) {
            subjects.computeIfAbsent(id, i -> new TreeSet<>()).addAll(about);
        }
    }
}
