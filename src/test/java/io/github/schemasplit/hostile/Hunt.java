package io.github.schemasplit.hostile;

import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.TestServer;
import io.github.schemasplit.testing.Turns;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Shrinkable;

/** Tries out random databases, and shrinks those that do not have the property to files. */
final class Hunt {
    private static final Path DIRECTORY = Path.of("target", "hostile");

    /** A dump takes as long as all the rest: it is made of one database in so many, and as many a stranger tries. */
    private static final int DUMPED = 5;

    /** So many different failures are enough for one day. */
    private static final int ENOUGH = Integer.getInteger("hostile.failures", 5);

    private static final Duration SHRINKING = Duration.ofSeconds(Long.getLong("hostile.shrinking.seconds", 60));

    private final TestServer server;
    private final Path output;
    private final List<TrialFailure> failures = new ArrayList<>();
    private final List<String> trophies = new ArrayList<>();

    Hunt(TestServer server, Path output) {
        this.server = server;
        this.output = output;
    }

    boolean isTired() {
        return failures.size() >= ENOUGH;
    }

    /** What was found, one a line. */
    List<String> trophies() {
        return trophies;
    }

    void tryOut(int number, Shrinkable<HostileDatabase> candidate, Tally tally) {
        HostileScript script = candidate.value().script(server.major());
        tally.add(script);
        Trial trial = new Trial(
                server,
                output,
                number % DUMPED == 0 ? ClientProgram.dumpIfThereIs(server) : Optional.empty(),
                number % DUMPED == 1,
                Turns.areAll());
        try {
            tally.add(trial.run(script));
        } catch (TrialFailure e) {
            if (failures.stream().anyMatch(f -> f.isLike(e))) {
                trophies.add("database " + number + " as one before");
                return;
            }
            failures.add(e);
            keep("pg" + server.major() + "-" + number, shrunk(trial, candidate, e));
        }
    }

    /** The smallest of the same failure that is found in a while. */
    private TrialFailureCase shrunk(Trial trial, Shrinkable<HostileDatabase> candidate, TrialFailure failure) {
        Shrinkable<HostileDatabase> smallest = candidate;
        TrialFailure last = failure;
        long end = System.nanoTime() + SHRINKING.toNanos();
        boolean smaller = true;
        while (smaller && System.nanoTime() < end) {
            smaller = false;
            Iterator<Shrinkable<HostileDatabase>> next = smallest.shrink().iterator();
            while (!smaller && next.hasNext() && System.nanoTime() < end) {
                Shrinkable<HostileDatabase> shrunk = next.next();
                Optional<TrialFailure> again = failureOf(trial, shrunk.value());
                if (again.filter(failure::isLike).isPresent()) {
                    smallest = shrunk;
                    last = again.get();
                    smaller = true;
                }
            }
        }
        return new TrialFailureCase(smallest.value().script(server.major()), last);
    }

    private Optional<TrialFailure> failureOf(Trial trial, HostileDatabase database) {
        try {
            trial.run(database.script(server.major()));
            return Optional.empty();
        } catch (TrialFailure e) {
            return Optional.of(e);
        }
    }

    private record TrialFailureCase(HostileScript script, TrialFailure failure) {}

    private void keep(String name, TrialFailureCase found) {
        StringWriter trace = new StringWriter();
        found.failure().printStackTrace(new PrintWriter(trace));
        try {
            Files.createDirectories(DIRECTORY);
            Path file = Files.writeString(DIRECTORY.resolve(name + ".sql"), CaseFile.text(found.script()));
            Files.writeString(DIRECTORY.resolve(name + ".txt"), trace.toString());
            trophies.add(file + ": " + found.failure().getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
