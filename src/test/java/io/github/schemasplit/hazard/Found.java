package io.github.schemasplit.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.Analysis;
import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;

/** The hazards of a migration, with answers as text, for assertions. */
record Found(List<Hazard> all) {
    static Found of(SnapshotBuilder database, MappingBuilder mapping) {
        return of(database.build(), mapping);
    }

    /** All of them; what a migration looks at is to have the same severe ones. */
    static Found of(Snapshot snapshot, MappingBuilder mapping) {
        RoutineTexts texts = new RoutineTexts(Assigner.assign(snapshot, mapping.build()));
        List<Hazard> all = Hazards.of(texts, Analysis.of(texts));
        List<Hazard> ofMigration = Hazards.of(texts, Analysis.ofErrorsAndHazards(texts, List.of()));
        assertThat(AllowedHazards.NONE.refused(ofMigration)).isEqualTo(AllowedHazards.NONE.refused(all));
        return new Found(all);
    }

    /** All of them as {@code SEVERE ID [subjects]}. */
    List<String> summary() {
        return all.stream()
                .map(h -> h.severity() + " " + h.id() + " " + h.subjects())
                .toList();
    }

    /** What one of them is about; empty where it is not there. */
    List<String> subjects(HazardId id) {
        return all.stream()
                .filter(h -> h.id() == id)
                .flatMap(h -> h.subjects().stream())
                .toList();
    }

    /** The ids of the severe ones. */
    List<HazardId> severe() {
        return all.stream().filter(Hazard::isSevere).map(Hazard::id).toList();
    }
}
