package io.github.schemasplit.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A tree of sources as large as is wanted: half of it this project's own code, the rest files of the corpus, most of which hold the names of
 * what moves as words, and some of which name it.
 */
final class SyntheticSources {
    /** The lines of each file. */
    static final int LINES = 200;

    private static final Path CORPUS = Path.of("src/test/resources/sourcecode");
    private static final int IN_A_FOLDER = 100;

    private SyntheticSources() {}

    /** The mapping of the corpus. */
    static Path mapping() {
        return CORPUS.resolve("mapping.yml");
    }

    /** Writes so many files, and says how many bytes they have. */
    static long write(Path root, int files) throws IOException {
        List<Path> own = files(Path.of("src"), "/java/io/", ".java");
        List<Path> decoys = files(CORPUS, "/decoys/before/", "");
        List<Path> naming = files(CORPUS, "/before/", "").stream()
                .filter(f -> !f.toString().contains("node_modules"))
                .filter(f -> !f.getFileName().toString().startsWith("."))
                .toList();
        long bytes = 0;
        for (int i = 0; i < files; i++) {
            List<Path> kind = i % 2 == 0 ? own : i % 10 == 1 ? naming : decoys;
            Path template = kind.get(i / 2 % kind.size());
            Path folder = root.resolve("module" + i / IN_A_FOLDER);
            Files.createDirectories(folder);
            byte[] content = lines(template).getBytes(StandardCharsets.ISO_8859_1);
            Files.write(folder.resolve("f" + i + "_" + template.getFileName()), content);
            bytes += content.length;
        }
        return bytes;
    }

    private static List<Path> files(Path folder, String within, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> f.toString().replace('\\', '/').contains(within))
                    .filter(f -> f.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String lines(Path template) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> once = Files.readAllLines(template, StandardCharsets.ISO_8859_1);
        while (lines.size() < LINES && !once.isEmpty()) {
            lines.addAll(once.subList(0, Math.min(once.size(), LINES - lines.size())));
        }
        return String.join("\n", lines) + "\n";
    }
}
