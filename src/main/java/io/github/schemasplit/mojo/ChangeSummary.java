package io.github.schemasplit.mojo;

import io.github.schemasplit.jdbc.Shut;
import io.github.schemasplit.usecase.Applied;
import io.github.schemasplit.usecase.Lengths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What a change took, as it is told at its end. */
final class ChangeSummary {
    private static final int LONGEST = 3;

    private ChangeSummary() {}

    /** How many attempts it took, for how long each shut others out, and which relations longest. */
    static List<String> lines(Applied applied) {
        List<String> lines = new ArrayList<>();
        if (!applied.failed().isEmpty()) {
            lines.add("Attempts: " + applied.attempts()
                    + "; those that others were in the way of shut nothing for longer than "
                    + attempts(applied.failed()) + ".");
        }
        if (!applied.shut().isEmpty()) {
            List<Shut> longest = new ArrayList<>(applied.shut());
            longest.sort(Comparator.comparing(Shut::time).reversed());
            List<String> times = new ArrayList<>();
            for (Shut shut : longest.subList(0, Math.min(LONGEST, longest.size()))) {
                times.add(shut.relation() + " " + Lengths.text(shut.time()));
            }
            lines.add((applied.failed().isEmpty() ? "One attempt; relations" : "In the last, relations")
                    + " were shut for "
                    + Lengths.text(longest.get(0).time()) + " at most ("
                    + String.join(", ", times) + ").");
        }
        return lines;
    }

    private static String attempts(List<Duration> failed) {
        return failed.size() <= LONGEST
                ? failed.stream().map(Lengths::text).collect(Collectors.joining(", "))
                : Lengths.text(Collections.max(failed));
    }
}
