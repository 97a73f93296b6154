package io.github.schemasplit.sourcecode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files of a tree that people write: those that git ignores, others' code, what builds make and what tools keep are passed over. Links
 * are not followed, so that nothing is seen twice and no circle has no end.
 */
final class SourceTree {
    /** Folders of tools and of others' code, whatever is beside them. */
    private static final Set<String> NEVER = Set.of(
            ".git",
            ".hg",
            ".svn",
            ".idea",
            ".gradle",
            ".venv",
            ".tox",
            ".next",
            ".nuxt",
            ".svelte-kit",
            ".output",
            ".terraform",
            "__pycache__",
            "node_modules",
            "bower_components");

    /** Folders that builds make, each only beside a file of the build that makes it: a package can have that name, too. */
    private static final Map<String, List<String>> BUILT = Map.of(
            "target", List.of("pom.xml", "Cargo.toml", "build.sbt"),
            "build", List.of("build.gradle", "build.gradle.kts", "package.json", "setup.py", "pyproject.toml"),
            "dist", List.of("package.json", "setup.py", "pyproject.toml"),
            "out", List.of("package.json", "build.gradle", "build.gradle.kts"),
            "coverage", List.of("package.json"),
            "venv", List.of("requirements.txt", "setup.py", "pyproject.toml"),
            "vendor", List.of("go.mod", "composer.json", "Gemfile"));

    private final Path root;
    private final List<Pattern> includes = new ArrayList<>();
    private final List<Pattern> excludes = new ArrayList<>();
    private final Set<Path> without;
    private final Deque<IgnoreRules> rules = new ArrayDeque<>();
    private final Deque<Path> ruled = new ArrayDeque<>();
    private final List<String> files = new ArrayList<>();

    private SourceTree(Path root, List<String> includes, List<String> excludes, Set<Path> without) {
        this.root = root;
        includes.forEach(glob -> this.includes.add(PathGlob.pattern(glob)));
        excludes.forEach(glob -> this.excludes.add(PathGlob.pattern(glob)));
        this.without = without;
    }

    /**
     * The files, from the root, with {@code /}, in order.
     *
     * @param includes globs of the files to look at; all where there are none
     * @param excludes globs of the files and folders not to look at
     * @param without folders not to look into, such as that of the reports
     */
    static List<String> files(Path root, List<String> includes, List<String> excludes, Set<Path> without)
            throws IOException {
        SourceTree tree = new SourceTree(root, includes, excludes, without);
        tree.addRulesAbove();
        Files.walkFileTree(root, tree.new Visitor());
        tree.files.sort(null);
        return List.copyOf(tree.files);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            String path = relative(folder);
            if (!folder.equals(root) && (isPassedOver(folder) || isIgnored(path, true) || matches(excludes, path))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (addRules(path.isEmpty() ? "" : path + "/", "", folder.resolve(".gitignore"))) {
                ruled.push(folder);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
            if (folder.equals(ruled.peek())) {
                ruled.pop();
                rules.pop();
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = relative(file);
            if (attributes.isRegularFile()
                    && (includes.isEmpty() || matches(includes, path))
                    && !matches(excludes, path)
                    && !isIgnored(path, false)) {
                files.add(path);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            // What cannot be looked into is told of when it is read, as a file.
            files.add(relative(file));
            return FileVisitResult.CONTINUE;
        }
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private boolean isPassedOver(Path folder) {
        String name = folder.getFileName().toString();
        return NEVER.contains(name)
                || without.contains(folder)
                || BUILT.getOrDefault(name, List.of()).stream()
                        .anyMatch(build -> Files.exists(folder.resolveSibling(build)));
    }

    /** Takes the rules of the repository that the root is in: its own, and those of the folders between. */
    private void addRulesAbove() throws IOException {
        Deque<Path> folders = new ArrayDeque<>();
        Path folder = root;
        while (folder != null && !Files.exists(folder.resolve(".git"))) {
            folder = folder.getParent();
            if (folder != null) {
                folders.push(folder);
            }
        }
        if (folder == null) {
            return;
        }
        addRules("", above(folder), folder.resolve(".git/info/exclude"));
        for (Path each : folders) {
            addRules("", above(each), each.resolve(".gitignore"));
        }
    }

    private String above(Path folder) {
        String way = folder.relativize(root).toString().replace('\\', '/');
        return way.isEmpty() ? "" : way + "/";
    }

    private boolean addRules(String folder, String above, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        rules.push(IgnoreRules.read(folder, above, new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
        return true;
    }

    /** What the innermost rules say that speak of a path. */
    private boolean isIgnored(String path, boolean isFolder) {
        for (IgnoreRules each : rules) {
            Optional<Boolean> ignores = each.ignores(path, isFolder);
            if (ignores.isPresent()) {
                return ignores.get();
            }
        }
        return false;
    }

    private static boolean matches(List<Pattern> globs, String path) {
        return globs.stream().anyMatch(glob -> glob.matcher(path).matches());
    }
}
