package io.github.schemasplit.assignment;

import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.NamePattern;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
    private static final Comparator<MappingEntry> MAPPING_ORDER = Comparator.comparingInt(MappingEntry::schemaIndex)
            .thenComparing(MappingEntry::kind)
            .thenComparingInt(MappingEntry::index);

    static List<MappingEntry> all(Mapping mapping, EntryKind kind) {
        List<MappingEntry> entries = new ArrayList<>();
        int schemaIndex = 0;
        for (TargetSchema target : mapping.targets()) {
            int index = 0;
            for (Located<NamePattern> pattern : kind.entries(target)) {
                entries.add(new MappingEntry(kind, pattern, target.name().value(), schemaIndex, index++));
            }
            schemaIndex++;
        }
        return entries;
    }

    boolean isGlob() {
        return pattern.value().isGlob();
    }

    @Override
    public int compareTo(MappingEntry other) {
        return MAPPING_ORDER.compare(this, other);
    }
}
