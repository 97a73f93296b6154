package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.report.RehearsalFingerprint;
import io.github.schemasplit.report.RehearsalProofReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A rehearsal without which a migration does not begin.
 *
 * @param file its report
 */
public record RequiredRehearsal(Path file) {
    /**
     * @param states those of the database's objects, the journal's left out
     * @param plan all that is to be done
     * @throws GoalStoppedException when the file tells of no rehearsal of exactly that, or of one that did not pass
     */
    void require(ObjectStates states, ParsedMapping mapping, Plan plan) {
        RehearsalProofReader.Proof proof = read();
        if (!proof.passed()) {
            throw stopped(
                    "the rehearsal in " + file + " did not pass",
                    "See to what it says, and run schema:rehearse again.");
        }
        if (!proof.fingerprint().equals(RehearsalFingerprint.of(states, mapping, plan))) {
            throw stopped(
                    "the rehearsal in " + file + " (" + proof.summary()
                            + ") was of something else: since then the database's objects, the mapping or the plan has changed",
                    "Run schema:rehearse again.");
        }
    }

    private RehearsalProofReader.Proof read() {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw stopped(
                    "there is no rehearsal in " + file,
                    "Run schema:rehearse first, or name the report of one with schema.rehearsal.");
        } catch (IOException e) {
            throw stopped(
                    file + " cannot be read (" + e.getMessage() + ")", "Name another report with schema.rehearsal.");
        }
        Optional<RehearsalProofReader.Proof> proof = RehearsalProofReader.read(content);
        return proof.orElseThrow(() -> stopped(
                file + " is no report of this version's schema:rehearse, or was changed since it was written",
                "Run schema:rehearse again."));
    }

    /** What a file proves; empty where there is none, or it proves nothing. */
    static Optional<RehearsalProofReader.Proof> proof(Path file) {
        try {
            return Files.isRegularFile(file) ? RehearsalProofReader.read(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static GoalStoppedException stopped(String what, String remedy) {
        return new GoalStoppedException(
                "schema.requireRehearsal asks for a rehearsal, and " + what + ". Nothing was changed. " + remedy);
    }
}
