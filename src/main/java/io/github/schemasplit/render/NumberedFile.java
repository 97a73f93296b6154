package io.github.schemasplit.render;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a script in a folder whose files run by their names: numbered as the others are, if they are.
 *
 * @param description what stands after the number
 */
record NumberedFile(String description) {
    static final String ENDING = ".sql";

    private static final Pattern NUMBERED =
            Pattern.compile("(\\d+(?:[._]\\d+)*)([-_.]).*\\.(?:sql|xml|ya?ml|json)", Pattern.DOTALL);
    private static final Comparator<String> ORDER =
            Comparator.comparing(NumberedFile::number, FlywayVersion.ORDER).thenComparing(Comparator.naturalOrder());
    private static final int MOST = 1_000_000;

    /** Whether a file has the name of one of ours. */
    boolean isOurs(String fileName) {
        return fileName.matches("(\\d+([._]\\d+)*[-_.])?" + Pattern.quote(description) + "(-\\d+)?\\" + ENDING);
    }

    /**
     * The name of the next one: that of one of ours that did not run yet, else one after all others.
     *
     * @param fileNames the names of the files in the folder
     * @param applied the names, without their ends, of those of ours that ran
     */
    String next(Collection<String> fileNames, Collection<String> applied) {
        Optional<String> pending = fileNames.stream()
                .filter(this::isOurs)
                .filter(n -> !applied.contains(n.substring(0, n.length() - ENDING.length())))
                .max(ORDER);
        return pending.orElseGet(() -> fresh(fileNames, applied));
    }

    private String fresh(Collection<String> fileNames, Collection<String> applied) {
        Optional<String> latest =
                fileNames.stream().filter(n -> NUMBERED.matcher(n).matches()).max(ORDER);
        if (latest.isPresent()) {
            Matcher parts = NUMBERED.matcher(latest.get());
            String separator = parts.matches() ? parts.group(2) : "-";
            return number(latest.get()).next().text() + separator + description + ENDING;
        }
        for (int i = 1; i < MOST; i++) {
            String name = description + (i == 1 ? "" : "-" + i);
            if (!applied.contains(name) && !fileNames.contains(name + ENDING)) {
                return name + ENDING;
            }
        }
        throw new IllegalStateException("there are too many files named " + description);
    }

    private static FlywayVersion number(String name) {
        Matcher parts = NUMBERED.matcher(name);
        return new FlywayVersion(parts.matches() ? parts.group(1) : "0");
    }
}
