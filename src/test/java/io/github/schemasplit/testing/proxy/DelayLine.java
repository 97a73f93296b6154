package io.github.schemasplit.testing.proxy;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The packets of one connection that are under way, of both directions, in the order in which they were read. Each has its
 * own due time, so that any number are under way at once; nothing limits their number, so that reading never waits.
 */
final class DelayLine {
    private static final byte[] END = {};

    /** Where packets arrive. */
    interface Receiver {
        void write(Direction direction, byte[] bytes);

        /** Nothing more is due for now. */
        void flush();
    }

    private record Delivery(long due, Direction direction, byte[] bytes) {}

    private final BlockingQueue<Delivery> underWay = new LinkedBlockingQueue<>();

    void add(Duration delay, Direction direction, Packet packet) {
        add(delay, direction, packet.bytes());
    }

    /** Lets the line end after what is under way already. */
    void end(Duration delay) {
        add(delay, Direction.TO_CLIENT, END);
    }

    private void add(Duration delay, Direction direction, byte[] bytes) {
        underWay.add(new Delivery(System.nanoTime() + delay.toNanos(), direction, bytes));
    }

    /** Delivers until the end of the line. */
    void deliverTo(Receiver receiver) throws InterruptedException {
        Delivery next = next(receiver);
        while (next.bytes() != END) {
            receiver.write(next.direction(), next.bytes());
            next = next(receiver);
        }
        receiver.flush();
    }

    private Delivery next(Receiver receiver) throws InterruptedException {
        Delivery next = underWay.poll();
        if (next == null) {
            receiver.flush();
            next = underWay.take();
        }
        long wait = next.due() - System.nanoTime();
        if (wait > 0) {
            receiver.flush();
            TimeUnit.NANOSECONDS.sleep(wait);
        }
        return next;
    }
}
