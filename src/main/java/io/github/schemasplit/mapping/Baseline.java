package io.github.schemasplit.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The crossings that a project has committed itself to: those that are there, and are not to become more.
 *
 * @param name the file's name, for messages
 * @param entries the crossings, each once, in the order of the file
 */
public record Baseline(String name, List<Located<Crossing>> entries) {
    /** The version of the format that is written, and read. */
    static final int VERSION = 1;

    public Baseline {
        entries = List.copyOf(entries);
        Set<Crossing> once = new HashSet<>();
        for (Located<Crossing> entry : entries) {
            if (!once.add(entry.value())) {
                throw new IllegalArgumentException("twice in a baseline: " + entry.value());
            }
        }
    }

    /** What is in it, in order. */
    public SortedSet<Crossing> crossings() {
        SortedSet<Crossing> crossings = new TreeSet<>();
        for (Located<Crossing> entry : entries) {
            crossings.add(entry.value());
        }
        return crossings;
    }

    /** The baseline after some are added, and others removed. */
    public Baseline changed(Set<Crossing> added, Set<Crossing> removed) {
        List<Located<Crossing>> changed = new ArrayList<>(entries);
        changed.removeIf(entry -> removed.contains(entry.value()));
        for (Crossing crossing : added) {
            changed.add(new Located<>(crossing, Origin.of(name, "")));
        }
        return new Baseline(name, changed);
    }
}
