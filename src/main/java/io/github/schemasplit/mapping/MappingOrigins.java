package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lists the values of a mapping with where each was written. */
final class MappingOrigins {
    private final List<String> lines = new ArrayList<>();

    private MappingOrigins() {}

    static List<String> lines(Mapping mapping) {
        MappingOrigins origins = new MappingOrigins();
        origins.add(MappingOption.SOURCE, mapping.source().value().value(), mapping.source());
        origins.add(MappingOption.UNMAPPED, text(mapping.unmapped().value()), mapping.unmapped());
        origins.add(
                MappingOption.COMPATIBILITY,
                MappingOption.text(mapping.compatibility().value()),
                mapping.compatibility());
        origins.add(
                MappingOption.ROUTINE_BODIES,
                MappingOption.text(mapping.routineBodies().value()),
                mapping.routineBodies());
        origins.add(
                MappingOption.CROSS_SCHEMA_FOREIGN_KEYS,
                MappingOption.text(mapping.crossSchemaForeignKeys().value()),
                mapping.crossSchemaForeignKeys());
        mapping.targets().forEach(origins::schema);
        return List.copyOf(origins.lines);
    }

    private static String text(Unmapped unmapped) {
        if (unmapped instanceof Unmapped.MoveTo to) {
            return to.schema().value();
        }
        return unmapped instanceof Unmapped.Keep ? "keep" : "fail";
    }

    private void add(MappingOption option, String value, Located<?> located) {
        add(option.key(), value, located);
    }

    private void add(String name, String value, Located<?> located) {
        lines.add(name + " = " + value + " (" + located.origin() + ")");
    }

    private void schema(TargetSchema schema) {
        String name = "schemas." + schema.name().value().value();
        add(name, count(schema), schema.name());
        schema.purpose().ifPresent(p -> add(name + ".purpose", p.value(), p));
        schema.owner().ifPresent(o -> add(name + ".owner", o.value().value(), o));
        entries(name + ".tables", schema.tables());
        entries(name + ".views", schema.views());
        entries(name + ".routines", schema.routines());
        entries(name + ".types", schema.types());
        schema.access()
                .ifPresent(a -> add(
                        name + ".access",
                        "usage for "
                                + a.value().usage().stream()
                                        .map(Identifier::value)
                                        .collect(Collectors.joining(", ", "[", "]")),
                        a));
        schema.policies()
                .forEach(p -> add(
                        name + ".policies",
                        p.value().name() + " on " + p.value().table(),
                        p));
    }

    private static String count(TargetSchema schema) {
        int entries = schema.tables().size()
                + schema.views().size()
                + schema.routines().size()
                + schema.types().size();
        return entries == 1 ? "1 entry" : entries + " entries";
    }

    private void entries(String name, List<Located<NamePattern>> entries) {
        if (!entries.isEmpty()) {
            add(name, entries.stream().map(e -> e.value().text()).collect(Collectors.joining(", ")), entries.get(0));
        }
    }
}
