package io.github.schemasplit.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a baseline as strictly as a mapping, and finds everything that is wrong with it at once. */
public final class BaselineReader {
    private static final String VERSION = "version";
    private static final List<String> KEYS = Stream.concat(
                    Stream.of(VERSION), Stream.of(CrossingKind.values()).map(CrossingKind::key))
            .toList();

    private final String name;
    private final Problems problems = new Problems();

    private BaselineReader(String name) {
        this.name = name;
    }

    /**
     * Reads a file.
     *
     * @param name its name as the user knows it, for messages
     */
    public static ParsedBaseline read(Path file, String name) {
        return new BaselineReader(name).read(YamlMappingReader.read(file, name, YamlContent.BASELINE));
    }

    /**
     * Reads text.
     *
     * @param name where it comes from, for messages
     */
    public static ParsedBaseline read(String text, String name) {
        return new BaselineReader(name).read(YamlMappingReader.read(text, name, YamlContent.BASELINE));
    }

    private ParsedBaseline read(MappingTree tree) {
        problems.addAll(tree.problems());
        Optional<MappingNode.Fields> fields = tree.root()
                .flatMap(root -> FieldsReader.map("a baseline", root, "a map with the key version", problems));
        List<Located<Crossing>> entries = new ArrayList<>();
        if (fields.isPresent() && isOfThisVersion(fields.get())) {
            FieldsReader reader = new FieldsReader(fields.get(), "a baseline", KEYS, problems);
            for (CrossingKind kind : CrossingKind.values()) {
                entries.addAll(entries(reader, kind));
            }
        }
        List<MappingProblem> found = problems.all();
        return new ParsedBaseline(found.isEmpty() ? Optional.of(new Baseline(name, entries)) : Optional.empty(), found);
    }

    /** What another version of the format holds is not looked at: nothing of it need be wrong. */
    private boolean isOfThisVersion(MappingNode.Fields fields) {
        Optional<MappingNode.Field> version = fields.field(VERSION);
        if (version.isEmpty()) {
            problems.add(fields.origin(), "version is missing; write version: " + Baseline.VERSION);
            return true;
        }
        if (version.get().value() instanceof MappingNode.Scalar text
                && text.text().equals(String.valueOf(Baseline.VERSION))) {
            return true;
        }
        MappingNode found = version.get().value();
        if (found instanceof MappingNode.Scalar text && text.text().matches("[1-9][0-9]{0,8}")) {
            problems.add(
                    text.origin(),
                    "the baseline has format " + text.text() + ", and this version of the plugin reads format "
                            + Baseline.VERSION + "; use the version of the plugin that wrote it, or a later one");
            return false;
        }
        problems.wrongType(VERSION, found, "the number of the format, " + Baseline.VERSION);
        return true;
    }

    private List<Located<Crossing>> entries(FieldsReader reader, CrossingKind kind) {
        List<MappingNode.Scalar> texts = new ArrayList<>();
        String wanted = "such as " + Crossing.example(kind);
        for (MappingNode item : reader.items(kind.key(), "a list of " + kind.noun() + "s, " + wanted)) {
            if (item instanceof MappingNode.Scalar text && Crossing.isWellFormed(kind, text.text())) {
                texts.add(text);
            } else {
                problems.wrongType(kind.key(), item, "a " + kind.noun() + " at each place of its list, " + wanted);
            }
        }
        return NameRules.eachOnce(texts, kind.noun(), problems).stream()
                .map(text -> new Located<>(new Crossing(kind, text.text()), text.origin()))
                .toList();
    }
}
