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
 * @param schemas the schemas that are dumped; none are all
 * @param jobs how many processes dump at once, which the directory format allows
 */
public record Dump(DumpFormat format, boolean data, Optional<String> snapshot, List<Identifier> schemas, int jobs) {
    public Dump {
        schemas = List.copyOf(schemas);
        if (jobs < 1 || (jobs > 1 && format != DumpFormat.DIRECTORY)) {
            throw new IllegalArgumentException(jobs + " processes do not dump in " + format.text() + " format");
        }
    }

    /** All of a database into one file. */
    public static Dump whole(boolean data) {
        return new Dump(DumpFormat.CUSTOM, data, Optional.empty(), List.of(), 1);
    }
}
