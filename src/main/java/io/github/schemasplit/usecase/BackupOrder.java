package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.DumpFormat;
import java.nio.file.Path;
import java.util.List;

/**
 * What is backed up, and where to.
 *
 * @param directory the folder that archives and manifests are written to; made when it is not there
 * @param data whether rows are backed up, and not the definitions alone
 * @param schemas the schemas that get an archive each; none are the whole database in one
 * @param format the archives' format
 * @param jobs how many processes dump at once, which the directory format allows
 */
public record BackupOrder(Path directory, boolean data, List<String> schemas, DumpFormat format, int jobs) {
    /** Stands for each schema that the database has. */
    public static final String EACH = "*";

    public BackupOrder {
        schemas = List.copyOf(schemas);
    }

    /** The whole database in one file. */
    public static BackupOrder whole(Path directory, boolean data) {
        return new BackupOrder(directory, data, List.of(), DumpFormat.CUSTOM, 1);
    }
}
