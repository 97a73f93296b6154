package io.github.schemasplit.hazard;

import io.github.schemasplit.names.Words;
import java.util.List;

/**
 * That a migration has a hazard.
 *
 * @param id which
 * @param severity how grave it is here
 * @param subjects what it is about, such as {@code table public.orders}, sorted; at least one
 */
public record Hazard(HazardId id, HazardSeverity severity, List<String> subjects) {
    public Hazard {
        subjects = List.copyOf(subjects);
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("a hazard is about something: " + id);
        }
    }

    public boolean isSevere() {
        return severity == HazardSeverity.SEVERE;
    }

    /** Which it is and what it is about, in one line, such as {@code NOTICE CROSS_SCHEMA_FK (1): schema a to schema b}. */
    public String headline() {
        return severity + " " + id + " (" + subjects.size() + "): " + Words.some(subjects);
    }

    /** What that means, and which page says more. */
    public String explanation() {
        return id.explanation() + " See " + id.page() + ".";
    }
}
