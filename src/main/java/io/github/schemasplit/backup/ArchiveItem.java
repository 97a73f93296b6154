package io.github.schemasplit.backup;

import java.util.List;
import java.util.Optional;

/**
 * An item of an archive that is taken when the archive's schema is restored by itself.
 *
 * @param line its line in the archive's table of contents
 * @param object what it makes, by its kind and name; empty for what belongs to another item, such as rows or privileges
 * @param own whether it is in the schema; otherwise something in the schema needs it, and it is made where it is missing
 * @param uses what it needs of other items and of other schemas, by their kinds and names: without these it is left out
 */
public record ArchiveItem(String line, Optional<String> object, boolean own, List<String> uses) {
    public ArchiveItem {
        uses = List.copyOf(uses);
    }

    /** One that makes a table a partition of another schema's. */
    static ArchiveItem attaching(String line, String table, String parent) {
        return new ArchiveItem(line, Optional.empty(), true, List.of(table, parent));
    }

    /** The table that it makes a partition, by kind and name; empty for all other items. */
    public Optional<String> attached() {
        return object.isEmpty() && line.contains(" TABLE ATTACH ")
                ? uses.stream().findFirst()
                : Optional.empty();
    }
}
