package io.github.schemasplit.usecase;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder of our own for dumps, which nobody else may read. What is in it may be nobody's business: it goes when it is closed, or with the
 * process.
 *
 * @param path where it is
 * @param deleteAtExit deletes it when the process ends
 */
record DumpDirectory(Path path, Thread deleteAtExit) implements AutoCloseable {
    /**
     * @throws GoalFailedException when there is no place for it
     */
    static DumpDirectory create() {
        try {
            Path path = Files.createTempDirectory("schema-rehearsal");
            Thread delete = new Thread(() -> delete(path), "schema-rehearsal-delete");
            Runtime.getRuntime().addShutdownHook(delete);
            return new DumpDirectory(path, delete);
        } catch (IOException e) {
            throw new GoalFailedException(
                    "There is no folder for a dump: " + e.getMessage() + ". Name another place with -Djava.io.tmpdir.",
                    e);
        }
    }

    private static void delete(Path path) {
        File[] files = path.toFile().listFiles();
        boolean deleted = true;
        for (File file : files == null ? new File[0] : files) {
            deleted &= file.delete();
        }
        if (!deleted || (!path.toFile().delete() && Files.exists(path))) {
            throw new IllegalStateException(path + " holds a dump and cannot be deleted: delete it by hand");
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(deleteAtExit);
        } catch (IllegalStateException e) {
            // The process is ending, and deletes it.
            return;
        }
        delete(path);
    }
}
