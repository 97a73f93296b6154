package io.github.schemasplit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Docker engine: the machine's where one answers, or else one of the machine's programs that runs for a test alone, without touching
 * the machine's network rules. Where there is neither the test is skipped, with a reason that is printed.
 */
public final class DockerEngine implements AutoCloseable {
    private static final Path SCRIPTS = Path.of("src/test/resources/docker");
    private static final long PATIENCE_MILLIS = 20_000;
    private static final long POLL_MILLIS = 100;

    private final Map<String, String> environment;
    private final Optional<Process> own;

    private DockerEngine(Map<String, String> environment, Optional<Process> own) {
        this.environment = environment;
        this.own = own;
    }

    /**
     * Finds or starts one.
     *
     * @param directory an empty folder for what it keeps
     */
    public static DockerEngine answering(Path directory) {
        if (runs(Map.of(), "docker", "version")) {
            return new DockerEngine(Map.of(), Optional.empty());
        }
        if (!System.getProperty("user.name").equals("root")
                || !runs(Map.of(), "dockerd", "--version")
                || !runs(Map.of(), "docker", "--version")) {
            throw ClientProgram.skip(
                    "no Docker engine answers, and none can be started: apt-get install docker.io containerd"
                            + " runc iptables, and run as root");
        }
        return start(directory);
    }

    private static DockerEngine start(Path directory) {
        String host = "unix://" + directory.resolve("docker.sock");
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("DOCKER_HOST", host);
        // What else Testcontainers would do to find the port, and to clean up after a process that was killed.
        environment.put("TESTCONTAINERS_HOST_OVERRIDE", "127.0.0.1");
        environment.put("TESTCONTAINERS_RYUK_DISABLED", "true");
        Path log = directory.resolve("log");
        try {
            Process process = new ProcessBuilder(
                            "dockerd",
                            "--data-root=" + directory.resolve("data"),
                            "--exec-root=" + directory.resolve("exec"),
                            "--pidfile=" + directory.resolve("pid"),
                            "--host=" + host,
                            "--iptables=false",
                            "--ip6tables=false",
                            "--ip-masq=false",
                            "--ip-forward=false",
                            "--userland-proxy=true",
                            "--storage-driver=overlay2")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            DockerEngine engine = new DockerEngine(environment, Optional.of(process));
            engine.awaitStart(log);
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException("could not start a Docker engine", e);
        }
    }

    private void awaitStart(Path log) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!runs(environment, "docker", "version")) {
            if (!own.orElseThrow().isAlive() || System.nanoTime() > deadline) {
                close();
                List<String> lines = Files.readAllLines(log);
                throw ClientProgram.skip("no Docker engine starts here: " + lines.get(lines.size() - 1));
            }
            sleep();
        }
    }

    /** What a process needs in its environment to use it. */
    public Map<String, String> environment() {
        return environment;
    }

    /**
     * Makes an image of a server's archive.
     *
     * @param directory an empty folder
     * @return its name
     */
    public String image(TestServer server, Path directory) {
        String name = "localhost/schemasplit-test:" + server.major();
        ClientProgram.Outcome made = ClientProgram.run(
                List.of(
                        "sh",
                        SCRIPTS.resolve("image.sh").toString(),
                        server.programs().toString(),
                        directory.toString(),
                        name),
                environment);
        if (made.exitCode() != 0) {
            throw new IllegalStateException(made.text());
        }
        return name;
    }

    /** The names of the containers that there are of an image, whether they run or not. */
    public List<String> containers(String image) {
        return ClientProgram.run(
                        List.of("docker", "ps", "-a", "--filter", "ancestor=" + image, "--format", "{{.Names}}"),
                        environment)
                .text()
                .lines()
                .toList();
    }

    private static boolean runs(Map<String, String> environment, String... command) {
        try {
            return ClientProgram.run(List.of(command), environment).exitCode() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Docker started", e);
        }
    }

    /** Ends it with all that it runs, if it is the test's own. */
    @Override
    public void close() {
        own.ifPresent(process -> {
            Stream<ProcessHandle> children = process.descendants();
            process.destroy();
            try {
                if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            children.forEach(ProcessHandle::destroy);
        });
    }
}
