package io.github.schemasplit.staging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Finds a library with all that it needs. */
@FunctionalInterface
public interface LibraryResolver {
    /**
     * The jars of an artifact and of what it depends on, downloaded if need be.
     *
     * @param coordinates group, artifact and version, such as {@code org.example:library:1.0}
     * @throws IOException when they cannot be had; the message says why
     */
    List<Path> resolve(String coordinates) throws IOException;
}
