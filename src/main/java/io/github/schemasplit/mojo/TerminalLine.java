package io.github.schemasplit.mojo;

import java.io.PrintWriter;
import java.time.Duration;

/** One line of a terminal, which rewrites itself. It is never wider than a terminal usually is: what has wrapped can not be rewritten. */
final class TerminalLine implements Display {
    private static final int WIDTH = 79;
    private static final String ERASE_TO_END_OF_LINE = "\u001b[K";

    private final PrintWriter terminal;
    private boolean shown;

    TerminalLine(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override
    public void show(String underWay, Duration time) {
        String since = time.toSeconds() == 0 ? "" : ", " + time.toSeconds() + " s";
        int room = WIDTH - since.length();
        String what = underWay.length() <= room ? underWay : underWay.substring(0, room - 1) + "…";
        print("\r" + what + since + ERASE_TO_END_OF_LINE);
        shown = true;
    }

    @Override
    public void clear() {
        if (shown) {
            print("\r" + ERASE_TO_END_OF_LINE);
            shown = false;
        }
    }

    private void print(String text) {
        terminal.print(text);
        terminal.flush();
    }

    @Override
    public Duration period() {
        return Duration.ofMillis(200);
    }
}
