package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads who may do what in a schema. */
final class AccessParser {
    private static final List<String> KINDS = List.of("tables", "sequences", "routines", "types");
    private static final List<String> KEYS = keys();
    private static final List<String> YES_OR_NO = List.of("true", "false");

    /** The privileges that there are on each kind of object. */
    private static final Map<String, List<String>> PRIVILEGES = Map.of(
            "tables",
            List.of("select", "insert", "update", "delete", "truncate", "references", "trigger", "maintain", "all"),
            "sequences",
            List.of("usage", "select", "update", "all"),
            "routines",
            List.of("execute", "all"),
            "types",
            List.of("usage", "all"));

    private final Problems problems;

    AccessParser(Problems problems) {
        this.problems = problems;
    }

    /** In the order of the documentation. */
    private static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("preset", "strict", "usage", "create"));
        keys.addAll(KINDS);
        keys.addAll(List.of("defaults", "creators"));
        return List.copyOf(keys);
    }

    Access parse(MappingNode.Fields fields) {
        FieldsReader reader = new FieldsReader(fields, "access", KEYS, problems);
        if (fields.fields().isEmpty()) {
            problems.add(
                    fields.origin(), "access is empty; write usage, tables or defaults below it, or remove the key");
        }
        Access access = new Access(
                preset(reader),
                strict(reader),
                roles(reader, "usage"),
                roles(reader, "create"),
                grants(reader),
                defaults(reader),
                roles(reader, "creators"));
        checkCreators(reader, access);
        return access;
    }

    private Optional<AccessPreset> preset(FieldsReader reader) {
        Map<String, AccessPreset> presets = new LinkedHashMap<>();
        for (AccessPreset preset : AccessPreset.values()) {
            presets.put(MappingOption.text(preset), preset);
        }
        Optional<MappingNode.Scalar> written = reader.text("preset");
        written.filter(w -> !presets.containsKey(w.text()))
                .ifPresent(w -> problems.add(
                        w.origin(),
                        Quoted.of(w.text()) + " is no preset of access"
                                + Problems.writeOneOf(w.text(), List.copyOf(presets.keySet()))));
        return written.map(w -> presets.get(w.text()));
    }

    private boolean strict(FieldsReader reader) {
        Optional<MappingNode.Scalar> written = reader.text("strict");
        written.filter(w -> !YES_OR_NO.contains(w.text()))
                .ifPresent(w -> problems.add(
                        w.origin(),
                        Quoted.of(w.text()) + " is no value of strict" + Problems.writeOneOf(w.text(), YES_OR_NO)));
        return written.filter(w -> w.text().equals("true")).isPresent();
    }

    private List<Identifier> roles(FieldsReader reader, String key) {
        return NameRules.identifiers(reader.texts(key), "role", problems);
    }

    /** What is granted by roles that make nothing would never be granted. */
    private void checkCreators(FieldsReader reader, Access access) {
        if (!access.creators().isEmpty()
                && access.defaults().byKind().isEmpty()
                && access.preset().isEmpty()) {
            problems.add(
                    reader.field("creators").orElseThrow().origin(),
                    "creators says whose new objects defaults are about, and there are no defaults; write these, or remove it");
        }
        if (access.creators().contains(Access.EVERYBODY)) {
            problems.add(
                    reader.field("creators").orElseThrow().origin(),
                    "not everybody can be one of creators; name the roles that make objects in the schema");
        }
    }

    private AccessGrants defaults(FieldsReader reader) {
        return reader.map("defaults", "a map from " + String.join(", ", KINDS) + " to roles")
                .map(kinds -> grants(new FieldsReader(kinds, "defaults", KINDS, problems)))
                .orElse(AccessGrants.NONE);
    }

    private AccessGrants grants(FieldsReader reader) {
        Map<String, Map<Identifier, List<String>>> grants = new LinkedHashMap<>();
        for (String kind : KINDS) {
            reader.map(kind, "a map from roles to privileges, such as { app: [select] }")
                    .ifPresent(roles -> grants.put(kind, roles(kind, roles)));
        }
        return new AccessGrants(grants);
    }

    private Map<Identifier, List<String>> roles(String kind, MappingNode.Fields fields) {
        Map<Identifier, List<String>> roles = new LinkedHashMap<>();
        for (MappingNode.Field role : fields.fields()) {
            List<String> privileges = privileges(kind, FieldsReader.texts(role.key(), role.value(), problems));
            NameRules.identifier(role.key(), role.origin(), "role", problems).ifPresent(r -> roles.put(r, privileges));
        }
        return roles;
    }

    private List<String> privileges(String kind, List<MappingNode.Scalar> written) {
        List<String> known = PRIVILEGES.get(kind);
        for (MappingNode.Scalar privilege : written) {
            if (!known.contains(privilege.text())) {
                problems.add(
                        privilege.origin(),
                        Quoted.of(privilege.text()) + " is no privilege on " + kind
                                + Problems.writeOneOf(privilege.text(), known));
            }
        }
        return NameRules.eachOnce(written, "privilege", problems).stream()
                .map(MappingNode.Scalar::text)
                .toList();
    }
}
