package io.github.schemasplit.mojo;

import java.time.Duration;

/** Where it is shown what a goal is at. */
interface Display {
    /**
     * Shows what the goal is at, at its beginning and then again and again.
     *
     * @param underWay such as {@code reading the catalog}
     * @param time since it began
     */
    void show(String underWay, Duration time);

    /** Makes room for an ordinary line. */
    void clear();

    /** How often it wants to be shown. */
    Duration period();
}
