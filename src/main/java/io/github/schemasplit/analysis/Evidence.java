package io.github.schemasplit.analysis;

import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.ScheduledJob;
import io.github.schemasplit.catalog.Subscription;
import io.github.schemasplit.names.Words;

/** Where something was seen. */
public sealed interface Evidence {
    /** In a message. */
    String describe();

    /**
     * In the text of a routine.
     *
     * @param line in the text, from 1
     */
    record InRoutine(Routine routine, int line) implements Evidence {
        @Override
        public String describe() {
            return routine.describe() + ", line " + line;
        }
    }

    /**
     * In the command of a job of pg_cron.
     *
     * @param line in the command, from 1
     */
    record InJob(ScheduledJob job, int line) implements Evidence {
        @Override
        public String describe() {
            return job.describe() + ", line " + line;
        }
    }

    /** In a statement that sessions ran. */
    record InStatement(ObservedStatement statement) implements Evidence {
        private static final int LONGEST = 80;

        @Override
        public String describe() {
            return "run " + Words.count(statement.calls(), "time") + " by role " + statement.role() + ": "
                    + shortened();
        }

        private String shortened() {
            String line = String.join(" ", statement.text().strip().split("\\s+"));
            return line.codePointCount(0, line.length()) <= LONGEST
                    ? line
                    : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
        }
    }

    /** In a subscription of this database. */
    record InSubscription(Subscription subscription) implements Evidence {
        @Override
        public String describe() {
            return subscription.describe();
        }
    }
}
