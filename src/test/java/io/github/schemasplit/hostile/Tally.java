package io.github.schemasplit.hostile;

import io.github.schemasplit.analysis.FindingCode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what random databases were made of, and how they ended. */
final class Tally {
    private final int major;
    private final Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    private final Map<Trial.Verdict, Integer> verdicts = new EnumMap<>(Trial.Verdict.class);
    private final Map<FindingCode, Integer> reasons = new EnumMap<>(FindingCode.class);
    private final long start = System.nanoTime();
    private int databases;
    private int ofPlainOwner;
    private int walled;

    Tally(int major) {
        this.major = major;
    }

    void add(HostileScript script) {
        databases++;
        ofPlainOwner += script.plainOwner() ? 1 : 0;
        script.kinds().forEach(k -> kinds.merge(k, 1, Integer::sum));
    }

    void add(Trial.Outcome outcome) {
        verdicts.merge(outcome.verdict(), 1, Integer::sum);
        walled += outcome.walled() ? 1 : 0;
        outcome.reasons().forEach(r -> reasons.merge(r, 1, Integer::sum));
    }

    /** The share of which access and row security were changed, too. */
    double walled() {
        return share(walled);
    }

    double refused() {
        return share(verdicts.getOrDefault(Trial.Verdict.REFUSED, 0));
    }

    /** The share of scripts that the server refuses, so that they make no database. */
    double unloadable() {
        return share(verdicts.getOrDefault(Trial.Verdict.NO_DATABASE, 0));
    }

    private double share(int count) {
        return (double) count / databases;
    }

    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        "%d databases in %.1f s, %d of them migrated by a plain owner, %d given walls: %s; refused for %s%n",
                        databases,
                        (System.nanoTime() - start) / 1e9,
                        ofPlainOwner,
                        walled,
                        verdicts,
                        reasons)
                + Arrays.stream(Kind.values())
                        .filter(k -> k.isKnownTo(major))
                        .map(k ->
                                String.format(Locale.ROOT, "%-26s %5.1f %%", k, 100 * share(kinds.getOrDefault(k, 0))))
                        .collect(Collectors.joining("\n"));
    }
}
