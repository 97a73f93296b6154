package io.github.schemasplit.assignment;

import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.NamePattern;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An entry with its place in the mapping.
 *
 * @param kind in which list
 * @param pattern the entry itself
 * @param target the schema whose entry it is
 * @param schemaIndex the schema's index in the mapping
 * @param index its index in the list
 */
record MappingEntry(EntryKind kind, Located<NamePattern> pattern, Identifier target, int schemaIndex, int index)
        implements Comparable<MappingEntry> {
    static List<MappingEntry> all(Mapping mapping, EntryKind kind) {
        List<MappingEntry> entries = new ArrayList<>();
        int schemaIndex = 0;
        for (TargetSchema target : mapping.targets()) {
            int index = 0;
            for (Located<NamePattern> pattern : target.entries(kind)) {
                entries.add(new MappingEntry(kind, pattern, target.name().value(), schemaIndex, index++));
            }
            schemaIndex++;
        }
        return entries;
    }

    /** The name that it wants, or the glob of names. */
    NamePattern name() {
        return kind.hasArguments() ? pattern.value().withoutArguments() : pattern.value();
    }

    /** The arguments that it wants; empty when any will do. */
    Optional<String> arguments() {
        return kind.hasArguments() ? pattern.value().arguments() : Optional.empty();
    }

    boolean isGlob() {
        return name().isGlob();
    }

    /** In the mapping's order. */
    @Override
    public int compareTo(MappingEntry other) {
        int bySchema = Integer.compare(schemaIndex, other.schemaIndex);
        int byKind = bySchema != 0 ? bySchema : kind.compareTo(other.kind);
        return byKind != 0 ? byKind : Integer.compare(index, other.index);
    }
}
