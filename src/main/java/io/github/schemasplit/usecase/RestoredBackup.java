package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.BackupFileException;
import io.github.schemasplit.backup.Checksum;
import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.backup.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A backup whose archive is what was written.
 *
 * @param manifest its manifest
 * @param archive its archive
 */
record RestoredBackup(Manifest manifest, Path archive) {
    /**
     * @param file the manifest
     * @throws BackupFileException when the manifest or the archive is missing, or not as it was written
     */
    static RestoredBackup read(Path file) {
        Manifest manifest = ManifestReader.read(file);
        Path archive = file.resolveSibling(manifest.archive().file());
        if (!Files.exists(archive)) {
            throw new BackupFileException("The archive " + archive + ", of which " + file.getFileName()
                    + " tells, is not there. Put it beside the manifest.");
        }
        try {
            Checksum checksum = Checksum.of(archive);
            if (checksum.bytes() != manifest.archive().bytes()) {
                throw new BackupFileException(
                        "The archive " + archive + " has " + checksum.bytes()
                                + " bytes instead of " + manifest.archive().bytes()
                                + ": it is truncated, or was changed. Take it from where it was copied from, or another backup.");
            }
            if (!checksum.sha256().equals(manifest.archive().sha256())) {
                throw new BackupFileException("The archive " + archive
                        + " was changed after it was written: its checksum is not the manifest's."
                        + " Take it from where it was copied from, or another backup.");
            }
        } catch (IOException e) {
            throw new BackupFileException("The archive " + archive + " can not be read: " + e.getMessage(), e);
        }
        return new RestoredBackup(manifest, archive);
    }
}
