package io.github.schemasplit.backup;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.sql.Identifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Dumps databases into archives, and restores them.
 *
 * @param programs the programs that do it
 */
public record Archiver(ClientPrograms programs) {
    /**
     * Dumps a database.
     *
     * @param archive the file or directory that it goes to, which is not there yet; when it fails, what is there is not whole
     * @param progress is given each line that the program writes about its way
     * @throws ProgramFailedException when it fails
     */
    public void dump(ConnectionSettings database, Dump dump, Path archive, Consumer<String> progress) {
        requireSeen(archive, dump.format() == DumpFormat.DIRECTORY);
        List<String> arguments =
                new ArrayList<>(List.of("--verbose", "--format=" + dump.format().text()));
        if (!dump.data()) {
            arguments.add("--schema-only");
        }
        dump.snapshot().ifPresent(id -> arguments.add("--snapshot=" + id));
        if (dump.jobs() > 1) {
            arguments.add("--jobs=" + dump.jobs());
        }
        for (Identifier schema : dump.withoutRows()) {
            arguments.add("--exclude-table-data=" + ClientPrograms.pattern(schema) + ".*");
        }
        if (programs.place().seesFiles()) {
            arguments.add("--file=" + archive.toAbsolutePath());
            run(ClientPrograms.DUMP, database, arguments, Optional.empty(), Optional.empty(), progress);
        } else {
            run(ClientPrograms.DUMP, database, arguments, Optional.empty(), Optional.of(archive), progress);
        }
    }

    /**
     * Restores an archive into a database: all of it, or nothing.
     *
     * @param archive a file or directory that {@link #dump} wrote
     * @param progress is given each line that the program writes about its way
     * @throws ProgramFailedException when it fails; the database is as it was then
     */
    public void restore(Path archive, ConnectionSettings database, Consumer<String> progress) {
        restore(archive, database, Optional.empty(), progress);
    }

    /**
     * Restores those items of an archive that a list names.
     *
     * @param list a file with lines of {@link #list}, in the order in which they are restored; without it all are
     */
    public void restore(Path archive, ConnectionSettings database, Optional<Path> list, Consumer<String> progress) {
        List<String> arguments = new ArrayList<>(List.of("--verbose", "--single-transaction", "--exit-on-error"));
        list.ifPresent(file -> arguments.add("--use-list=" + file.toAbsolutePath()));
        run(ClientPrograms.RESTORE, database, with(archive, arguments), input(archive), Optional.empty(), progress);
    }

    /**
     * The archive's table of contents, an item a line; lines that begin with {@code ;} tell of the archive.
     *
     * @throws ProgramFailedException when it is not one that these programs read
     */
    public List<String> list(Path archive) {
        ProgramOutcome outcome = new ProgramRun(
                        programs.place()
                                .command(
                                        ClientPrograms.RESTORE,
                                        Map.of("LC_ALL", "C"),
                                        with(archive, List.of("--list"))),
                        Map.of("LC_ALL", "C"),
                        input(archive),
                        Optional.empty(),
                        line -> {})
                .run();
        programs.require(ClientPrograms.RESTORE, "of " + archive, outcome);
        return outcome.output().lines().toList();
    }

    private List<String> with(Path archive, List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        if (programs.place().seesFiles()) {
            all.add(archive.toAbsolutePath().toString());
        }
        return all;
    }

    private Optional<Path> input(Path archive) {
        if (programs.place().seesFiles()) {
            return Optional.empty();
        }
        requireSeen(archive, Files.isDirectory(archive));
        return Optional.of(archive);
    }

    /** One file goes through a program's input or output, a directory does not. */
    private void requireSeen(Path archive, boolean isDirectory) {
        if (isDirectory && !programs.place().seesFiles()) {
            throw new ProgramFailedException("The directory " + archive + " is not seen by programs that run in "
                    + programs.place() + ": set schema.backup.format=custom, or use programs of this machine");
        }
    }

    private void run(
            String program,
            ConnectionSettings database,
            List<String> arguments,
            Optional<Path> input,
            Optional<Path> output,
            Consumer<String> progress) {
        programs.require(
                program, "of " + database, programs.run(program, database, arguments, input, output, progress));
    }
}
