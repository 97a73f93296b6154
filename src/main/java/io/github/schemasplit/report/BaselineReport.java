package io.github.schemasplit.report;

import io.github.schemasplit.mapping.Crossing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was compared with a baseline, or written into it.
 *
 * @param name the file's name as the user knows it
 * @param made whether there was no such file before
 * @param crossings how many are in it now
 * @param added what was added to it
 * @param removed what was removed from it
 */
public record BaselineReport(
        String name, boolean made, int crossings, SortedSet<Crossing> added, SortedSet<Crossing> removed) {
    private static final int SHOWN = 20;

    public BaselineReport {
        added = Collections.unmodifiableSortedSet(new TreeSet<>(added));
        removed = Collections.unmodifiableSortedSet(new TreeSet<>(removed));
    }

    /** It as console text; what was added and removed as in a diff. */
    public List<String> lines() {
        List<String> changed = new ArrayList<>();
        added.forEach(crossing -> changed.add("  + " + crossing.describe()));
        removed.forEach(crossing -> changed.add("  - " + crossing.describe()));
        List<String> lines = new ArrayList<>();
        lines.add("Baseline " + name + ": " + Figures.counted(crossings, "crossing")
                + (made
                        ? ", written anew. Commit it."
                        : changed.isEmpty()
                                ? "."
                                : ", after " + Figures.count(added.size()) + " added and "
                                        + Figures.count(removed.size()) + " removed. Commit it."));
        changed.stream().limit(SHOWN).forEach(lines::add);
        if (changed.size() > SHOWN) {
            lines.add("  … and " + Figures.count(changed.size() - SHOWN) + " more");
        }
        return List.copyOf(lines);
    }
}
