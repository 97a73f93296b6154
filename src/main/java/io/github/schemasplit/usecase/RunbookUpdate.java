package io.github.schemasplit.usecase;

import io.github.schemasplit.report.RehearsalFingerprint;
import java.nio.file.Path;
import java.util.Optional;

/** Brings up to date what is done, in the runbook that {@code schema:generate} wrote; where there is none, nothing is read or written. */
public final class RunbookUpdate {
    private final Workplace workplace;
    private final RunbookWriter runbook;

    /**
     * @param backups where {@code schema:backup} writes
     */
    public RunbookUpdate(Workplace workplace, Path backups) {
        this.workplace = workplace;
        this.runbook = new RunbookWriter(workplace, backups);
    }

    /** The runbook; empty where there is none of this database. What it says of a rehearsal stays. */
    public Optional<WrittenFile> run() {
        return run(Optional.empty());
    }

    /**
     * The same.
     *
     * @param rehearsable the fingerprint of what was just done; where it is empty, what the runbook says of a rehearsal stays
     */
    Optional<WrittenFile> run(Optional<RehearsalFingerprint> rehearsable) {
        return runbook.exists() ? runbook.refresh(new Info(workplace).run(), rehearsable) : Optional.empty();
    }
}
