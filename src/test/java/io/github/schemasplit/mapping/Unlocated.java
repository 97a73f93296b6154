package io.github.schemasplit.mapping;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A mapping without the places where it was written, so that mappings from different sources can be compared. */
final class Unlocated {
    private Unlocated() {}

    static Mapping of(Mapping mapping) {
        return new Mapping(
                bare(mapping.source()),
                mapping.targets().stream().map(Unlocated::of).toList(),
                bare(mapping.createRoles()),
                bare(mapping.unmapped()),
                bare(mapping.unmappedViews()),
                bare(mapping.compatibility()),
                bare(mapping.routineBodies()),
                bare(mapping.crossSchemaForeignKeys()),
                mapping.baseline(),
                mapping.supabase());
    }

    private static TargetSchema of(TargetSchema schema) {
        return new TargetSchema(
                bare(schema.name()),
                schema.purpose().map(Unlocated::bare),
                schema.owner().map(Unlocated::bare),
                entries(schema),
                of(schema.compatibility()),
                schema.api().map(Unlocated::bare),
                schema.access().map(Unlocated::bare),
                bare(schema.policies()),
                new RowSecurity(
                        bare(schema.rowSecurity().enable()),
                        bare(schema.rowSecurity().force())));
    }

    private static SchemaCompatibility of(SchemaCompatibility compatibility) {
        return new SchemaCompatibility(
                compatibility.all().map(Unlocated::bare),
                compatibility.entries().stream()
                        .map(e -> new SchemaCompatibility.Entry(e.compatibility(), bare(e.pattern())))
                        .toList());
    }

    private static Map<EntryKind, List<Located<NamePattern>>> entries(TargetSchema schema) {
        Map<EntryKind, List<Located<NamePattern>>> entries = new EnumMap<>(EntryKind.class);
        schema.entries().forEach((kind, ofKind) -> entries.put(kind, bare(ofKind)));
        return entries;
    }

    static <T> Located<T> bare(T value) {
        return new Located<>(value, Origin.DEFAULT);
    }

    private static <T> Located<T> bare(Located<T> located) {
        return bare(located.value());
    }

    private static <T> List<Located<T>> bare(List<Located<T>> list) {
        return list.stream().map(l -> bare(l.value())).toList();
    }
}
