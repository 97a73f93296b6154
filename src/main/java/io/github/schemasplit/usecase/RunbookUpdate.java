package io.github.schemasplit.usecase;

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

    /** The runbook; empty where there is none of this database. */
    public Optional<WrittenFile> run() {
        return runbook.exists() ? runbook.refresh(new Info(workplace).run()) : Optional.empty();
    }
}
