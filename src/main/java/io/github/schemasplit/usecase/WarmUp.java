package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.report.AnalysisConsole;
import io.github.schemasplit.report.AnalysisJson;
import io.github.schemasplit.report.AnalysisReport;
import io.github.schemasplit.sql.Identifier;
import java.util.List;

/**
 * Java loads and links code when it is first run, which for a goal on a small database is most of its time. So the mapping is
 * analyzed on a database that has nothing, in a thread of its own, while the goal connects and reads the catalog.
 */
final class WarmUp {
    private static final int VERSION = 180_000;

    private WarmUp() {}

    /** Starts it; whoever needs the code before it is loaded waits no longer than without. */
    static void start(Mapping mapping) {
        Thread thread = new Thread(() -> run(mapping), "schema-warm-up");
        thread.setDaemon(true);
        // What the analysis can not do, the goal itself is to say.
        thread.setUncaughtExceptionHandler((t, e) -> {});
        thread.start();
    }

    /** The length of what is said of nothing: all of it is made. */
    static int run(Mapping mapping) {
        Identifier nobody = Identifier.of("nobody");
        Server server = new Server(VERSION, "", nobody, 0, nobody, false, List.of(), nobody);
        AnalysisReport report =
                Analyze.report(new Snapshot(server, List.of(), List.of(), List.of(), List.of()), mapping);
        return AnalysisJson.write(report).length + AnalysisConsole.lines(report).size();
    }
}
