package io.github.schemasplit.sqltext.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.opentest4j.TestAbortedException;

/**
 * A package of npm's, of which only the files are wanted.
 *
 * @param name its name
 * @param version its version
 */
record NpmPackage(String name, String version) {
    /** What npm puts everything under. */
    private static final String ROOT = "package/";

    /**
     * The folder of its files, fetched the first time and then kept.
     *
     * @param directory where to keep it
     * @throws TestAbortedException if there is no npm, or it cannot fetch the package; the test is then skipped
     */
    Path in(Path directory) {
        Path files = directory.resolve(name + "-" + version);
        if (!Files.isDirectory(files)) {
            try {
                Files.createDirectories(directory);
                fetch(Files.createTempDirectory(directory, "fetching"), files);
            } catch (IOException e) {
                throw new UncheckedIOException("npm's package " + name + " could not be kept in " + directory, e);
            }
        }
        return files;
    }

    private void fetch(Path fetching, Path files) throws IOException {
        try {
            unpack(pack(fetching), fetching);
        } catch (TestAbortedException e) {
            Files.delete(fetching);
            throw e;
        }
        try {
            Files.move(fetching, files, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Another process of the tests may have kept its own meanwhile.
            if (!Files.isDirectory(files)) {
                throw e;
            }
        }
    }

    private Path pack(Path directory) throws IOException {
        Process npm;
        try {
            npm = new ProcessBuilder("npm", "pack", "--loglevel=error", name + "@" + version)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw skip("there is no npm on the PATH to fetch " + name + " with");
        }
        npm.getOutputStream().close();
        try (InputStream output = npm.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (npm.waitFor() != 0) {
                throw skip("npm could not fetch " + name + " " + version + ": " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while npm fetched " + name, e);
        }
        return directory.resolve(name + "-" + version + ".tgz");
    }

    private static void unpack(Path archive, Path directory) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = entry.resolveIn(directory);
                if (entry.isFile() && entry.getName().startsWith(ROOT)) {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                }
            }
        }
    }

    private static TestAbortedException skip(String reason) {
        System.out.println("Skipped: " + reason);
        return new TestAbortedException(reason);
    }
}
