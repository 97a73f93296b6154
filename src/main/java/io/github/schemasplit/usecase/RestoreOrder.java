package io.github.schemasplit.usecase;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is restored.
 *
 * @param manifest the backup's manifest
 * @param over the name of the database that may be replaced although it is not empty; it must be the one that is restored into
 */
public record RestoreOrder(Path manifest, Optional<String> over) {}
