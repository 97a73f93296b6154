package io.github.schemasplit.backup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Their major version, such as 15. */
    public int major() {
        return Integer.parseInt(version.split("\\D", 2)[0]);
    }

    @Override
    public String toString() {
        return "PostgreSQL " + version + " in " + place;
    }
}
