package io.github.schemasplit.testing.proxy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The messages of all connections so far, and what is to happen to the next ones. */
final class Exchange {
    /** What becomes of a message and of its connection. */
    enum Verdict {
        FORWARD,
        CUT_BEFORE,
        CUT_AFTER
    }

    private final long start = System.nanoTime();
    private final List<Message> messages = new ArrayList<>();
    private Predicate<Message> chosen = message -> false;
    private Verdict cut = Verdict.FORWARD;
    private volatile Duration delay = Duration.ZERO;

    synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    /** Cuts the connection of the first message that is chosen. */
    synchronized void cut(Verdict cut, Predicate<Message> chosen) {
        this.chosen = chosen;
        this.cut = cut;
    }

    void delay(Duration oneWay) {
        delay = oneWay;
    }

    Duration delay() {
        return delay;
    }

    /** Decides about a message that was read, and notes it unless it is held back. */
    synchronized Verdict judge(int connection, Direction direction, Packet packet) {
        Message message = new Message(
                messages.size() + 1,
                connection,
                direction,
                packet.type(),
                direction == Direction.TO_SERVER ? packet.sql() : "",
                Duration.ofNanos(System.nanoTime() - start));
        Verdict verdict = chosen.test(message) ? cut : Verdict.FORWARD;
        if (verdict != Verdict.FORWARD) {
            cut(Verdict.FORWARD, other -> false);
        }
        if (verdict != Verdict.CUT_BEFORE) {
            messages.add(message);
        }
        return verdict;
    }
}
