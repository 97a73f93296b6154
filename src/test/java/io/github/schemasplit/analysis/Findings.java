package io.github.schemasplit.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.SnapshotBuilder;
import java.util.List;

/** The findings about a database and a mapping, with answers as text, for assertions. */
record Findings(List<Finding> all) {
    static Findings of(SnapshotBuilder database, MappingBuilder mapping) {
        return of(assignment(database, mapping));
    }

    /** All of them; where none is an error, {@link Analysis#ofErrors} is to have none. */
    static Findings of(Assignment assignment) {
        List<Finding> all = Analysis.of(assignment);
        assertThat(Analysis.ofErrors(new RoutineTexts(assignment)))
                .isEqualTo(all.stream().anyMatch(Finding::isError) ? all : List.of());
        return new Findings(all);
    }

    static Assignment assignment(SnapshotBuilder database, MappingBuilder mapping) {
        return Assigner.assign(database.build(), mapping.build());
    }

    /** All of them as {@code ERROR CODE subject}. */
    List<String> summary() {
        return all.stream()
                .map(f -> f.severity() + " " + f.code() + " " + f.subject())
                .toList();
    }

    /** The subjects of those of a kind. */
    List<String> subjects(FindingCode code) {
        return all.stream().filter(f -> f.code() == code).map(Finding::subject).toList();
    }

    /** The only one of a kind. */
    Finding only(FindingCode code) {
        List<Finding> some = all.stream().filter(f -> f.code() == code).toList();
        if (some.size() != 1) {
            throw new AssertionError("not exactly one " + code + " in " + all);
        }
        return some.get(0);
    }
}
