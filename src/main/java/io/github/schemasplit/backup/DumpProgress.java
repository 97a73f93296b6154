package io.github.schemasplit.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code pg_dump} and {@code pg_restore} tell of their way. Not for several threads. */
public final class DumpProgress {
    private static final Pattern TABLE = Pattern.compile("(?:dumping contents of|processing data for) table \"(.*)\"$");
    private static final Pattern WARNING = Pattern.compile("^pg_\\w+: warning: (.*)$");

    private final List<String> warnings = new ArrayList<>();
    private int tables;

    /** The table whose rows are at hand from this line on. */
    public Optional<String> table(String line) {
        Matcher warning = WARNING.matcher(line);
        if (warning.find()) {
            warnings.add(warning.group(1));
        }
        Matcher table = TABLE.matcher(line);
        if (!table.find()) {
            return Optional.empty();
        }
        tables++;
        return Optional.of(table.group(1));
    }

    /** How many tables there were so far. */
    public int tables() {
        return tables;
    }

    /** What it warned of. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }
}
