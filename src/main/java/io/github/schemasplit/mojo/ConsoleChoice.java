package io.github.schemasplit.mojo;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;

/**
 * What decides how it is shown what a goal is at.
 *
 * @param wanted {@code auto}, {@code plain} or {@code rich}
 * @param interactive whether Maven may ask its user something, which it may not in batch mode
 * @param parallel whether other modules write lines meanwhile
 * @param environment the environment's variables
 */
record ConsoleChoice(String wanted, boolean interactive, boolean parallel, Map<String, String> environment) {
    /**
     * A line that rewrites itself where that was asked for, or there is a person at a terminal; ordinary lines elsewhere.
     *
     * @param terminal finds the terminal; asked only where it matters
     */
    Display display(Log log, Supplier<Optional<PrintWriter>> terminal) {
        if (wanted.equals("plain") || !log.isInfoEnabled()) {
            return new Heartbeat(log::info);
        }
        boolean rich = wanted.equals("rich");
        if (!rich && (!interactive || parallel || isBuildServer())) {
            return new Heartbeat(log::info);
        }
        Optional<PrintWriter> found = terminal.get();
        if (found.isPresent()) {
            return new TerminalLine(found.get());
        }
        return rich
                ? new TerminalLine(new PrintWriter(System.out, false, Charset.defaultCharset()))
                : new Heartbeat(log::info);
    }

    /** Build servers set {@code CI}, and some of them have a terminal. */
    private boolean isBuildServer() {
        String value = environment.getOrDefault("CI", "");
        return !value.isEmpty() && !value.equals("false");
    }
}
