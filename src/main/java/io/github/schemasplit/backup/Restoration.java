package io.github.schemasplit.backup;

import java.util.List;
import java.util.Optional;

/**
 * What of an archive is restored, and how.
 *
 * @param items lines of the archive's table of contents, in the order in which they are restored; without them all are
 * @param atomic whether all is restored or nothing, in one transaction, which needs locks for all that it makes at once
 * @param jobs how many processes restore at once, which one transaction does not allow
 */
public record Restoration(Optional<List<String>> items, boolean atomic, int jobs) {
    public Restoration {
        items = items.map(List::copyOf);
        if (jobs < 1 || (atomic && jobs > 1)) {
            throw new IllegalArgumentException(jobs + " processes do not restore in one transaction");
        }
    }

    /** All of it or nothing. */
    public static Restoration whole() {
        return new Restoration(Optional.empty(), true, 1);
    }

    /** These items or nothing. */
    public static Restoration of(List<String> items) {
        return new Restoration(Optional.of(items), true, 1);
    }
}
