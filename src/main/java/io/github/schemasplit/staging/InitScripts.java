package io.github.schemasplit.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files that the value of {@code schema.init} means.
 *
 * <p>An entry is a file, a directory (its {@code .sql} files at any depth) or a glob, in which {@code *} and {@code ?} stand
 * for anything but a slash and {@code **} for any directories. The entries' order counts; within one entry the order is
 * {@link ScriptOrder}'s, and Flyway's undo scripts ({@code U1__x.sql}) are left out. A file that two entries give runs once, at
 * the first.
 */
public final class InitScripts {
    private InitScripts() {}

    /**
     * The files of {@code entries}, in the order in which to run them.
     *
     * @param baseDirectory what relative entries are relative to
     * @throws MissingInitScriptException when entries give no file
     */
    public static List<Path> expand(List<String> entries, Path baseDirectory) {
        Set<Path> files = new LinkedHashSet<>();
        List<String> missing = new ArrayList<>();
        for (String entry : entries) {
            List<Path> found = files(entry.strip(), baseDirectory);
            if (found.isEmpty()) {
                missing.add(entry);
            }
            files.addAll(found);
        }
        if (!missing.isEmpty()) {
            throw new MissingInitScriptException(missing, baseDirectory);
        }
        return List.copyOf(files);
    }

    private static List<Path> files(String entry, Path baseDirectory) {
        if (entry.isEmpty()) {
            return List.of();
        }
        if (!Glob.isGlob(entry)) {
            Path path = baseDirectory.resolve(entry).normalize();
            return Files.isDirectory(path) ? matching(path, new Glob("**/*.sql")) : existing(path);
        }
        Glob glob = new Glob(entry);
        Path root = baseDirectory.resolve(glob.directory()).normalize();
        return Files.isDirectory(root) ? matching(root, glob.withoutDirectory()) : List.of();
    }

    private static List<Path> existing(Path path) {
        return Files.isRegularFile(path) ? List.of(path) : List.of();
    }

    private static List<Path> matching(Path root, Glob glob) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> glob.matches(slashed(root.relativize(path))))
                    .filter(path -> !ScriptOrder.isUndo(path))
                    .sorted(new ScriptOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(String.format(Locale.ROOT, "could not list %s", root), e);
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
