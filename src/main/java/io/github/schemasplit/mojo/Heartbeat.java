package io.github.schemasplit.mojo;

import java.time.Duration;
import java.util.function.Consumer;

/** An ordinary line each time that a goal has been at the same thing for another ten seconds. */
final class Heartbeat implements Display {
    private static final int SECONDS = 10;

    private final Consumer<String> lines;
    private long beats;

    Heartbeat(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void show(String underWay, Duration time) {
        long now = time.toSeconds() / SECONDS;
        if (now > beats) {
            lines.accept("Still " + underWay + ", " + now * SECONDS + " s");
        }
        beats = now;
    }

    @Override
    public void clear() {}

    @Override
    public Duration period() {
        return Duration.ofSeconds(1);
    }
}
