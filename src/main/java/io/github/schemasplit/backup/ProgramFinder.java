package io.github.schemasplit.backup;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the client programs of PostgreSQL: in the directory that the user names, and nowhere else then; on the {@code PATH}, in the
 * folders that packages put them into, and in a container that the user names.
 */
public final class ProgramFinder {
    /** From here on a restore begins with a setting that earlier servers do not know. */
    private static final int TRANSACTION_TIMEOUT = 17;

    /** A parent and what its children are called, from the root of the file system on. */
    private static final List<String> USUAL = List.of(
            "/usr/lib/postgresql/*/bin",
            "/usr/pgsql-*/bin",
            "/usr/libexec/postgresql*",
            "/usr/local/pgsql/bin",
            "/usr/local/bin",
            "/opt/homebrew/bin",
            "/opt/homebrew/opt/postgresql@*/bin",
            "/opt/homebrew/opt/libpq/bin",
            "/usr/local/opt/postgresql@*/bin",
            "/usr/local/opt/libpq/bin",
            "/opt/local/lib/postgresql*/bin",
            "/Applications/Postgres.app/Contents/Versions/*/bin",
            "/Library/PostgreSQL/*/bin");

    private final Optional<Path> binaries;
    private final Optional<String> container;
    private final Map<String, String> environment;

    /**
     * @param binaries the directory of the programs; then they are looked for nowhere else
     * @param container the container that they may be run in
     * @param environment the build's
     */
    public ProgramFinder(Optional<Path> binaries, Optional<String> container, Map<String, String> environment) {
        this.binaries = binaries;
        this.container = container;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Programs that dump a server, and restore into it what they dumped: not older than it, and of those the nearest to it, since what
     * newer ones write only newer ones read.
     *
     * @throws NoClientProgramsException when there are none
     */
    public ClientPrograms toDump(int serverMajor) {
        return find("pg_dump", serverMajor, serverMajor);
    }

    /**
     * Programs that restore into a server what was dumped.
     *
     * @param dumpMajor the major version of the {@code pg_dump} that wrote it
     * @throws NoClientProgramsException when there are none
     */
    public ClientPrograms toRestore(int dumpMajor, int serverMajor) {
        return find("pg_restore", dumpMajor, serverMajor);
    }

    private ClientPrograms find(String program, int oldest, int serverMajor) {
        boolean limited = serverMajor < TRANSACTION_TIMEOUT;
        List<ClientPrograms> found = found();
        Optional<ClientPrograms> nearest = Optional.empty();
        for (ClientPrograms programs : found) {
            int major = programs.major();
            if (major >= oldest
                    && !(limited && major >= TRANSACTION_TIMEOUT)
                    && (nearest.isEmpty() || distance(programs, serverMajor) < distance(nearest.get(), serverMajor))) {
                nearest = Optional.of(programs);
            }
        }
        return nearest.orElseThrow(() -> new NoClientProgramsException(
                "a " + program + " of version " + oldest + " or newer"
                        + (limited
                                ? ", before " + TRANSACTION_TIMEOUT
                                        + ", from which on a restore begins with a setting that"
                                        + " this server does not know"
                                : ""),
                oldest,
                found,
                binaries,
                container));
    }

    private static int distance(ClientPrograms programs, int serverMajor) {
        return Math.abs(programs.major() - serverMajor);
    }

    /** All that there are, in the order in which they are taken. */
    private List<ClientPrograms> found() {
        List<ClientPrograms> found = new ArrayList<>();
        for (ProgramPlace place : places()) {
            ClientPrograms.in(place).ifPresent(found::add);
        }
        return found;
    }

    private List<ProgramPlace> places() {
        if (binaries.isPresent()) {
            return List.of(new ProgramDirectory(binaries.get()));
        }
        List<ProgramPlace> places = new ArrayList<>();
        for (Path directory : directories()) {
            ProgramDirectory place = new ProgramDirectory(directory);
            if (place.file(ClientPrograms.DUMP).isPresent()) {
                places.add(place);
            }
        }
        container.ifPresent(name -> places.add(new ProgramContainer(name, docker())));
        return places;
    }

    private Set<Path> directories() {
        Set<Path> directories = new LinkedHashSet<>(path());
        for (String usual : USUAL) {
            directories.addAll(matching(Path.of("/"), usual.substring(1)));
        }
        String programFiles = environment.getOrDefault("ProgramFiles", "");
        if (!programFiles.isEmpty()) {
            directories.addAll(matching(Path.of(programFiles), "PostgreSQL/*/bin"));
        }
        return directories;
    }

    private List<Path> path() {
        List<Path> path = new ArrayList<>();
        for (String entry : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (!entry.isEmpty()) {
                try {
                    path.add(Path.of(entry));
                } catch (InvalidPathException e) {
                    // No directory has that name.
                    continue;
                }
            }
        }
        return path;
    }

    /** What {@code docker} is on the path, as a child process would find it. */
    private String docker() {
        for (Path directory : path()) {
            Optional<Path> docker = new ProgramDirectory(directory).file("docker");
            if (docker.isPresent()) {
                return docker.get().toString();
            }
        }
        return "docker";
    }

    /** The directories of a pattern whose steps may end in a star, the newest version first. */
    private static List<Path> matching(Path parent, String pattern) {
        int slash = pattern.indexOf('/');
        String step = slash < 0 ? pattern : pattern.substring(0, slash);
        List<Path> matching = new ArrayList<>();
        for (Path child : children(parent, step)) {
            matching.addAll(slash < 0 ? List.of(child) : matching(child, pattern.substring(slash + 1)));
        }
        return matching;
    }

    private static List<Path> children(Path parent, String step) {
        if (!step.contains("*")) {
            Path child = parent.resolve(step);
            return Files.isDirectory(child) ? List.of(child) : List.of();
        }
        if (!Files.isDirectory(parent) || !Files.isReadable(parent)) {
            return List.of();
        }
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(parent, step)) {
            stream.forEach(children::add);
        } catch (IOException e) {
            throw new UncheckedIOException("could not list " + parent, e);
        }
        children.sort(Collections.reverseOrder());
        return children;
    }
}
