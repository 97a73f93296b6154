package io.github.schemasplit.staging;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an embedded database is to be.
 *
 * @param major the PostgreSQL to start
 * @param keptDirectory where it stays between builds; a disposable one is made in {@code workDirectory} when empty
 * @param workDirectory where disposable data and the unpacked server go; it is made if need be
 * @param log the file that the server's log goes to; it is begun anew
 * @param preset what it is given when it is new, before the scripts
 * @param initScripts what to run on it when it is new, in order
 */
public record EmbeddedOptions(
        int major,
        Optional<Path> keptDirectory,
        Path workDirectory,
        Path log,
        Optional<InitPreset> preset,
        List<Path> initScripts) {
    public EmbeddedOptions {
        keptDirectory = keptDirectory.map(path -> path.toAbsolutePath().normalize());
        workDirectory = workDirectory.toAbsolutePath().normalize();
        log = log.toAbsolutePath().normalize();
        initScripts = List.copyOf(initScripts);
    }
}
