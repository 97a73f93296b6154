package io.github.schemasplit.usecase;

import io.github.schemasplit.report.RehearsalFingerprint;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

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

    /**
     * Brings it up to date. What a runbook says of a rehearsal stays.
     *
     * @param listener is told when that goes wrong, which stops nothing: what was to be told is done
     */
    public void run(ChangeListener listener) {
        run(listener, Optional::empty);
    }

    /**
     * The same.
     *
     * @param rehearsable works out the fingerprint of what was just done; where it is empty, what the runbook says of a rehearsal stays
     */
    void run(ChangeListener listener, Supplier<Optional<RehearsalFingerprint>> rehearsable) {
        Afterwards.run(listener, "The runbook was not brought up to date", () -> {
            if (runbook.exists()) {
                runbook.refresh(new Info(workplace).run(), rehearsable.get());
            }
        });
    }
}
