package io.github.schemasplit.usecase;

import io.github.schemasplit.bench.SyntheticMapping;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.DatabaseUrl;
import io.github.schemasplit.jdbc.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A migration of made-up tables in batches, or its rollback, in a JVM of its own that can be killed. */
final class BatchTrial {
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
            new Rollback(workplace, Persistence.DEFAULT, teller).run();
        } else {
            new Migrate(
                            workplace,
                            false,
                            locks == 0 ? Batching.AUTO : Batching.ofLocks(locks),
                            Persistence.DEFAULT,
                            teller)
                    .run(Goals.parsed(SyntheticMapping.of(tables)));
        }
    }

    /** Says when something happens. */
    private static final class Teller implements ChangeListener {
        private final long start = System.nanoTime();

        @Override
        public void batch(long objects, long remaining) {
            tell("moved " + objects + ", " + remaining + " left");
        }

        @Override
        public void busy(int attempt, String reason, Duration pause) {
            tell("attempt " + attempt + ": " + reason);
        }

        @Override
        public void changed() {
            tell("planning again");
        }

        private void tell(String what) {
            System.out.printf("%.1f s: %s%n", (System.nanoTime() - start) / 1e9, what);
        }
    }
}
