package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads who may do what in a schema. */
final class AccessParser {
    private static final List<String> KEYS = List.of("usage", "defaults");
    private static final List<String> KINDS = List.of("tables", "sequences", "routines", "types");

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

    Access parse(MappingNode.Fields fields) {
        FieldsReader reader = new FieldsReader(fields, "access", KEYS, problems);
        if (fields.fields().isEmpty()) {
            problems.add(fields.origin(), "access is empty; write usage or defaults below it, or remove the key");
        }
        List<Identifier> usage = NameRules.identifiers(reader.texts("usage"), "role", problems);
        Map<String, Map<Identifier, List<String>>> defaults = new LinkedHashMap<>();
        reader.map("defaults", "a map from " + String.join(", ", KINDS) + " to roles")
                .ifPresent(kinds -> {
                    FieldsReader byKind = new FieldsReader(kinds, "defaults", KINDS, problems);
                    for (String kind : KINDS) {
                        byKind.map(kind, "a map from roles to privileges, such as { app: [select] }")
                                .ifPresent(roles -> defaults.put(kind, roles(kind, roles)));
                    }
                });
        return new Access(usage, defaults);
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
