package io.github.schemasplit.usecase;

import io.github.schemasplit.staging.DisposableDatabase;
import io.github.schemasplit.staging.EmbeddedDatabase;
import io.github.schemasplit.staging.EmbeddedOptions;
import io.github.schemasplit.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A server for a copy, of the same version as another. */
final class RehearsalServer {
    private RehearsalServer() {}

    static DisposableDatabase embedded(TestServer like, Path directory) {
        return EmbeddedDatabase.start(
                new EmbeddedOptions(
                        like.major(),
                        Optional.empty(),
                        directory.resolve("staging"),
                        directory.resolve("staging.log"),
                        Optional.empty(),
                        List.of()),
                (artifact, version) -> like.archive());
    }
}
