package io.github.schemasplit.backup;

import io.github.schemasplit.jdbc.ConnectionSettings;
import java.util.List;
import java.util.Map;

/** A place that client programs of PostgreSQL are run from. */
sealed interface ProgramPlace permits ProgramDirectory, ProgramContainer {
    /**
     * The command that runs a program there.
     *
     * @param environment variables for the program; no secrets, since another machine's are given on the command line
     */
    List<String> command(String program, Map<String, String> environment, List<String> arguments);

    /** How the program reaches the server from there. */
    ConnectionSettings seenFrom(ConnectionSettings database);

    /** A file there with secrets, that nobody else may read; gone when it is closed. */
    SecretFile secretFile(String text);

    /** Whether the program sees the files of this machine; otherwise they go through its input and output. */
    boolean seesFiles();
}
