package io.github.schemasplit.staging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The archive of a server, in the jar that carries it. */
record ServerBinaries(Path jar) {
    static ServerBinaries resolve(int major, BinariesResolver resolver) {
        EmbeddedPlatform platform = EmbeddedPlatform.current();
        String version = EmbeddedVersions.shipped().binaries(major, platform);
        try {
            return new ServerBinaries(resolver.resolve(platform.artifactId(), version));
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    "PostgreSQL " + version + " for " + platform.suffix() + " cannot be had: " + e.getMessage()
                            + "; let Maven reach its repository once, or set schema.url to a PostgreSQL that runs",
                    e);
        }
    }

    InputStream open() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    return new ByteArrayInputStream(zip.readAllBytes());
                }
            }
        }
        throw new IOException("there is no server in " + jar);
    }
}
