package io.github.schemasplit.bench;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.plan.Movable;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.testing.BusyClients;
import io.github.schemasplit.testing.Waits;
import io.github.schemasplit.testing.proxy.ProtocolProxy;
import io.github.schemasplit.usecase.ChangeListener;
import io.github.schemasplit.usecase.Generate;
import io.github.schemasplit.usecase.Migrate;
import io.github.schemasplit.usecase.MigrationTool;
import io.github.schemasplit.usecase.Workplace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;

/**
 * How long clients find tables shut while a migration runs: ours against psql, Flyway and Liquibase, which make the same moves. Each runs on a
 * fresh copy of the database, with the same clients, which are there before it starts and stay until it has ended.
 */
final class ShutBench {
    private static final double FIRST_BOUND = 1.2;
    private static final double BUSIEST_BOUND = 0.3;
    private static final int BUSIEST = 5;

    /** Of the contenders that a bound is about; where it takes a few dozen milliseconds, a median of few is not one. */
    private static final int ROUNDS = 7;

    private static final int ROUNDS_OF_FEW = 15;
    private static final int FEW = 100;

    /** Of the others, some of which take most of a minute. */
    private static final int PEER_ROUNDS = 1;

    /** Whether the others are measured at all; no bound is about them. */
    private static final boolean WITH_PEERS = !"false".equals(System.getProperty("bench.peers"));

    private static final int READS_BEFORE = 200;
    private static final Duration SETTLING = Duration.ofMillis(300);
    private static final String STAYING = "pg_catalog.pg_am";
    private static final String COPY = "migrated";
    private static final String OURS = "schema:migrate";
    private static final String PSQL = "psql -1";
    private static final String FLYWAY = "Flyway";
    private static final String FLYWAY_BLOCK = "Flyway, one DO";
    private static final String LIQUIBASE = "Liquibase";
    private static final String LIQUIBASE_WHOLE = "Liquibase, splitStatements:false";
    private static final String STATEMENTS = "statements";
    private static final String BLOCK = "block";
    private static final String FAR = ", RTT 20 ms";

    private final BenchServer server;
    private final ProtocolProxy far;
    private final Results results;
    private final Path directory;
    private final String template;
    private final int tables;
    private final boolean views;
    private final int rounds;
    private final ParsedMapping mapping;

    /**
     * @param views whether old names become views, of which the access is checked; only ours and psql's are measured then
     */
    ShutBench(
            BenchServer server,
            ProtocolProxy far,
            Results results,
            Path directory,
            String template,
            int tables,
            boolean views) {
        this.server = server;
        this.far = far;
        this.results = results;
        this.directory = directory.resolve(template + (views ? "-views" : ""));
        this.views = views;
        this.template = template;
        this.tables = tables;
        this.rounds = tables < FEW ? ROUNDS_OF_FEW : ROUNDS;
        this.mapping = new ParsedMapping(
                Optional.of(SyntheticMapping.of(tables, views ? Compatibility.VIEWS : Compatibility.NONE)),
                List.of(),
                List.of());
    }

    /**
     * What clients waited at most, in seconds.
     *
     * @param first the one of the table that moves first
     * @param busiest those of the busiest tables, in a run of their own
     * @param noise one of a table that does not move: so long the machine itself lets a client wait
     */
    private record Stall(double first, List<Double> busiest, double noise) {}

    void run() throws Exception {
        List<String> moved = prepare();
        String first = moved.get(0);
        // Spread over the order in which the scripts move them.
        List<String> busiest = IntStream.range(0, BUSIEST)
                .mapToObj(i -> moved.get((2 * i + 1) * moved.size() / (2 * BUSIEST)))
                .toList();
        Map<String, List<Stall>> stalls = new LinkedHashMap<>();
        // The first round warms up.
        for (int round = 0; round <= rounds; round++) {
            for (Contender contender : contenders()) {
                if (round <= contender.rounds()) {
                    Stall stall = measure(contender, first, busiest);
                    if (round > 0) {
                        stalls.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                                .add(stall);
                    }
                }
            }
        }
        tell(stalls);
    }

    /** Two runs, so that few clients take the machine's processors from the server. */
    private Stall measure(Contender contender, String first, List<String> busiest) throws Exception {
        Map<String, Waits> idle = measure(contender, busiest, List.of(first, STAYING));
        Map<String, Waits> busy = measure(contender, busiest, busiest);
        return new Stall(
                seconds(idle.get(first)),
                busiest.stream().map(table -> seconds(busy.get(table))).toList(),
                seconds(idle.get(STAYING)));
    }

    /** Writes the scripts of all contenders; the tables that move, in the scripts' order. */
    private List<String> prepare() throws Exception {
        Workplace workplace = workplace(server.url(template));
        Plan plan = new Generate(workplace, ChangeListener.NONE)
                .run(mapping.mapping().orElseThrow(), Optional.empty())
                .report()
                .plan();
        new Generate(workplace, ChangeListener.NONE)
                .run(
                        mapping.mapping().orElseThrow(),
                        Optional.of(new MigrationTool.Flyway(directory.resolve(STATEMENTS), "flyway_schema_history")));
        Path block = Files.createDirectories(directory.resolve(BLOCK)).resolve("V1__split_schemas.sql");
        Files.writeString(
                block,
                plan.operations().stream()
                        .map(o -> o.statement().sql() + ";\n")
                        .collect(Collectors.joining(
                                "",
                                "DO $block$ BEGIN\nSET LOCAL search_path = pg_catalog, pg_temp;\n",
                                "END $block$;\n")));
        for (boolean split : new boolean[] {true, false}) {
            new LiquibaseChangelog(directory, split).write(plan);
        }
        return plan.moves()
                .filter(move -> move.kind() == Movable.TABLE)
                .map(move -> move.name().name().sql())
                .toList();
    }

    private List<Contender> contenders() {
        if (views || !WITH_PEERS) {
            return List.of(
                    new Contender(OURS, rounds, database -> migrate(server.url(database))),
                    new Contender(PSQL, rounds, this::psql),
                    new Contender(OURS + FAR, rounds, database -> migrate(far.url(database))));
        }
        LiquibaseChangelog whole = new LiquibaseChangelog(directory, false);
        LiquibaseChangelog split = new LiquibaseChangelog(directory, true);
        return List.of(
                new Contender(OURS, rounds, database -> migrate(server.url(database))),
                new Contender(PSQL, rounds, this::psql),
                new Contender(OURS + FAR, rounds, database -> migrate(far.url(database))),
                new Contender(FLYWAY_BLOCK, PEER_ROUNDS, database -> flyway(server.url(database), BLOCK)),
                new Contender(FLYWAY_BLOCK + FAR, PEER_ROUNDS, database -> flyway(far.url(database), BLOCK)),
                new Contender(FLYWAY, PEER_ROUNDS, database -> flyway(server.url(database), STATEMENTS)),
                new Contender(FLYWAY + FAR, PEER_ROUNDS, database -> flyway(far.url(database), STATEMENTS)),
                new Contender(LIQUIBASE_WHOLE, PEER_ROUNDS, database -> whole.update(server.url(database))),
                new Contender(LIQUIBASE_WHOLE + FAR, PEER_ROUNDS, database -> whole.update(far.url(database))),
                new Contender(LIQUIBASE, PEER_ROUNDS, database -> split.update(server.url(database))),
                new Contender(LIQUIBASE + FAR, PEER_ROUNDS, database -> split.update(far.url(database))));
    }

    private Map<String, Waits> measure(Contender contender, List<String> busiest, List<String> read) throws Exception {
        String url = server.copy(template, COPY);
        try {
            use(url, busiest);
            try (BusyClients clients = BusyClients.reading(unnoticed(url), read)) {
                // The clients are in this process, so what the contender before left must not stop them.
                System.gc();
                Thread.sleep(SETTLING.toMillis());
                contender.tool().migrate(COPY);
                return clients.stop();
            }
        } finally {
            server.drop(COPY);
        }
    }

    /** Makes these tables the busiest, as the server counts. */
    private static void use(String url, List<String> busiest) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String table : busiest) {
                statement.execute("DO $$ BEGIN FOR i IN 1.." + READS_BEFORE + " LOOP PERFORM FROM " + table
                        + "; END LOOP; END $$");
            }
            statement.execute("SELECT pg_stat_force_next_flush()");
        }
    }

    /** For clients whose reads are not counted, so that the table that moves first stays idle, and that find a table once it has moved. */
    private static String unnoticed(String url) {
        return url + "&options=-c%20track_counts=off&currentSchema=public,"
                + IntStream.range(0, SyntheticMapping.TARGETS)
                        .mapToObj(SyntheticMapping::target)
                        .collect(Collectors.joining(","));
    }

    private void migrate(String url) {
        new Migrate(workplace(url), AllowedHazards.NONE, BenchWorkplace.PATIENT, ChangeListener.NONE).run(mapping);
    }

    private void psql(String database) throws Exception {
        Program.psql(directory, server, database, "migrate.sql");
    }

    private void flyway(String url, String migrations) {
        Flyway.configure()
                .dataSource(url, "postgres", "")
                .locations("filesystem:" + directory.resolve(migrations))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private void tell(Map<String, List<Stall>> stalls) {
        for (String ours : List.of(OURS, OURS + FAR)) {
            tell(stalls, ours, PSQL, FIRST_BOUND, BUSIEST_BOUND);
        }
        for (String peer :
                views || !WITH_PEERS ? List.<String>of() : List.of(FLYWAY_BLOCK, FLYWAY, LIQUIBASE_WHOLE, LIQUIBASE)) {
            tell(stalls, OURS, peer, Ratio.NONE, Ratio.NONE);
            tell(stalls, OURS + FAR, peer + FAR, Ratio.NONE, Ratio.NONE);
        }
    }

    private void tell(
            Map<String, List<Stall>> stalls, String ours, String other, double firstBound, double busiestBound) {
        String moved = tables + " tables" + (views ? " with views" : "");
        String what = moved + ", %s: " + ours + " : " + other;
        double base = median(stalls.get(other), Stall::first);
        results.add(
                Ratio.of(what.formatted("first table shut"), median(stalls.get(ours), Stall::first), base, firstBound));
        results.add(Ratio.of(
                moved + ", busiest shut of " + ours + " : first table of " + other,
                worst(stalls.get(ours)),
                base,
                busiestBound));
        results.add(Ratio.of(
                what.formatted("busiest shut"), worst(stalls.get(ours)), worst(stalls.get(other)), Ratio.NONE));
        results.add(Ratio.of(
                what.formatted("noise"),
                median(stalls.get(ours), Stall::noise),
                median(stalls.get(other), Stall::noise),
                Ratio.NONE));
    }

    private static double median(List<Stall> stalls, ToDoubleFunction<Stall> figure) {
        return stalls.stream().mapToDouble(figure).sorted().toArray()[stalls.size() / 2];
    }

    /**
     * The worst off of the busiest tables, each by its median: the machine lets one client or another wait for as long as a migration
     * takes, with and without one, but not the same in most rounds.
     */
    private static double worst(List<Stall> stalls) {
        return IntStream.range(0, BUSIEST)
                .mapToDouble(table -> median(stalls, stall -> stall.busiest().get(table)))
                .max()
                .orElseThrow();
    }

    private static double seconds(Waits waits) {
        return waits.maximum().toNanos() / 1e9;
    }

    private Workplace workplace(String url) {
        return BenchWorkplace.of(url, directory);
    }
}
