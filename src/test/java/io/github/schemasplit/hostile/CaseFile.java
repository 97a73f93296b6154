package io.github.schemasplit.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A random database in a file: a script, with who migrates and the mapping in a comment before it. */
final class CaseFile {
    private static final String AS_OWNER = "-- migrated by a plain owner\n";
    private static final String MAPPING = "-- |";

    private CaseFile() {}

    static String text(HostileScript script) {
        return (script.plainOwner() ? AS_OWNER : "")
                + MAPPING
                + script.mapping().stripTrailing().replace("\n", "\n" + MAPPING)
                + "\n"
                + script.sql();
    }

    static HostileScript read(Path file) {
        try {
            String text = Files.readString(file);
            StringBuilder mapping = new StringBuilder();
            text.lines()
                    .filter(line -> line.startsWith(MAPPING))
                    .forEach(line ->
                            mapping.append(line.substring(MAPPING.length())).append('\n'));
            return new HostileScript(text, mapping.toString(), text.startsWith(AS_OWNER), Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
