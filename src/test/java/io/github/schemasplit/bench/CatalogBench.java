package io.github.schemasplit.bench;

import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.jdbc.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading the catalog, on a new connection each time, against {@code pg_dump -s} of the same database. */
final class CatalogBench {
    private static final double BOUND = 0.5;
    private static final int MOST_STATEMENTS = 20;

    private final BenchServer server;
    private final Results results;
    private final Path directory;
    private final Optional<String> noDump;

    CatalogBench(BenchServer server, Results results, Path directory) throws Exception {
        this.server = server;
        this.results = results;
        this.directory = directory;
        this.noDump = whyNoDump();
    }

    void run(String database, int tables) throws Exception {
        Times.Work reading = () -> read(server.url(database));
        results.add(Ratio.ofLimit(
                "statements to read " + tables + " tables",
                server.statements(database, reading),
                MOST_STATEMENTS,
                "stmts"));
        String what = "read the catalog of " + tables + " tables : pg_dump -s";
        if (noDump.isPresent()) {
            results.skip(what, noDump.get());
            return;
        }
        results.add(Ratio.of(
                what,
                Times.inTurn(tables > 5_000 ? 2 : 10, tables > 5_000 ? 7 : 21, reading, () -> dump(database)),
                BOUND));
    }

    private static void read(String url) throws Exception {
        ConnectionSettings settings =
                ConnectionSettings.of(Optional.of(new DatabaseUrl(url)), Optional.empty(), Optional.empty(), Map.of());
        try (Connection connection = Connector.connect(settings)) {
            new CatalogReader().readInOwnTransaction(connection);
        }
    }

    private void dump(String database) throws Exception {
        Program.run(
                directory,
                directory.resolve("pg_dump.sql"),
                List.of(
                        "pg_dump",
                        "-s",
                        "-h",
                        "localhost",
                        "-p",
                        String.valueOf(server.port()),
                        "-U",
                        "postgres",
                        database));
    }

    /** pg_dump refuses servers of a later major version than its own. */
    private Optional<String> whyNoDump() throws Exception {
        try {
            Program.run(directory, directory.resolve("pg_dump.version"), List.of("pg_dump", "--version"));
            dump("postgres");
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("there is no pg_dump on the PATH");
        } catch (IllegalStateException e) {
            return Optional.of("this pg_dump does not work on the server: "
                    + Files.readString(directory.resolve("pg_dump.sql")).strip());
        }
    }
}
