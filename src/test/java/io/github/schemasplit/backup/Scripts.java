package io.github.schemasplit.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** Programs that are shell scripts, which tell what they are given. */
final class Scripts {
    private Scripts() {}

    /** The two programs of a version, which do nothing else than to say which that is. */
    static Path programs(Path directory, String version) throws IOException {
        write(directory.resolve("pg_dump"), "echo 'pg_dump (PostgreSQL) " + version + "'");
        write(directory.resolve("pg_restore"), "echo 'pg_restore (PostgreSQL) " + version + "'");
        return directory;
    }

    /** A script; where the machine has no shell the test is skipped, with a reason that is printed. */
    static Path write(Path file, String script) throws IOException {
        if (!Files.isExecutable(Path.of("/bin/sh"))) {
            System.out.println("Skipped: there is no /bin/sh");
            throw new TestAbortedException("there is no /bin/sh");
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " can not be made executable");
        }
        return file;
    }
}
