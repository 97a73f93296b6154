package io.github.schemasplit.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a target schema says of old names: one word for all of it, or a map from the words to names. */
final class CompatibilityParser {
    static final String KEY = "compatibility";

    private static final List<String> WORDS = MappingOption.texts(Compatibility.values());

    private static final String WANTED =
            "one of " + String.join(", ", WORDS) + ", or a map from these to names, such as { none: [orders] }";

    private final Problems problems;
    private final Map<String, Origin> seen = new HashMap<>();

    CompatibilityParser(Problems problems) {
        this.problems = problems;
    }

    /** What the key says; nothing where it is not there or is not well formed. */
    SchemaCompatibility parse(FieldsReader schema) {
        Optional<MappingNode.Field> field = schema.field(KEY);
        if (field.isEmpty()) {
            return SchemaCompatibility.UNSAID;
        }
        MappingNode value = field.get().value();
        if (value instanceof MappingNode.Scalar word) {
            return new SchemaCompatibility(word(word), List.of());
        }
        if (value instanceof MappingNode.Fields byWord) {
            return new SchemaCompatibility(Optional.empty(), entries(byWord));
        }
        problems.wrongType(KEY, value, WANTED);
        return SchemaCompatibility.UNSAID;
    }

    private Optional<Located<Compatibility>> word(MappingNode.Scalar word) {
        int index = WORDS.indexOf(word.text());
        if (index < 0) {
            problems.add(
                    word.origin(),
                    KEY + " cannot be " + Quoted.of(word.text()) + Problems.writeOneOf(word.text(), WORDS)
                            + ", or name tables and views below one of these");
            return Optional.empty();
        }
        return Optional.of(new Located<>(Compatibility.values()[index], word.origin()));
    }

    private List<SchemaCompatibility.Entry> entries(MappingNode.Fields byWord) {
        if (byWord.fields().isEmpty()) {
            problems.add(byWord.origin(), KEY + " is empty; write " + WANTED + ", or remove the key");
        }
        FieldsReader reader = new FieldsReader(byWord, KEY, WORDS, problems);
        List<SchemaCompatibility.Entry> entries = new ArrayList<>();
        for (Compatibility compatibility : Compatibility.values()) {
            List<MappingNode.Scalar> names = reader.texts(MappingOption.text(compatibility));
            for (Located<NamePattern> pattern : new PatternRules(EntryKind.TABLES, problems).patterns(names)) {
                checkTwice(pattern);
                entries.add(new SchemaCompatibility.Entry(compatibility, pattern));
            }
        }
        return entries;
    }

    private void checkTwice(Located<NamePattern> pattern) {
        Origin before = seen.putIfAbsent(pattern.value().text(), pattern.origin());
        if (before != null) {
            problems.add(
                    pattern.origin(),
                    "the compatibility of " + Quoted.of(pattern.value().text()) + " is said already, at " + before
                            + "; remove one");
        }
    }
}
