package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Literal;
import java.time.Duration;

/**
 * What a block says so that its waits for locks come to an end in time: {@code lock_timeout} is of each lock, so waits add up while
 * the locks before are held. The time counts from the first lock that is asked for, since until then nobody is shut out; what is
 * left of it is what the next lock may be waited for, so that it is a lock timeout that ends it, which names the lock.
 */
final class LockWaits {
    private final Timeouts timeouts;

    LockWaits(Timeouts timeouts) {
        this.timeouts = timeouts;
    }

    /** The settings of the transaction. */
    String settings() {
        return "SET LOCAL lock_timeout = " + timeouts.lock().toMillis() + ";\n" + "SET LOCAL statement_timeout = "
                + timeouts.whole().toMillis() + ";\n";
    }

    /** The variables: when the time ends, and from when on it is less than the lock timeout. */
    void declare(Block block) {
        block.add("ss_end timestamptz;");
        block.add("ss_late timestamptz;");
    }

    /** Before the first lock: the time begins. */
    void begin(Block block) {
        block.add("ss_end := clock_timestamp() + " + interval(timeouts.shut()) + ";");
        block.add("ss_late := ss_end - " + interval(timeouts.lock()) + ";");
    }

    /**
     * Has the time end later.
     *
     * @param by an expression for how much: what was done meanwhile does not belong to the change
     */
    void later(Block block, String by) {
        block.add("ss_end := ss_end + (" + by + ");");
        block.add("ss_late := ss_end - " + interval(timeouts.lock()) + ";");
    }

    /** Before a lock is asked for: notes the time in {@code ss_times}, and lets the lock be waited for no longer than there is time. */
    void beforeLock(Block block) {
        // From the moment of asking: whoever comes later queues behind us.
        block.add("ss_times := ss_times || clock_timestamp();");
        block.add("IF clock_timestamp() > ss_late THEN");
        endWhenOver(block);
        block.add("PERFORM set_config('lock_timeout',"
                + " greatest(1, extract(epoch FROM ss_end - clock_timestamp()) * 1000)::int::text, true);");
        block.add("END IF;");
    }

    /** Ends it when the time is over. */
    void endWhenOver(Block block) {
        block.raiseIf(
                "clock_timestamp() > ss_end",
                SqlStates.QUERY_CANCELED,
                "it takes longer than schema.maxShut allows, " + timeouts.shut().toMillis() + " ms");
    }

    private static String interval(Duration time) {
        return "interval " + Literal.of(time.toMillis() + " ms").sql();
    }
}
