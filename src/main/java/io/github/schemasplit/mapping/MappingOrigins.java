package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;

/** Lists the values of a mapping with where each was written. */
final class MappingOrigins {
    private final List<String> lines = new ArrayList<>();

    private MappingOrigins() {}

    static List<String> lines(Mapping mapping) {
        MappingOrigins origins = new MappingOrigins();
        origins.add(MappingOption.SOURCE, mapping.source().value().value(), mapping.source());
        origins.add(MappingOption.UNMAPPED, text(mapping.unmapped().value()), mapping.unmapped());
        origins.add(MappingOption.UNMAPPED_VIEWS, text(mapping.unmappedViews().value()), mapping.unmappedViews());
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
        for (Located<Identifier> role : mapping.createRoles()) {
            origins.add(MappingParser.CREATE_ROLES, role.value().value(), role);
        }
        for (TargetSchema target : mapping.targets()) {
            origins.schema(target);
        }
        return List.copyOf(origins.lines);
    }

    private static String text(Unmapped unmapped) {
        if (unmapped instanceof Unmapped.MoveTo to) {
            return to.schema().value();
        }
        return unmapped instanceof Unmapped.Keep ? "keep" : "fail";
    }

    private static String text(UnmappedViews views) {
        if (views instanceof UnmappedViews.MoveTo to) {
            return to.schema().value();
        }
        return views instanceof UnmappedViews.Stay ? "stay" : "follow";
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
        if (schema.purpose().isPresent()) {
            add(
                    name + ".purpose",
                    schema.purpose().get().value(),
                    schema.purpose().get());
        }
        if (schema.owner().isPresent()) {
            Located<Identifier> owner = schema.owner().get();
            add(name + ".owner", owner.value().value(), owner);
        }
        for (EntryKind kind : EntryKind.values()) {
            entries(name + "." + kind.key(), schema.entries(kind));
        }
        compatibility(name + "." + CompatibilityParser.KEY, schema.compatibility());
        if (schema.api().isPresent()) {
            Located<Api> api = schema.api().get();
            add(name + "." + SchemaParser.API, MappingOption.text(api.value()), api);
        }
        if (schema.access().isPresent()) {
            Located<Access> access = schema.access().get();
            add(name + ".access", usage(access.value()), access);
        }
        for (Located<PolicyEntry> policy : schema.policies()) {
            add(
                    name + ".policies",
                    (policy.value().drop() ? "no " : "")
                            + policy.value().name().value() + " on "
                            + policy.value().tables().describe(),
                    policy);
        }
        entries(
                name + "." + RowSecurityParser.KEY + ".enable",
                schema.rowSecurity().enable());
        entries(
                name + "." + RowSecurityParser.KEY + ".force",
                schema.rowSecurity().force());
    }

    private void compatibility(String name, SchemaCompatibility compatibility) {
        if (compatibility.all().isPresent()) {
            Located<Compatibility> all = compatibility.all().get();
            add(name, MappingOption.text(all.value()), all);
        }
        for (Compatibility word : Compatibility.values()) {
            List<Located<NamePattern>> patterns = new ArrayList<>();
            for (SchemaCompatibility.Entry entry : compatibility.entries()) {
                if (entry.compatibility() == word) {
                    patterns.add(entry.pattern());
                }
            }
            entries(name + "." + MappingOption.text(word), patterns);
        }
    }

    private static String usage(Access access) {
        List<String> roles = new ArrayList<>();
        for (Identifier role : access.usage()) {
            roles.add(role.value());
        }
        return "usage for [" + String.join(", ", roles) + "]";
    }

    private static String count(TargetSchema schema) {
        int entries = 0;
        for (EntryKind kind : EntryKind.values()) {
            entries += schema.entries(kind).size();
        }
        return entries == 1 ? "1 entry" : entries + " entries";
    }

    private void entries(String name, List<Located<NamePattern>> entries) {
        if (!entries.isEmpty()) {
            List<String> texts = new ArrayList<>();
            for (Located<NamePattern> entry : entries) {
                texts.add(entry.value().text());
            }
            add(name, String.join(", ", texts), entries.get(0));
        }
    }
}
