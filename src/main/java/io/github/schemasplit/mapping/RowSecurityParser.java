package io.github.schemasplit.mapping;

import java.util.List;
import java.util.Optional;

/** Reads for which tables row security is to be on. */
final class RowSecurityParser {
    static final String KEY = "rowSecurity";
    static final List<String> KEYS = List.of("enable", "force");

    /** Instead of a list. */
    static final String ALL = "all";

    private static final NamePattern EACH = new NamePattern("*");

    private final Problems problems;

    RowSecurityParser(Problems problems) {
        this.problems = problems;
    }

    RowSecurity parse(FieldsReader schema) {
        Optional<MappingNode.Fields> fields = schema.map(KEY, "a map with the keys enable and force");
        if (fields.isEmpty()) {
            return RowSecurity.UNSAID;
        }
        if (fields.get().fields().isEmpty()) {
            problems.add(fields.get().origin(), KEY + " is empty; write enable or force below it, or remove the key");
        }
        FieldsReader reader = new FieldsReader(fields.get(), KEY, KEYS, problems);
        return new RowSecurity(patterns(reader, "enable"), patterns(reader, "force"));
    }

    private List<Located<NamePattern>> patterns(FieldsReader reader, String key) {
        Optional<MappingNode.Field> field = reader.field(key);
        if (field.isPresent() && field.get().value() instanceof MappingNode.Scalar word) {
            if (word.text().equals(ALL)) {
                return List.of(new Located<>(EACH, word.origin()));
            }
            problems.wrongType(key, word, "all, or a list of tables such as [orders, \"say_*\"]");
            return List.of();
        }
        return new PatternRules(EntryKind.TABLES, problems).patterns(reader.texts(key));
    }
}
