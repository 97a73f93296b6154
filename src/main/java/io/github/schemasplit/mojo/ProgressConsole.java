package io.github.schemasplit.mojo;

import io.github.schemasplit.usecase.ChangeListener;
import io.github.schemasplit.usecase.Event;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.maven.plugin.logging.Log;

/**
 * Tells on the console what a goal is at, until it is closed. A thread of its own shows for how long: it ends with the goal, whatever
 * becomes of that.
 */
final class ProgressConsole implements ChangeListener, AutoCloseable {
    private final Log log;
    private final Display display;
    private final LongSupplier nanoseconds;
    private final Thread thread = new Thread(this::showUntilClosed, "schema-progress");
    private String underWay = "";
    private long since;
    private boolean closed;

    /**
     * @param nanoseconds what the time is, as {@link System#nanoTime}
     */
    ProgressConsole(Log log, Display display, LongSupplier nanoseconds) {
        this.log = log;
        this.display = display;
        this.nanoseconds = nanoseconds;
        thread.setDaemon(true);
    }

    /** Begins to show for how long. */
    ProgressConsole start() {
        thread.start();
        return this;
    }

    @Override
    public synchronized void on(Event event) {
        if (!event.lines().isEmpty()) {
            display.clear();
            event.lines().forEach(event.isWarning() ? log::warn : log::info);
        }
        if (event.underWay().isPresent()) {
            underWay = event.underWay().get();
            since = nanoseconds.getAsLong();
        }
        show();
    }

    /** Shows what the goal is at, and for how long by now. */
    synchronized void show() {
        if (!closed && !underWay.isEmpty()) {
            display.show(underWay, Duration.ofNanos(nanoseconds.getAsLong() - since));
        }
    }

    private void showUntilClosed() {
        try {
            while (!isClosed()) {
                Thread.sleep(display.period().toMillis());
                show();
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        display.clear();
        thread.interrupt();
    }
}
