package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.CopierFinder;
import io.github.schemasplit.staging.DisposableDatabase;
import io.github.schemasplit.staging.Original;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a rehearsal is to be.
 *
 * @param staging makes the copy's database, still empty, for what is copied
 * @param content fills it
 * @param copiers finds what compares dumps
 * @param load what clients do while it is migrated, if any
 * @param batching how large the migration's transactions may be
 * @param persistence how it makes its way between the clients
 */
public record RehearsalTerms(
        Function<Original, DisposableDatabase> staging,
        CopyContent content,
        CopierFinder copiers,
        Optional<LoadScript> load,
        Batching batching,
        Persistence persistence) {
    /** The same, whose transactions take no more locks than those on the database will. */
    RehearsalTerms within(long locks) {
        return batching.isAuto()
                ? new RehearsalTerms(staging, content, copiers, load, Batching.ofLocks(Math.max(locks, 1)), persistence)
                : this;
    }
}
