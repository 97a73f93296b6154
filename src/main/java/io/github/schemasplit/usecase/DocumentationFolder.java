package io.github.schemasplit.usecase;

import io.github.schemasplit.report.DictionaryFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder that a data dictionary is in. Line ends of Windows, as Git makes them there, are no difference. */
final class DocumentationFolder {
    private static final String NAME_ANOTHER = ": name another folder with schema.documentation.";

    private final Path folder;
    private final List<DictionaryFile> wanted;

    /**
     * @param wanted the files that are to be in it
     */
    DocumentationFolder(Path folder, List<DictionaryFile> wanted) {
        this.folder = folder;
        this.wanted = List.copyOf(wanted);
    }

    /**
     * A file that is not as it should be.
     *
     * @param name its name
     * @param line the first line that differs; 0 where the file is not there, or should not be
     * @param what what is wrong with it
     */
    record Difference(String name, int line, String what) {}

    /** What is not as it should be, by name. */
    List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        for (DictionaryFile file : wanted) {
            Optional<String> text = read(file.name());
            if (text.isEmpty()) {
                differences.add(new Difference(file.name(), 0, "is missing"));
            } else if (!text.get().equals(file.text())) {
                int line = firstDifference(text.get(), file.text());
                differences.add(
                        new Difference(file.name(), line, "is not what the database says now, first in line " + line));
            }
        }
        for (String name : superfluous()) {
            differences.add(new Difference(name, 0, "was written for a schema that the mapping has no more"));
        }
        differences.sort(Comparator.comparing(Difference::name));
        return differences;
    }

    private static int firstDifference(String one, String other) {
        List<String> lines = one.lines().toList();
        List<String> others = other.lines().toList();
        int same = 0;
        while (same < lines.size() && same < others.size() && lines.get(same).equals(others.get(same))) {
            same++;
        }
        return same + 1;
    }

    /**
     * Looks whether nobody else's file is in the way.
     *
     * @throws GoalStoppedException when one is
     */
    void check() {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new GoalStoppedException(folder + " is no folder" + NAME_ANOTHER);
        }
        for (DictionaryFile file : wanted) {
            Optional<String> text = read(file.name());
            if (text.isPresent()
                    && !DictionaryFile.isOne(file.name(), text.get().lines().toList())) {
                throw new GoalStoppedException(folder.resolve(file.name())
                        + " is there and was not written by schema:document, so it is left as it is" + NAME_ANOTHER);
            }
        }
    }

    /** Writes what is not there yet, and leaves what is as it should be. */
    List<WrittenFile> write() {
        OutputDirectory directory = new OutputDirectory(folder, "schema.documentation");
        List<WrittenFile> written = new ArrayList<>();
        for (DictionaryFile file : wanted) {
            boolean same = read(file.name()).filter(file.text()::equals).isPresent();
            written.add(
                    same
                            ? new WrittenFile(folder.resolve(file.name()), false)
                            : directory.write(file.name(), file.text()));
        }
        return written;
    }

    /** Removes the files of earlier dictionaries that are not to be in it any more. */
    List<Path> remove() {
        List<Path> removed = new ArrayList<>();
        for (String name : superfluous()) {
            Path file = folder.resolve(name);
            try {
                Files.delete(file);
                removed.add(file);
            } catch (IOException e) {
                throw new GoalFailedException(file + " cannot be removed: " + e.getMessage() + ". Remove it.", e);
            }
        }
        return removed;
    }

    /** The files that have the mark of a dictionary, and are none of this one. */
    private List<String> superfluous() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        // Some file systems know no case.
        Set<String> names =
                wanted.stream().map(f -> f.name().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> file.getFileName().toString())
                    .filter(DictionaryFile::mayBeOne)
                    .filter(name -> !names.contains(name.toLowerCase(Locale.ROOT)))
                    .filter(name -> read(name)
                            .filter(text ->
                                    DictionaryFile.isOne(name, text.lines().toList()))
                            .isPresent())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private Optional<String> read(String name) {
        Path file = folder.resolve(name);
        try {
            // Bytes that are no UTF-8 make it differ, and are no reason to fail.
            return Files.exists(file)
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n"))
                    : Optional.empty();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static GoalFailedException unreadable(Path file, IOException e) {
        return new GoalFailedException(file + " cannot be read: " + e.getMessage() + NAME_ANOTHER, e);
    }
}
