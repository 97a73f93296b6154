package io.github.schemasplit.sourcecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Counts what of the corpus is found, for each framework. Each word of it that is the name of something that moves has to be found, beside
 * the place at least, or to be one of those that people looked at: in {@code words.txt} the words that name no table there, in
 * {@code missed.txt} the names that are not found. Nothing writes these two but people.
 */
class RecallTest {
    private static final Path CORPUS = Path.of("src/test/resources/sourcecode");
    private static final double LEAST = 0.98;
    /** How many lines may be between a name and where it is told, as an annotation and its value may be. */
    private static final int NEAR = 4;

    private final MovedNames names = new MovedNames(CorpusTest.mapping());
    private final Map<String, Count> counts = new TreeMap<>();
    private final List<String> unknown = new ArrayList<>();

    private static final class Count {
        private int edited;
        private int listed;
        private int missed;

        double recall() {
            return (double) (edited + listed) / (edited + listed + missed);
        }
    }

    @Test
    void whatIsThereIsFound() throws IOException {
        for (String name : CorpusTest.cases().toList()) {
            if (!name.equals("decoys")) {
                count(name, CORPUS.resolve(name));
            }
        }
        System.out.print(table());

        assertThat(unknown)
                .as("words that are found nowhere, and are in no list of words that name nothing")
                .isEmpty();
        counts.forEach(
                (framework, count) -> assertThat(count.recall()).as(framework).isGreaterThanOrEqualTo(LEAST));
    }

    private void count(String name, Path folder) throws IOException {
        Refactoring refactoring =
                new Sources(folder.resolve("before"), names, List.of(), List.of(), folder.resolve("none")).read();
        for (SourceReference each : refactoring.references()) {
            Count count = of(name + "/" + each.file());
            count.edited += each.action() == SourceReference.Action.EDIT ? 1 : 0;
            count.listed += each.action() == SourceReference.Action.REPORT ? 1 : 0;
        }
        TreeSet<String> words = new TreeSet<>(lines(folder.resolve("words.txt")));
        TreeSet<String> missed = new TreeSet<>(lines(folder.resolve("missed.txt")));
        for (String each : missed) {
            of(name + "/" + each.substring(0, each.indexOf(':'))).missed++;
        }
        for (String word : words(folder.resolve("before"))) {
            if (!isFound(word, refactoring) && !words.contains(word) && !missed.contains(word)) {
                unknown.add(name + "/" + word);
            }
        }
    }

    private Count of(String path) throws IOException {
        for (String line : lines(CORPUS.resolve("frameworks.txt"))) {
            int colon = line.indexOf(": ");
            if (path.startsWith(line.substring(0, colon))) {
                return counts.computeIfAbsent(line.substring(colon + 2), f -> new Count());
            }
        }
        throw new IllegalStateException(path + " is of no framework in frameworks.txt");
    }

    private static boolean isFound(String word, Refactoring refactoring) {
        String[] parts = word.split("[: ]");
        int line = Integer.parseInt(parts[1]);
        return refactoring.references().stream()
                .anyMatch(r -> r.file().equals(parts[0])
                        && Math.abs(r.line() - line) <= NEAR
                        && r.object().equals("public." + parts[2]));
    }

    /** Each word that is the name of something that moves, with its file and line: {@code src/a.ts:3 orders}. */
    private List<String> words(Path tree) throws IOException {
        List<String> words = new ArrayList<>();
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
                for (int i = 0; i < lines.size(); i++) {
                    for (String word : new TreeSet<>(
                            List.of(lines.get(i).toLowerCase(Locale.ROOT).split("[^\\w]+")))) {
                        if (names.relation(word).isPresent()
                                || names.routine(word).isPresent()) {
                            words.add(tree.relativize(file) + ":" + (i + 1) + " " + word);
                        }
                    }
                }
            }
        }
        return words;
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(l -> !l.startsWith("#"))
                        .toList()
                : List.of();
    }

    private String table() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "%-40s %6s %6s %6s %7s%n", "framework", "edits", "listed", "missed", "recall"));
        Count all = new Count();
        counts.forEach((framework, count) -> {
            all.edited += count.edited;
            all.listed += count.listed;
            all.missed += count.missed;
            table.append(row(framework, count));
        });
        return table.append(row("all", all)).toString();
    }

    private static String row(String framework, Count count) {
        return String.format(
                Locale.ROOT,
                "%-40s %6d %6d %6d %6.1f%%%n",
                framework,
                count.edited,
                count.listed,
                count.missed,
                100 * count.recall());
    }
}
