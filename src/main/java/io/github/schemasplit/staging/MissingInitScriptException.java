package io.github.schemasplit.staging;

import java.nio.file.Path;
import java.util.List;

/** Entries of {@code schema.init} name no file; every one of them is in the message. */
public final class MissingInitScriptException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> entries;

    MissingInitScriptException(List<String> entries, Path baseDirectory) {
        super("schema.init: no file for "
                + String.join(", ", entries.stream().map(e -> "'" + e + "'").toList())
                + " in " + baseDirectory
                + "; an entry is a file, a directory or a glob such as db/migration/*.sql: correct or remove it");
        this.entries = List.copyOf(entries);
    }

    /** The entries, as the user wrote them. */
    public List<String> entries() {
        return List.copyOf(entries);
    }
}
