package io.github.schemasplit.sourcecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** The texts of a tree's files. One that cannot be had keeps no other from being read. */
final class SourceFiles {
    private static final String UNREADABLE = "not readable";

    private final Path root;

    SourceFiles(Path root) {
        this.root = root;
    }

    /**
     * A file that was to be read.
     *
     * @param source its text, if it can be had
     * @param obstacle why it cannot, if so
     */
    record Opened(Optional<SourceText> source, Optional<String> obstacle) {
        static Opened not(String why) {
            return new Opened(Optional.empty(), Optional.of(why));
        }
    }

    /** Reads a file, if that can be done. */
    Opened open(String file) {
        Path path = root.resolve(file);
        if (!Files.isReadable(path) || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return Opened.not(UNREADABLE);
        }
        try {
            if (Files.size(path) > Sources.LARGEST) {
                return Opened.not("larger than " + Sources.LARGEST / 1_000_000 + " MB");
            }
            Optional<SourceText> source = SourceText.of(file, Files.readAllBytes(path));
            return source.isPresent() ? new Opened(source, Optional.empty()) : Opened.not("no text");
        } catch (IOException e) {
            return Opened.not(UNREADABLE);
        }
    }
}
