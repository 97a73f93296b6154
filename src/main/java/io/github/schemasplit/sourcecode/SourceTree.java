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
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    private final Map<String, String> obstacles = new TreeMap<>();

    private SourceTree(Path root, List<String> includes, List<String> excludes, Set<Path> without) {
        this.root = root;
        includes.forEach(glob -> this.includes.add(PathGlob.pattern(glob)));
        excludes.forEach(glob -> this.excludes.add(PathGlob.pattern(glob)));
        this.without = without;
    }

    /**
     * Looks which files there are.
     *
     * @param root the folder, of which no part is a link
     * @param includes globs of the files to look at; all where there are none
     * @param excludes globs of the files and folders not to look at
     * @param without folders not to look into, such as that of the reports
     */
    static SourceTree of(Path root, List<String> includes, List<String> excludes, Set<Path> without)
            throws IOException {
        SourceTree tree = new SourceTree(root, includes, excludes, without);
        tree.addRulesAbove();
        Files.walkFileTree(root, tree.new Visitor());
        tree.files.sort(null);
        return tree;
    }

    /** The files to read, from the root, with {@code /}, in order. */
    List<String> files() {
        return List.copyOf(files);
    }

    /** What could not be looked at, from the root, each with what is in the way. */
    Map<String, String> obstacles() {
        return Collections.unmodifiableMap(obstacles);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
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
            boolean wanted = (includes.isEmpty() || matches(includes, path)) && !matches(excludes, path);
            if (wanted && attributes.isRegularFile() && !isIgnored(path, false)) {
                files.add(path);
            } else if (wanted && attributes.isSymbolicLink() && !isPassedOver(file) && !isIgnored(path, false)) {
                link(file, path);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            String path = relative(file);
            if (!isPassedOver(file) && !isIgnored(path, true) && !matches(excludes, path)) {
                obstacles.put(path, "not readable");
            }
            return FileVisitResult.CONTINUE;
        }
    }

    /** Links into the tree are to what is seen in its place. */
    private void link(Path link, String path) {
        if (!Files.exists(link)) {
            Language.of(path).ifPresent(l -> obstacles.put(path, "a link to nothing"));
        } else if (!Repository.real(link).startsWith(root)
                && (Files.isDirectory(link) || Language.of(path).isPresent())) {
            obstacles.put(path, "a link out of the folder");
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
    private void addRulesAbove() {
        Optional<Repository> repository = Repository.around(root);
        if (repository.isPresent()) {
            addRules(
                    "",
                    repository.get().wayFrom(repository.get().top()),
                    repository.get().top().resolve(".git/info/exclude"));
            for (Path each : repository.get().above()) {
                addRules("", repository.get().wayFrom(each), each.resolve(".gitignore"));
            }
        }
    }

    private boolean addRules(String folder, String above, Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            rules.push(IgnoreRules.read(folder, above, new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
            return true;
        } catch (IOException e) {
            obstacles.put(relative(file), "rules of what git ignores that are not readable");
            return false;
        }
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
