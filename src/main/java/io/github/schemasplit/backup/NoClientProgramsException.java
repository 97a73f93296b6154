package io.github.schemasplit.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** There are no client programs of PostgreSQL that would do. The message says which are wanted, which there are, and how to get them. */
public final class NoClientProgramsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param wanted what is wanted, such as {@code a pg_dump of version 16 or newer}
     * @param major the version to get
     * @param found what there is
     */
    NoClientProgramsException(
            String wanted, int major, List<ClientPrograms> found, Optional<Path> binaries, Optional<String> container) {
        super("There is no pg_dump and pg_restore that would do: wanted is " + wanted + ", and "
                + there(found, binaries, container) + ".");
        this.remedy = "install PostgreSQL " + major + "'s client programs (postgresql-client-" + major
                + " on Debian and Ubuntu, postgresql" + major + " on Red Hat, postgresql@" + major
                + " or libpq of Homebrew), or name the directory that has them with schema.pgBinaries,"
                + " or a container that has them with schema.pgContainer";
    }

    private static String there(List<ClientPrograms> found, Optional<Path> binaries, Optional<String> container) {
        if (!found.isEmpty()) {
            return "there is " + found.stream().map(ClientPrograms::toString).collect(Collectors.joining(", "));
        }
        return binaries.map(path -> "there is none in " + path + ", which schema.pgBinaries names")
                .orElseGet(() -> "there is none on the PATH and in the usual folders"
                        + container
                                .map(name -> ", and none in the container " + name)
                                .orElse(""));
    }

    /** How to get what is wanted, to be read after {@code to do that,}. */
    public String remedy() {
        return remedy;
    }
}
