package io.github.schemasplit.usecase;

import io.github.schemasplit.diagram.Drawings;
import java.nio.charset.StandardCharsets;

/**
 * {@value #NAME}: what the pictures of earlier pages were laid out like, which later pages, of this goal or another, take from there. It may
 * be deleted.
 */
final class DrawingsFile {
    static final String NAME = "pictures.cache";

    private final OutputDirectory directory;

    DrawingsFile(OutputDirectory directory) {
        this.directory = directory;
    }

    /** What was laid out before, which is read when the first picture is drawn. */
    Drawings drawings() {
        return new Drawings(() -> directory
                .read(NAME)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(""));
    }

    /** Writes them, if anything was drawn; where that goes wrong, the next run draws again. */
    void write(Drawings drawings) {
        if (!drawings.isEmpty()) {
            try {
                directory.write(NAME, drawings.text());
            } catch (GoalFailedException e) {
                // Nobody needs it.
            }
        }
    }
}
