package io.github.schemasplit.usecase;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is restored, and how.
 *
 * @param manifest the backup's manifest
 * @param over the name of the database that may be replaced although it is not empty; it must be the one that is restored into
 * @param jobs how many processes restore at once into a database that is made for it
 * @param persistence how it makes its way between those who use the database beside which a schema is restored
 */
public record RestoreOrder(Path manifest, Optional<String> over, int jobs, Persistence persistence) {
    /** By one process. */
    public RestoreOrder(Path manifest, Optional<String> over) {
        this(manifest, over, 1, Persistence.DEFAULT);
    }
}
