package io.github.schemasplit.backup;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.sql.Identifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Copies databases as far as the server of the copy takes them, and compares what they define. Unlike a restore in earnest it goes on when
 * something is refused, such as an extension that is not there.
 *
 * @param dump the programs that dump
 * @param restore the programs that restore
 */
public record Copier(ClientPrograms dump, ClientPrograms restore) {
    private static final String REFUSED = "error: could not execute query: ERROR:";
    private static final String COMMAND = "Command was: ";
    private static final String IGNORED = "errors ignored on restore";
    private static final Pattern RESTRICTION = Pattern.compile("(?m)^\\\\(un)?restrict .*\\R");

    /**
     * Dumps a database.
     *
     * @param data whether rows are dumped, and not the definitions alone
     * @param archive the file that it goes to
     */
    public void dump(ConnectionSettings database, boolean data, Path archive, Consumer<String> progress) {
        new Archiver(dump).dump(database, Dump.whole(data), archive, progress);
    }

    /**
     * Dumps the rows of one schema, and no definitions.
     *
     * @param archive the file that it goes to
     */
    public void dumpRows(ConnectionSettings database, Identifier schema, Path archive) {
        List<String> arguments = new ArrayList<>(
                List.of("--verbose", "--format=custom", "--data-only", "--schema=" + ClientPrograms.pattern(schema)));
        boolean seesFiles = dump.place().seesFiles();
        if (seesFiles) {
            arguments.add("--file=" + archive.toAbsolutePath());
        }
        ProgramOutcome outcome = dump.run(
                ClientPrograms.DUMP,
                database,
                arguments,
                Optional.empty(),
                seesFiles ? Optional.empty() : Optional.of(archive),
                line -> {});
        dump.require(ClientPrograms.DUMP, "of " + database, outcome);
    }

    /**
     * Restores an archive, all of it that the server takes.
     *
     * @return what was refused, each with the reason
     * @throws ProgramFailedException when it did not come to its end
     */
    public List<String> restore(Path archive, ConnectionSettings database, Consumer<String> progress) {
        List<String> refused = new ArrayList<>();
        boolean seesFiles = restore.place().seesFiles();
        List<String> arguments = new ArrayList<>(List.of("--verbose"));
        if (seesFiles) {
            arguments.add(archive.toAbsolutePath().toString());
        }
        boolean[] ended = {false};
        ProgramOutcome outcome = restore.run(
                ClientPrograms.RESTORE,
                database,
                arguments,
                seesFiles ? Optional.empty() : Optional.of(archive),
                Optional.empty(),
                line -> {
                    int error = line.indexOf(REFUSED);
                    if (error >= 0) {
                        refused.add(line.substring(error + REFUSED.length()).strip());
                    } else if (line.startsWith(COMMAND) && !refused.isEmpty()) {
                        int last = refused.size() - 1;
                        String command = line.substring(COMMAND.length()).replaceAll("[\\s;(]+$", "");
                        refused.set(last, command + ": " + refused.get(last));
                    }
                    ended[0] |= line.contains(IGNORED);
                    progress.accept(line);
                });
        if (!ended[0]) {
            restore.require(ClientPrograms.RESTORE, "of " + database, outcome);
        }
        return refused;
    }

    /** What a database defines, but for one schema, as the text of a dump; the same text where it defines the same. */
    public String definitions(ConnectionSettings database, Identifier without) {
        ProgramOutcome outcome = dump.run(
                ClientPrograms.DUMP,
                database,
                List.of("--schema-only", "--exclude-schema=" + ClientPrograms.pattern(without)),
                Optional.empty(),
                Optional.empty(),
                line -> {});
        dump.require(ClientPrograms.DUMP, "of " + database, outcome);
        return RESTRICTION.matcher(outcome.output()).replaceAll("");
    }
}
