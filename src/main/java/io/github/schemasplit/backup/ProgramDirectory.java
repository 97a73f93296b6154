package io.github.schemasplit.backup;

import io.github.schemasplit.jdbc.ConnectionSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A directory of this machine.
 *
 * @param path where it is
 */
record ProgramDirectory(Path path) implements ProgramPlace {
    /** The file of a program, which has another name on Windows. */
    Optional<Path> file(String program) {
        for (String name : List.of(program, program + ".exe")) {
            Path file = path.resolve(name);
            if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** The variables are set by whoever runs it. */
    @Override
    public List<String> command(String program, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(file(program).orElse(path.resolve(program)).toString());
        command.addAll(arguments);
        return command;
    }

    @Override
    public ConnectionSettings seenFrom(ConnectionSettings database) {
        return database;
    }

    @Override
    public SecretFile secretFile(String text) {
        try {
            Path file = Files.createTempFile("schema", ".conf", ownersAlone());
            SecretFile secret =
                    new LocalFile(file, AtExit.run("schema-delete-" + file.getFileName(), () -> delete(file)));
            Files.writeString(file, text);
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("could not write a file for the password", e);
        }
    }

    /** PostgreSQL's programs ignore a password file that others may read. */
    private static FileAttribute<?>[] ownersAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public boolean seesFiles() {
        return true;
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete the password file " + file, e);
        }
    }

    private record LocalFile(Path file, AtExit atExit) implements SecretFile {
        @Override
        public String path() {
            return file.toString();
        }

        @Override
        public void close() {
            try (atExit) {
                delete(file);
            }
        }
    }
}
