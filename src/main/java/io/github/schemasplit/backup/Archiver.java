package io.github.schemasplit.backup;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.sql.Identifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Dumps databases into archives, and restores them.
 *
 * @param programs the programs that do it
 */
public record Archiver(ClientPrograms programs) {
    /**
     * How long a dump waits for one that changes a table, since others queue behind both; who waits for us would otherwise be waited for
     * without an end.
     */
    public static final Duration LOCK_WAIT = Duration.ofSeconds(5);

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
        arguments.add("--lock-wait-timeout=" + LOCK_WAIT.toMillis());
        if (!dump.data()) {
            arguments.add("--schema-only");
        }
        dump.snapshot().ifPresent(id -> arguments.add("--snapshot=" + id));
        if (dump.jobs() > 1) {
            arguments.add("--jobs=" + dump.jobs());
        }
        if (dump.data() && !dump.withoutRows().isEmpty()) {
            // Large objects are in no schema.
            arguments.add("--no-blobs");
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
        restore(archive, database, Restoration.whole(), progress);
    }

    /**
     * Restores an archive, or items of it, into a database.
     *
     * @throws ProgramFailedException when it fails; the database is as it was then where that was one transaction
     */
    public void restore(Path archive, ConnectionSettings database, Restoration restoration, Consumer<String> progress) {
        List<String> arguments = new ArrayList<>(List.of("--verbose", "--exit-on-error"));
        if (restoration.atomic()) {
            arguments.add("--single-transaction");
        }
        if (restoration.jobs() > 1) {
            if (!programs.place().seesFiles()) {
                throw new ProgramFailedException("programs that run in " + programs.place()
                        + " are given the archive piece by piece, which one process can read: set schema.restore.jobs=1,"
                        + " or use programs of this machine");
            }
            arguments.add("--jobs=" + restoration.jobs());
        }
        withList(restoration.items(), arguments, () -> {
            run(ClientPrograms.RESTORE, database, with(archive, arguments), input(archive), Optional.empty(), progress);
            return archive;
        });
    }

    /** The statements that make items of an archive. */
    public String script(Path archive, List<String> items) {
        List<String> arguments = new ArrayList<>(List.of("--file=-"));
        return withList(Optional.of(items), arguments, () -> read(archive, arguments));
    }

    /** A list of items is a file where the program runs. */
    private <T> T withList(Optional<List<String>> items, List<String> arguments, Supplier<T> work) {
        if (items.isEmpty()) {
            return work.get();
        }
        try (SecretFile list = programs.place().secretFile(String.join("\n", items.get()) + "\n")) {
            arguments.add("--use-list=" + list.path());
            return work.get();
        }
    }

    /**
     * The archive's table of contents, an item a line; lines that begin with {@code ;} tell of the archive.
     *
     * @throws ProgramFailedException when it is not one that these programs read
     */
    public List<String> list(Path archive) {
        return read(archive, List.of("--list")).lines().toList();
    }

    private String read(Path archive, List<String> arguments) {
        ProgramOutcome outcome = new ProgramRun(
                        programs.place()
                                .command(ClientPrograms.RESTORE, Map.of("LC_ALL", "C"), with(archive, arguments)),
                        Map.of("LC_ALL", "C"),
                        input(archive),
                        Optional.empty(),
                        line -> {})
                .run();
        programs.require(ClientPrograms.RESTORE, "of " + archive, outcome);
        return outcome.output();
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
