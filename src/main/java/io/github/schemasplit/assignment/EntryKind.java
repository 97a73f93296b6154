package io.github.schemasplit.assignment;

import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.NamePattern;
import io.github.schemasplit.mapping.TargetSchema;
import java.util.List;
import java.util.function.Function;

/** The lists of names that a target schema has in a mapping. */
public enum EntryKind {
    TABLES("table", TargetSchema::tables),
    VIEWS("view", TargetSchema::views),
    ROUTINES("routine", TargetSchema::routines),
    TYPES("type", TargetSchema::types);

    private final String noun;
    private final Function<TargetSchema, List<Located<NamePattern>>> entries;

    EntryKind(String noun, Function<TargetSchema, List<Located<NamePattern>>> entries) {
        this.noun = noun;
        this.entries = entries;
    }

    /** What one entry names, for messages. */
    public String noun() {
        return noun;
    }

    /** The target schema's entries of this kind. */
    public List<Located<NamePattern>> entries(TargetSchema target) {
        return entries.apply(target);
    }
}
