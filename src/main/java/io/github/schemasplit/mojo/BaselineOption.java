package io.github.schemasplit.mojo;

import io.github.schemasplit.analysis.Analysis;
import io.github.schemasplit.mapping.BaselineReader;
import io.github.schemasplit.mapping.ParsedBaseline;
import io.github.schemasplit.usecase.BaselineFile;
import io.github.schemasplit.usecase.BaselineUpdate;
import io.github.schemasplit.usecase.GoalStoppedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The baseline that the user has, or wants. */
final class BaselineOption {
    /** The file beside the POM. */
    static final String DEFAULT = "schema-baseline.yml";

    private BaselineOption() {}

    /**
     * The file with what is in it.
     *
     * @param name as the user knows it
     * @param mayMiss whether it need not be there
     * @throws GoalStoppedException with everything that is wrong with it
     */
    static BaselineFile read(Path file, String name, boolean mayMiss) {
        if (mayMiss && Files.notExists(file)) {
            return new BaselineFile(file, name, Optional.empty());
        }
        ParsedBaseline parsed = BaselineReader.read(file, name);
        if (!parsed.problems().isEmpty()) {
            throw new GoalStoppedException("The baseline is not valid", Analysis.ofBaseline(parsed.problems()));
        }
        return new BaselineFile(file, name, parsed.baseline());
    }

    /** What the word of the user says that is to be done with the file. */
    static Optional<BaselineUpdate> update(String word) {
        return switch (word) {
            case "all" -> Optional.of(BaselineUpdate.ALL);
            case "true" -> Optional.of(BaselineUpdate.SHRINK);
            default -> Optional.empty();
        };
    }
}
