package io.github.schemasplit.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/**
 * A client program of PostgreSQL that the machine has.
 *
 * @param name its name
 * @param major its major version
 */
public record ClientProgram(String name, int major) {
    private static final Pattern VERSION = Pattern.compile(" (\\d+)");
    private static final Pattern RESTRICTION = Pattern.compile("^\\\\(un)?restrict .*\n", Pattern.MULTILINE);

    /**
     * What a program said.
     *
     * @param exitCode its exit code
     * @param text its output and its errors
     */
    public record Outcome(int exitCode, String text) {}

    /** The {@code psql} of the machine; without one the test is skipped, with a reason that is printed. */
    public static ClientProgram psql() {
        return find("psql").orElseThrow(() -> skip("there is no psql on the PATH"));
    }

    /** The {@code pgbench} of the machine; without one the test is skipped, with a reason that is printed. */
    public static ClientProgram pgbench() {
        return find("pgbench").orElseThrow(() -> skip("there is no pgbench on the PATH"));
    }

    /** The {@code pg_dump} of the machine; without one that dumps this server the test is skipped, with a reason that is printed. */
    public static ClientProgram dumpOf(TestServer server) {
        ClientProgram dump = find("pg_dump").orElseThrow(() -> skip("there is no pg_dump on the PATH"));
        if (dump.major() < server.major()) {
            throw skip("the pg_dump on the PATH is of version " + dump.major() + " and refuses " + server);
        }
        return dump;
    }

    /** The {@code pg_dump} of the machine, if it dumps this server. */
    public static Optional<ClientProgram> dumpIfThereIs(TestServer server) {
        return find("pg_dump").filter(dump -> dump.major() >= server.major());
    }

    static TestAbortedException skip(String reason) {
        System.out.println("Skipped: " + reason);
        return new TestAbortedException(reason);
    }

    private static Optional<ClientProgram> find(String name) {
        try {
            Matcher version = VERSION.matcher(run(List.of(name, "--version")).text());
            return version.find()
                    ? Optional.of(new ClientProgram(name, Integer.parseInt(version.group(1))))
                    : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Runs a script in one transaction that the first error ends. */
    public Outcome script(TestDatabase database, Path script) {
        return on(database, "-X", "-1", "-v", "ON_ERROR_STOP=1", "-f", script.toString());
    }

    /** Runs it on a database, as the superuser. */
    public Outcome on(TestDatabase database, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                name, "-h", "localhost", "-p", String.valueOf(database.server().port()), "-U", "postgres"));
        command.addAll(List.of(arguments));
        command.add(database.name());
        return run(command);
    }

    /** The definitions of everything but one schema, as {@code pg_dump} writes them, without the token it makes up each time. */
    public String schemaDump(TestDatabase database, String without) {
        Outcome dump = on(database, "-s", "-N", without);
        if (dump.exitCode() != 0) {
            throw new IllegalStateException(dump.text());
        }
        return RESTRICTION.matcher(dump.text()).replaceAll("");
    }

    static Outcome run(List<String> command) {
        return run(command, Map.of());
    }

    /** Runs a command with more in its environment. */
    public static Outcome run(List<String> command, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            try (InputStream output = process.getInputStream()) {
                String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
                return new Outcome(process.waitFor(), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command.get(0) + " ran", e);
        }
    }
}
