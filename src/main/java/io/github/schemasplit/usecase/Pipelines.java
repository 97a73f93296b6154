package io.github.schemasplit.usecase;

import io.github.schemasplit.render.Runbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a project that tell build servers what to do, and which of them name something that moves. */
final class Pipelines {
    private static final List<String> FILES = List.of(
            ".gitlab-ci.yml",
            ".travis.yml",
            ".drone.yml",
            ".woodpecker.yml",
            ".circleci/config.yml",
            "Jenkinsfile",
            "azure-pipelines.yml",
            "bitbucket-pipelines.yml",
            "cloudbuild.yaml",
            "appveyor.yml");
    private static final List<String> FOLDERS =
            List.of(".github/workflows", ".gitlab/ci", ".buildkite", ".woodpecker", ".ci", ".teamcity");

    private static final int DEEP = 5;
    private static final long LARGEST = 1_000_000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private Pipelines() {}

    /**
     * The files that name something, by path. What cannot be read is left out.
     *
     * @param names the names without schema of what moves
     */
    static List<Runbook.Pipeline> naming(Set<String> names, Path project) {
        List<Runbook.Pipeline> found = new ArrayList<>();
        for (Path file : files(project)) {
            Set<String> named = new TreeSet<>();
            List<Integer> lines = new ArrayList<>();
            List<String> text = lines(file);
            for (int i = 0; i < text.size(); i++) {
                Set<String> here = new TreeSet<>();
                Matcher word = WORD.matcher(text.get(i));
                while (word.find()) {
                    if (names.contains(word.group())) {
                        here.add(word.group());
                    }
                }
                if (!here.isEmpty()) {
                    named.addAll(here);
                    lines.add(i + 1);
                }
            }
            if (!named.isEmpty()) {
                found.add(new Runbook.Pipeline(
                        project.relativize(file).toString().replace('\\', '/'), lines, List.copyOf(named)));
            }
        }
        return found;
    }

    private static Set<Path> files(Path project) {
        Set<Path> files = new TreeSet<>();
        for (String file : FILES) {
            called(file, project).stream().filter(Files::isRegularFile).forEach(files::add);
        }
        for (String name : FOLDERS) {
            for (Path folder : called(name, project)) {
                try (Stream<Path> inside = Files.walk(folder, DEEP)) {
                    inside.filter(Files::isRegularFile).forEach(files::add);
                } catch (IOException | UncheckedIOException e) {
                    // Nobody may look.
                }
            }
        }
        return files;
    }

    /** What is there by that path. Not all file systems and build servers tell capital letters from small ones. */
    private static List<Path> called(String path, Path project) {
        List<Path> found = List.of(project);
        for (String name : path.split("/")) {
            found = found.stream().flatMap(folder -> inside(folder, name)).toList();
        }
        return found;
    }

    private static Stream<Path> inside(Path folder, String name) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> found = entries.filter(
                            entry -> entry.getFileName().toString().equalsIgnoreCase(name))
                    .toList();
            return found.stream();
        } catch (IOException | UncheckedIOException e) {
            // It is none, or nobody may look.
            return Stream.empty();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.size(file) > LARGEST
                    ? List.of()
                    // Whatever its encoding: names are mostly ASCII.
                    : new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
