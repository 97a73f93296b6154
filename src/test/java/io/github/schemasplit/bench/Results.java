package io.github.schemasplit.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured so far. */
final class Results {
    private static final String ROW = "%-66s %12s %12s %8s %6s %4s%n";

    private final List<Ratio> ratios = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    /** Keeps the ratio, and prints it so that a long run shows where it is. */
    void add(Ratio ratio) {
        ratios.add(ratio);
        System.out.print(line(ratio));
    }

    /** Something that is not measured on this machine, and why. */
    void skip(String what, String reason) {
        skipped.add(what + ": skipped, since " + reason);
    }

    /** The ratios that break their bound. */
    List<Ratio> broken() {
        return ratios.stream().filter(r -> !r.holds()).toList();
    }

    String table() {
        StringBuilder table =
                new StringBuilder(String.format(Locale.ROOT, ROW, "what", "ours", "other", "ratio", "bound", "ok"));
        ratios.forEach(r -> table.append(line(r)));
        skipped.forEach(s -> table.append(s).append('\n'));
        return table.toString();
    }

    private static String line(Ratio ratio) {
        return String.format(
                Locale.ROOT,
                ROW,
                ratio.what(),
                ratio.ours(),
                ratio.other(),
                String.format(Locale.ROOT, "%.2f", ratio.ratio()),
                ratio.bound() == Ratio.NONE ? "-" : String.format(Locale.ROOT, "%.2f", ratio.bound()),
                ratio.holds() ? "yes" : "NO");
    }
}
