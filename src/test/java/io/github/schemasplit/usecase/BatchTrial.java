package io.github.schemasplit.usecase;

import io.github.schemasplit.bench.SyntheticMapping;
import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.DatabaseUrl;
import io.github.schemasplit.jdbc.Journal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A migration of made-up tables in batches, or its rollback, in a JVM of its own that can be killed. */
final class BatchTrial {
    private static final Persistence PERSISTENCE = Persistence.DEFAULT;

    private BatchTrial() {}

    /**
     * @param arguments the database's URL, the folder to write to, the number of tables, the most locks of a batch or 0 for what the
     *     server can bear, and the goal
     */
    public static void main(String[] arguments) {
        Workplace workplace = new Workplace(
                ConnectionSettings.of(
                        Optional.of(new DatabaseUrl(arguments[0])), Optional.empty(), Optional.empty(), Map.of()),
                true,
                Journal.DEFAULT_SCHEMA,
                Path.of(arguments[1]),
                "1.0-test");
        int tables = Integer.parseInt(arguments[2]);
        long locks = Long.parseLong(arguments[3]);
        System.out.println(MigrateTrial.BEGINS);
        Teller teller = new Teller();
        if (arguments[4].equals("rollback")) {
            tell(new Rollback(workplace, false, PERSISTENCE, teller).run().batches());
        } else {
            Batching batching = locks == 0 ? Batching.AUTO : Batching.ofLocks(locks);
            tell(new Migrate(workplace, AllowedHazards.NONE, batching, PERSISTENCE, teller)
                    .run(Goals.parsed(SyntheticMapping.withSomeOldNames(tables)))
                    .batches());
        }
    }

    private static void tell(List<Applied> batches) {
        batches.forEach(b -> System.out.println("shut for "
                + b.shut().stream().mapToLong(s -> s.time().toMillis()).max().orElse(0) + " ms, " + b.attempts()
                + " attempts, doubts: " + b.doubts()));
    }

    /** Says when something happens. */
    private static final class Teller implements ChangeListener {
        private final long start = System.nanoTime();

        @Override
        public void on(Event event) {
            event.lines().forEach(this::tell);
        }

        private void tell(String what) {
            System.out.printf("%.1f s: %s%n", (System.nanoTime() - start) / 1e9, what);
        }
    }
}
