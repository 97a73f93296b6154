package io.github.schemasplit.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.schemasplit.jdbc.DatabaseIdentity;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.render.RunbookProgress;
import io.github.schemasplit.report.RehearsalFingerprint;
import io.github.schemasplit.report.RehearsalProofReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the journal and the files of earlier goals tell of what was done. A file that is not there, or can not be read, tells nothing.
 *
 * @param directory where the goals write
 * @param backups where {@code schema:backup} writes
 * @param database which database; what was done to another tells nothing, whatever it is called
 */
record Evidence(Path directory, Path backups, DatabaseIdentity database) {
    static Evidence of(Workplace workplace, Path backups) {
        return new Evidence(
                workplace.outputDirectory(),
                backups,
                Session.run(workplace, false, ChangeListener.NONE, DatabaseIdentity::read));
    }

    private Optional<RehearsalProofReader.Proof> rehearsal() {
        return RequiredRehearsal.proof(directory.resolve(Rehearse.FILE))
                .filter(p -> database.matches(
                        p.database().system(), p.database().oid(), p.database().name()));
    }

    /**
     * For how long a rehearsal had a table shut at most; empty unless it was of just this, and passed.
     *
     * @param rehearsable the fingerprint of what is to be done
     */
    Optional<Duration> predictedShut(RehearsalFingerprint rehearsable) {
        return rehearsal()
                .filter(p -> p.passed() && p.fingerprint().equals(rehearsable))
                .flatMap(RehearsalProofReader.Proof::shut);
    }

    /**
     * The last backup of the database.
     *
     * @param before of those that were made before that, where it says when
     */
    Optional<String> backup(Optional<Instant> before) {
        return new BackupEvidence(backups, database).last(before).map(BackupEvidence.Found::text);
    }

    /**
     * What is done.
     *
     * @param rehearsable the fingerprint of what is to be done, or was just done; empty where it is not known
     */
    RunbookProgress progress(List<JournalEntry> history, Optional<RehearsalFingerprint> rehearsable) {
        Optional<Rehearsed> rehearsed = rehearsable.map(this::rehearsed);
        Optional<JsonNode> verification = read(directory.resolve(Verify.FILE));
        List<JournalEntry> inForce = inForce(history);
        Optional<JournalEntry> migrated =
                newest(inForce.stream().filter(e -> !Contract.made(e)).toList());
        Optional<JournalEntry> contracted =
                newest(inForce.stream().filter(Contract::made).toList());
        return new RunbookProgress(
                backup(inForce.stream().map(JournalEntry::appliedAt).findFirst()),
                rehearsed.map(Rehearsed::text),
                rehearsed.filter(Rehearsed::counts).isPresent(),
                history.stream().map(Evidence::line).toList(),
                migrated.filter(e -> !e.batch().isUnfinished()).map(Evidence::entry),
                verification.map(v -> verification(v, newest(inForce))),
                verification
                        .filter(v -> isOfLast(v, newest(inForce)) && errors(v) == 0)
                        .isPresent(),
                contracted.map(Evidence::entry).or(() -> migrated.flatMap(e -> withoutOldNames(inForce))));
    }

    /**
     * @param counts whether it was of what is to be done, and passed
     */
    private record Rehearsed(boolean counts, String text) {}

    private Rehearsed rehearsed(RehearsalFingerprint rehearsable) {
        Optional<RehearsalProofReader.Proof> proof = rehearsal();
        if (proof.isEmpty()) {
            return new Rehearsed(false, RunbookProgress.NOTHING.rehearsal().orElseThrow());
        }
        String ended = Rehearse.FILE + " says that it "
                + (proof.get().passed() ? "passed" : "failed") + ": "
                + proof.get().summary();
        if (!proof.get().fingerprint().equals(rehearsable)) {
            return new Rehearsed(
                    false,
                    ended
                            + "; but the database's objects, the mapping or the plan was another then, run schema:rehearse"
                            + " again");
        }
        return new Rehearsed(
                proof.get().passed(),
                ended
                        + predictedShut(rehearsable)
                                .map(shut -> ", and tables were shut for " + Lengths.text(shut) + " at most")
                                .orElse(""));
    }

    private static String verification(JsonNode verification, Optional<JournalEntry> last) {
        return Verify.FILE + " says " + Words.count(errors(verification), "error") + ", expecting the database to be "
                + verification.path("expected").asText()
                + (isOfLast(verification, last)
                        ? ""
                        : "; it was written before the last change, run schema:verify again");
    }

    private static boolean isOfLast(JsonNode verification, Optional<JournalEntry> last) {
        return last.isPresent()
                && last.get()
                        .id()
                        .toString()
                        .equals(verification.path("journalEntry").asText());
    }

    private static long errors(JsonNode verification) {
        long errors = 0;
        for (JsonNode finding : verification.path("findings")) {
            errors += finding.path("severity").asText().equalsIgnoreCase("error") ? 1 : 0;
        }
        return errors;
    }

    private static Optional<String> withoutOldNames(List<JournalEntry> inForce) {
        return inForce.stream()
                        .anyMatch(e -> e.plan().madeViews().findAny().isPresent()
                                || e.plan().searchPaths().findAny().isPresent())
                ? Optional.empty()
                : Optional.of("the migration left none");
    }

    /** The entries of what was not taken back, oldest first. */
    static List<JournalEntry> inForce(List<JournalEntry> history) {
        Set<UUID> takenBack = new HashSet<>();
        history.forEach(e -> e.rolledBack().ifPresent(takenBack::add));
        return history.stream()
                .filter(e -> e.action() == JournalAction.MIGRATE && !takenBack.contains(e.id()))
                .toList();
    }

    private static Optional<JournalEntry> newest(List<JournalEntry> entries) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    private static String entry(JournalEntry entry) {
        return "journal entry " + entry.number() + " of " + entry.appliedAt() + " by " + entry.appliedBy() + ", "
                + entry.id();
    }

    private static String line(JournalEntry entry) {
        String what =
                entry.action() == JournalAction.ROLLBACK ? "rollback" : Contract.made(entry) ? "contract" : "migrate";
        return "entry " + entry.number() + ": schema:" + what + " at " + entry.appliedAt() + " by " + entry.appliedBy()
                + (entry.letGo()
                        ? ", no longer to be taken back"
                        : ", " + Words.count(entry.plan().operations().size(), "statement"))
                + (entry.batch().isUnfinished() ? ", unfinished" : "");
    }

    static Optional<JsonNode> read(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(new ObjectMapper().readTree(file.toFile())).filter(JsonNode::isObject)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
