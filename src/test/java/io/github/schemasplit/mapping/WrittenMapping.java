package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes mappings as YAML and as the configuration of a POM. */
final class WrittenMapping {
    /** Of what access grants something. */
    private static final List<String> KINDS = List.of("tables", "sequences", "routines", "types");

    private WrittenMapping() {}

    static Map<MappingOption, String> options(Mapping mapping) {
        Map<MappingOption, String> options = new EnumMap<>(MappingOption.class);
        options.put(MappingOption.SOURCE, mapping.source().value().value());
        options.put(
                MappingOption.UNMAPPED,
                mapping.unmapped().value() instanceof Unmapped.MoveTo to
                        ? to.schema().value()
                        : mapping.unmapped().value().getClass().getSimpleName().toLowerCase(Locale.ROOT));
        options.put(
                MappingOption.UNMAPPED_VIEWS,
                mapping.unmappedViews().value() instanceof UnmappedViews.MoveTo to
                        ? to.schema().value()
                        : mapping.unmappedViews()
                                .value()
                                .getClass()
                                .getSimpleName()
                                .toLowerCase(Locale.ROOT));
        options.put(
                MappingOption.COMPATIBILITY,
                MappingOption.text(mapping.compatibility().value()));
        options.put(
                MappingOption.ROUTINE_BODIES,
                MappingOption.text(mapping.routineBodies().value()));
        options.put(
                MappingOption.CROSS_SCHEMA_FOREIGN_KEYS,
                MappingOption.text(mapping.crossSchemaForeignKeys().value()));
        return options;
    }

    static String yaml(Mapping mapping) {
        Map<String, Object> top = new LinkedHashMap<>();
        options(mapping).forEach((option, value) -> top.put(option.key(), value));
        Map<String, Object> schemas = new LinkedHashMap<>();
        mapping.targets().forEach(t -> schemas.put(t.name().value().value(), tree(t)));
        top.put("schemas", schemas);
        put(top, MappingParser.CREATE_ROLES, created(mapping));
        return yaml(top);
    }

    /** The elements of a POM. */
    static List<XmlElement> xml(Mapping mapping) {
        List<XmlElement> elements = new ArrayList<>();
        elements.add(parent(
                "schemas",
                mapping.targets().stream().map(WrittenMapping::schemaElement).toList()));
        if (!mapping.createRoles().isEmpty()) {
            elements.add(element(MappingParser.CREATE_ROLES, created(mapping)));
        }
        return elements;
    }

    private static List<String> created(Mapping mapping) {
        return mapping.createRoles().stream().map(role -> role.value().value()).toList();
    }

    private static Map<String, Object> tree(TargetSchema schema) {
        Map<String, Object> tree = new LinkedHashMap<>();
        schema.purpose().ifPresent(p -> tree.put("purpose", p.value()));
        schema.owner().ifPresent(o -> tree.put("owner", o.value().value()));
        for (EntryKind kind : EntryKind.values()) {
            put(tree, kind.key(), texts(schema.entries(kind)));
        }
        schema.api().ifPresent(a -> tree.put("api", MappingOption.text(a.value())));
        schema.access().ifPresent(a -> tree.put("access", tree(a.value())));
        if (!schema.compatibility().equals(SchemaCompatibility.UNSAID)) {
            tree.put("compatibility", tree(schema.compatibility()));
        }
        put(
                tree,
                "policies",
                schema.policies().stream().map(p -> tree(p.value())).toList());
        Map<String, Object> rowSecurity = new LinkedHashMap<>();
        put(rowSecurity, "enable", texts(schema.rowSecurity().enable()));
        put(rowSecurity, "force", texts(schema.rowSecurity().force()));
        if (!rowSecurity.isEmpty()) {
            tree.put("rowSecurity", rowSecurity);
        }
        return tree;
    }

    private static Map<String, Object> tree(Access access) {
        Map<String, Object> tree = new LinkedHashMap<>();
        access.preset().ifPresent(p -> tree.put("preset", MappingOption.text(p)));
        if (access.strict()) {
            tree.put("strict", "true");
        }
        put(tree, "usage", names(access.usage()));
        put(tree, "create", names(access.create()));
        tree.putAll(tree(access.existing()));
        if (!access.defaults().byKind().isEmpty()) {
            tree.put("defaults", tree(access.defaults()));
        }
        put(tree, "creators", names(access.creators()));
        return tree;
    }

    private static Map<String, Object> tree(AccessGrants grants) {
        Map<String, Object> tree = new LinkedHashMap<>();
        grants.byKind().forEach((kind, roles) -> {
            Map<String, Object> byRole = new LinkedHashMap<>();
            roles.forEach((role, privileges) -> byRole.put(role.value(), privileges));
            tree.put(kind, byRole);
        });
        return tree;
    }

    private static Object tree(SchemaCompatibility compatibility) {
        if (compatibility.all().isPresent()) {
            return MappingOption.text(compatibility.all().get().value());
        }
        Map<String, Object> byWord = new LinkedHashMap<>();
        for (Compatibility word : Compatibility.values()) {
            put(
                    byWord,
                    MappingOption.text(word),
                    compatibility.entries().stream()
                            .filter(e -> e.compatibility() == word)
                            .map(e -> e.pattern().value().text())
                            .toList());
        }
        return byWord;
    }

    private static Map<String, Object> tree(PolicyEntry policy) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (policy.tables() instanceof PolicyTables.Named named) {
            tree.put("table", named.table().value());
        } else if (policy.tables() instanceof PolicyTables.WithColumn template) {
            tree.put("column", template.column().value());
        }
        tree.put("name", policy.name().value());
        if (policy.drop()) {
            tree.put("drop", "true");
            return tree;
        }
        tree.put("as", policy.permissive() ? "permissive" : "restrictive");
        tree.put("for", policy.command());
        put(tree, "to", names(policy.roles()));
        policy.using().ifPresent(u -> tree.put("using", u));
        policy.check().ifPresent(c -> tree.put("check", c));
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, List<?> list) {
        if (!list.isEmpty()) {
            tree.put(key, list);
        }
    }

    private static List<String> texts(List<Located<NamePattern>> entries) {
        return entries.stream().map(e -> e.value().text()).toList();
    }

    private static List<String> names(List<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::value).toList();
    }

    private static String yaml(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> yaml(e.getKey()) + ": " + yaml(e.getValue()))
                    .collect(Collectors.joining(",\n", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(WrittenMapping::yaml).collect(Collectors.joining(", ", "[", "]"));
        }
        return '"'
                + value.toString()
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                + '"';
    }

    private static XmlElement schemaElement(TargetSchema schema) {
        List<XmlElement> children =
                new ArrayList<>(List.of(leaf("name", schema.name().value().value())));
        tree(schema).forEach((key, value) -> children.add(element(key, value)));
        return parent("schema", children);
    }

    private static XmlElement element(String key, Object value) {
        if (value instanceof List<?> list) {
            return parent(key, list.stream().map(i -> element(singular(key), i)).toList());
        }
        if (key.equals("defaults")) {
            return parent(
                    key,
                    ((Map<?, ?>) value)
                            .entrySet().stream()
                                    .map(kind -> parent(kind.getKey().toString(), grants((Map<?, ?>) kind.getValue())))
                                    .toList());
        }
        if (KINDS.contains(key) && value instanceof Map<?, ?> roles) {
            return parent(key, grants(roles));
        }
        if (key.equals("compatibility") && value instanceof Map<?, ?> map) {
            return parent(
                    key,
                    map.entrySet().stream()
                            .map(word -> parent(
                                    word.getKey().toString(),
                                    ((List<?>) word.getValue())
                                            .stream()
                                                    .map(name -> leaf("name", name.toString()))
                                                    .toList()))
                            .toList());
        }
        if (value instanceof Map<?, ?> map) {
            return parent(
                    key,
                    map.entrySet().stream()
                            .map(e -> element(e.getKey().toString(), e.getValue()))
                            .toList());
        }
        return leaf(key, value.toString());
    }

    private static List<XmlElement> grants(Map<?, ?> roles) {
        return roles.entrySet().stream()
                .map(role -> parent(
                        "grant",
                        List.of(leaf("role", role.getKey().toString()), element("privileges", role.getValue()))))
                .toList();
    }

    private static String singular(String key) {
        return switch (key) {
            case "usage", "create", "creators", "to", "createRoles" -> "role";
            case "policies" -> "policy";
            case "enable", "force" -> "table";
            case "operatorClasses" -> "operatorClass";
            case "textSearch" -> "textSearchObject";
            default -> key.substring(0, key.length() - 1);
        };
    }

    private static XmlElement parent(String name, List<XmlElement> children) {
        return new XmlElement(name, Map.of(), "\n  ", children);
    }

    private static XmlElement leaf(String name, String text) {
        return new XmlElement(name, Map.of(), " " + text + "\n", List.of());
    }
}
