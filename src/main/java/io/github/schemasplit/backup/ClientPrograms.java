package io.github.schemasplit.backup;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.sql.Identifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's {@code pg_dump} and {@code pg_restore} of one version.
 *
 * @param place where they are
 * @param version such as {@code 15.18}
 */
public record ClientPrograms(ProgramPlace place, String version) {
    static final String DUMP = "pg_dump";
    static final String RESTORE = "pg_restore";

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+\\S*)");

    /** Those of a place; empty when there are none. */
    static Optional<ClientPrograms> in(ProgramPlace place) {
        Optional<String> dump = version(place, DUMP);
        Optional<String> restore = dump.isPresent() ? version(place, RESTORE) : dump;
        return dump.isPresent() && dump.equals(restore)
                ? Optional.of(new ClientPrograms(place, dump.get()))
                : Optional.empty();
    }

    private static Optional<String> version(ProgramPlace place, String program) {
        try {
            Matcher version = VERSION.matcher(ProgramRun.collect(place.command(program, Map.of(), List.of("--version")))
                    .output());
            return version.find() ? Optional.of(version.group(1)) : Optional.empty();
        } catch (ProgramFailedException e) {
            return Optional.empty();
        }
    }

    /** A name as their options take it: one that stands for itself, whatever is in it. */
    static String pattern(Identifier name) {
        return "\"" + name.value().replace("\"", "\"\"") + "\"";
    }

    /**
     * Runs one of them on a database.
     *
     * @param arguments those besides the ones that say which database
     * @param progress is given each line that it writes about its way
     */
    ProgramOutcome run(
            String program,
            ConnectionSettings database,
            List<String> arguments,
            Optional<Path> input,
            Optional<Path> output,
            Consumer<String> progress) {
        try (ProgramConnection connection = new ProgramConnection(place, database)) {
            List<String> all = new ArrayList<>(connection.arguments());
            all.addAll(arguments);
            return new ProgramRun(
                            place.command(program, connection.environment(), all),
                            connection.environment(),
                            input,
                            output,
                            progress)
                    .run();
        }
    }

    /**
     * @param what what it was run on, such as {@code of database "shop"}
     * @throws ProgramFailedException when it failed
     */
    void require(String program, String what, ProgramOutcome outcome) {
        if (outcome.exitCode() != 0) {
            throw new ProgramFailedException(program + " " + what + " failed with exit code " + outcome.exitCode()
                    + " (" + this + "): " + outcome.errors());
        }
    }

    /** Their major version, such as 15. */
    public int major() {
        return Integer.parseInt(version.split("\\D", 2)[0]);
    }

    @Override
    public String toString() {
        return "PostgreSQL " + version + " in " + place;
    }
}
