package io.github.schemasplit.staging;

import java.io.IOException;
import java.nio.file.Path;

/** Where an embedded database's data is, locked against everybody else until it is closed. */
interface DataDirectory extends AutoCloseable {
    /** The server's data directory. */
    Path data();

    /** Whether it holds a database that init scripts were run on to the end; else it is empty or not there. */
    boolean isLoaded();

    /** Whether the scripts that made it differ from {@code scripts}. */
    boolean isLoadedFromOther(InitFingerprint scripts);

    /** Says that the database is complete, made by {@code scripts}. */
    void markLoaded(InitFingerprint scripts) throws IOException;

    /** Gives it up, once the server is stopped. */
    @Override
    void close() throws IOException;
}
