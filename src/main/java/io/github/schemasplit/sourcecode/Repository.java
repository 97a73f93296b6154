package io.github.schemasplit.sourcecode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The repository of git's that a folder is in: its rules hold in the folder, and its patches name files from its top.
 *
 * @param top its top
 * @param folder the folder, as git sees it, which knows no links above it
 */
public record Repository(Path top, Path folder) {
    /** The repository around a folder; empty where the folder is in none. */
    static Optional<Repository> around(Path folder) {
        Path real = real(folder);
        Path top = real;
        // In a work tree beside its repository, and in a submodule, it is a file.
        while (top != null && !Files.exists(top.resolve(".git"))) {
            top = top.getParent();
        }
        return Optional.ofNullable(top).map(t -> new Repository(t, real));
    }

    /** The way from the top of the repository around a folder to it; empty where the folder is in none. */
    static String wayTo(Path folder) {
        return around(folder).map(r -> r.wayFrom(r.top)).orElse("");
    }

    /** A file as it is named from the top of the repository around a folder, or from the folder; empty where it is in neither. */
    public static Optional<String> path(Path folder, Path file) {
        Path top = around(folder).map(Repository::top).orElseGet(() -> real(folder));
        Path real = real(file);
        return real.startsWith(top)
                ? Optional.of(top.relativize(real).toString().replace('\\', '/'))
                : Optional.empty();
    }

    /** Where a folder or file is without the links on the way to it; where it is said to be if there is nothing. */
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** The folders above the folder, from the top. */
    List<Path> above() {
        List<Path> above = new ArrayList<>();
        for (Path each = folder; !each.equals(top); each = above.get(0)) {
            above.add(0, each.getParent());
        }
        return above;
    }

    /** The way from a folder above to the folder, with {@code /} at its end; empty where they are the same. */
    String wayFrom(Path above) {
        String way = above.relativize(folder).toString().replace('\\', '/');
        return way.isEmpty() ? "" : way + "/";
    }
}
