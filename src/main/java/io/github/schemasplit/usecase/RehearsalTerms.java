package io.github.schemasplit.usecase;

import io.github.schemasplit.staging.DisposableDatabase;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * How a rehearsal is to be.
 *
 * @param staging makes the copy's database, still empty, for a major version of the server
 * @param content fills it
 * @param load what clients do while it is migrated, if any
 * @param batching how large the migration's transactions may be
 * @param persistence how it makes its way between the clients
 */
public record RehearsalTerms(
        IntFunction<DisposableDatabase> staging,
        CopyContent content,
        Optional<LoadScript> load,
        Batching batching,
        Persistence persistence) {}
