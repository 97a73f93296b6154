package io.github.schemasplit.backup;

import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * What is dumped, and how.
 *
 * @param format the archive's format
 * @param data whether rows are dumped, and not the definitions alone
 * @param snapshot the exported snapshot that it is of; otherwise it is of the moment at which it begins
 * @param withoutRows the schemas whose tables are dumped without rows
 * @param jobs how many processes dump at once, which the directory format allows
 */
public record Dump(DumpFormat format, boolean data, Optional<String> snapshot, List<Identifier> withoutRows, int jobs) {
    public Dump {
        withoutRows = List.copyOf(withoutRows);
        if (jobs < 1 || (jobs > 1 && format != DumpFormat.DIRECTORY)) {
            throw new IllegalArgumentException(jobs + " processes do not dump in " + format.text() + " format");
        }
    }

    /** All of a database into one file. */
    public static Dump whole(boolean data) {
        return new Dump(DumpFormat.CUSTOM, data, Optional.empty(), List.of(), 1);
    }
}
