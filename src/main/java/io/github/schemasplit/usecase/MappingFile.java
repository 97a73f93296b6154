package io.github.schemasplit.usecase;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** The file that a proposed mapping goes to. */
final class MappingFile {
    private final InitOrder order;

    MappingFile(InitOrder order) {
        this.order = order;
    }

    /**
     * Looks whether it may be written, before anything else is done.
     *
     * @throws GoalStoppedException when it is there, and may not be replaced
     */
    void check() {
        if (Files.isDirectory(order.file())) {
            throw new GoalStoppedException(order.name() + " is a folder: name a file with " + InitOrder.FILE + ".");
        }
        if (!order.overwrites() && Files.exists(order.file(), LinkOption.NOFOLLOW_LINKS)) {
            throw isThere();
        }
    }

    private GoalStoppedException isThere() {
        return new GoalStoppedException(
                order.name() + " is there already, and is left as it is: name another file with " + InitOrder.FILE
                        + ", or let it be replaced with -D" + InitOrder.OVERWRITE + ".");
    }

    /** Writes it, whole or not at all. */
    void write(String text) {
        try {
            // A link stays one.
            Path file = Files.exists(order.file())
                    ? order.file().toRealPath()
                    : order.file().toAbsolutePath();
            if (!Files.isDirectory(file.getParent())) {
                Files.createDirectories(file.getParent());
            }
            // Not a temporary file, which nobody else may read.
            Path unfinished = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                Files.writeString(unfinished, text);
                move(unfinished, file);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new GoalFailedException(
                    order.name() + " cannot be written: " + e.getMessage() + ". Name another file with "
                            + InitOrder.FILE + ".",
                    e);
        }
    }

    private void move(Path unfinished, Path file) throws IOException {
        if (order.overwrites()) {
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            Files.move(unfinished, file);
        } catch (FileAlreadyExistsException e) {
            // Somebody made it meanwhile.
            throw isThere();
        }
    }
}
