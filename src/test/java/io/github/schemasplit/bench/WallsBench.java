package io.github.schemasplit.bench;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.DatabaseUrl;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.PolicyOperation;
import io.github.schemasplit.testing.BusyClients;
import io.github.schemasplit.usecase.BlockerPolicy;
import io.github.schemasplit.usecase.ChangeListener;
import io.github.schemasplit.usecase.Generate;
import io.github.schemasplit.usecase.Migrate;
import io.github.schemasplit.usecase.Persistence;
import io.github.schemasplit.usecase.Workplace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How long the first table is shut while access and row security of tables that have moved already become what the mapping says: ours
 * against psql, which executes the same statements in one transaction.
 */
final class WallsBench {
    private static final double BOUND = 1.5;
    private static final int ROUNDS = 7;
    private static final Duration SETTLING = Duration.ofMillis(300);
    private static final String ROLE = "bench_reader";
    private static final String COPY = "walled";
    private static final String SCRIPT = "walls.sql";
    private static final Persistence PATIENT = new Persistence(
            new Timeouts(Duration.ofSeconds(1), Duration.ofMinutes(5)), 1, Duration.ofMinutes(5), BlockerPolicy.WAIT);

    private final BenchServer server;
    private final Path directory;
    private final String moved;
    private final ParsedMapping walls;

    private WallsBench(BenchServer server, Path directory, String moved, ParsedMapping walls) {
        this.server = server;
        this.directory = directory;
        this.moved = moved;
        this.walls = walls;
    }

    static void run(BenchServer server, Results results, Path directory, String template, int tables) throws Exception {
        String moved = "moved" + tables;
        try (Connection connection = DriverManager.getConnection(server.copy(template, moved));
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "DO $$ BEGIN CREATE ROLE " + ROLE + "; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        }
        Path own = Files.createDirectories(directory.resolve(moved));
        new WallsBench(server, own, moved, parsed(SyntheticMapping.of(tables))).migrate(moved);
        new WallsBench(server, own, moved, parsed(SyntheticMapping.withWalls(tables, ROLE))).compare(results, tables);
    }

    private static ParsedMapping parsed(Mapping mapping) {
        return new ParsedMapping(Optional.of(mapping), List.of(), List.of());
    }

    private void compare(Results results, int tables) throws Exception {
        Plan plan = new Generate(workplace(moved), ChangeListener.NONE)
                .run(walls.mapping().orElseThrow(), Optional.empty())
                .report()
                .plan();
        Files.writeString(
                directory.resolve(SCRIPT),
                plan.operations().stream().map(o -> o.statement().sql() + ";\n").collect(Collectors.joining()));
        PolicyOperation first = plan.access()
                .filter(PolicyOperation.class::isInstance)
                .map(PolicyOperation.class::cast)
                .findFirst()
                .orElseThrow();
        List<Double> ours = new ArrayList<>();
        List<Double> psql = new ArrayList<>();
        // The first round warms up.
        for (int round = 0; round <= ROUNDS; round++) {
            ours.add(shut(first, this::migrate));
            psql.add(shut(first, this::psql));
        }
        results.add(Ratio.of(
                tables + " tables, access and row security, first table shut: schema:migrate : psql -1",
                median(ours.subList(1, ours.size())),
                median(psql.subList(1, psql.size())),
                BOUND));
    }

    private double shut(PolicyOperation operation, Contender.Tool tool) throws Exception {
        String url = server.copy(moved, COPY);
        try {
            String table;
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                                    + " WHERE c.oid = " + operation.relation().oid())) {
                rows.next();
                table = rows.getString(1);
            }
            try (BusyClients clients = BusyClients.reading(url, List.of(table))) {
                // The clients are in this process, so what the contender before left must not stop them.
                System.gc();
                Thread.sleep(SETTLING.toMillis());
                tool.migrate(COPY);
                return clients.stop().get(table).maximum().toNanos() / 1e9;
            }
        } finally {
            server.drop(COPY);
        }
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }

    private void migrate(String database) {
        new Migrate(workplace(database), AllowedHazards.NONE, PATIENT, ChangeListener.NONE).run(walls);
    }

    private void psql(String database) throws Exception {
        Program.run(
                directory,
                directory.resolve("psql.log"),
                List.of(
                        "psql",
                        "-X",
                        "-q",
                        "-1",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-h",
                        "localhost",
                        "-p",
                        String.valueOf(server.port()),
                        "-U",
                        "postgres",
                        "-f",
                        SCRIPT,
                        database));
    }

    private Workplace workplace(String database) {
        return new Workplace(
                ConnectionSettings.of(
                        Optional.of(new DatabaseUrl(server.url(database))),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()),
                true,
                Journal.DEFAULT_SCHEMA,
                directory,
                "bench");
    }
}
