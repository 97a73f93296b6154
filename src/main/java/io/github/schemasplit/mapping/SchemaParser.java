package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what the mapping wants in a target schema. */
final class SchemaParser {
    static final String API = "api";

    private static final List<String> KEYS = keys();

    private final Set<Identifier> takers;
    private final Problems problems;

    /** @param takers the schemas to which what no entry names goes; they need no entries */
    SchemaParser(Set<Identifier> takers, Problems problems) {
        this.takers = takers;
        this.problems = problems;
    }

    /** In the order of the documentation. */
    private static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("purpose", "owner"));
        for (EntryKind kind : EntryKind.values()) {
            keys.add(kind.key());
        }
        keys.addAll(List.of(CompatibilityParser.KEY, API, "access", "policies", RowSecurityParser.KEY));
        return List.copyOf(keys);
    }

    /** The target schema, if its name can be one. */
    Optional<TargetSchema> parse(MappingNode.Field field) {
        Optional<Identifier> name = NameRules.identifier(field.key(), field.origin(), "schema", problems);
        String what = "schema " + Quoted.of(field.key());
        Optional<MappingNode.Fields> fields =
                FieldsReader.map(what, field.value(), "a map with keys such as purpose and tables", problems);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        FieldsReader reader = new FieldsReader(fields.get(), what, KEYS, problems);
        checkNamesSomething(field, name, fields.get());
        Optional<Located<String>> purpose = purpose(reader);
        Optional<Located<Identifier>> owner = owner(reader);
        Map<EntryKind, List<Located<NamePattern>>> entries = new EnumMap<>(EntryKind.class);
        for (EntryKind kind : EntryKind.values()) {
            entries.put(kind, new PatternRules(kind, problems).patterns(reader.texts(kind.key())));
        }
        SchemaCompatibility compatibility = new CompatibilityParser(problems).parse(reader);
        Optional<Located<Api>> api = api(reader, field.key());
        Optional<Located<Access>> access = access(reader);
        List<Located<PolicyEntry>> policies = policies(reader);
        RowSecurity rowSecurity = new RowSecurityParser(problems).parse(reader);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Located<Identifier> located = new Located<>(name.get(), field.origin());
        return Optional.of(
                new TargetSchema(located, purpose, owner, entries, compatibility, api, access, policies, rowSecurity));
    }

    private void checkNamesSomething(MappingNode.Field field, Optional<Identifier> name, MappingNode.Fields fields) {
        boolean takesTheRest = name.isPresent() && takers.contains(name.get());
        if (!takesTheRest && !hasEntries(fields)) {
            problems.add(
                    field.origin(),
                    "schema " + Quoted.of(field.key())
                            + " names nothing to move; write tables, views, routines or types below it, or remove it");
        }
    }

    private static boolean hasEntries(MappingNode.Fields fields) {
        for (EntryKind kind : EntryKind.values()) {
            if (fields.field(kind.key()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Located<String>> purpose(FieldsReader reader) {
        Optional<MappingNode.Scalar> text = reader.text("purpose");
        return text.isPresent()
                ? Optional.of(new Located<>(text.get().text(), text.get().origin()))
                : Optional.empty();
    }

    private Optional<Located<Identifier>> owner(FieldsReader reader) {
        Optional<MappingNode.Scalar> text = reader.text("owner");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Origin origin = text.get().origin();
        Optional<Identifier> role = NameRules.identifier(text.get().text(), origin, "role", problems);
        return role.isPresent() ? Optional.of(new Located<>(role.get(), origin)) : Optional.empty();
    }

    private Optional<Located<Api>> api(FieldsReader reader, String schema) {
        Optional<MappingNode.Scalar> text = reader.text(API);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String served = MappingOption.text(Api.SERVED);
        if (!text.get().text().equals(served)) {
            problems.add(
                    text.get().origin(),
                    API + " cannot be " + Quoted.of(text.get().text())
                            + Problems.writeOneOf(text.get().text(), List.of(served)));
        } else if (schema.indexOf(',') >= 0) {
            problems.add(
                    text.get().origin(),
                    "the schema " + Quoted.of(schema)
                            + " cannot be served, since an API takes the names of schemas between commas; give it another name");
        }
        return Optional.of(new Located<>(Api.SERVED, text.get().origin()));
    }

    private Optional<Located<Access>> access(FieldsReader reader) {
        Optional<MappingNode.Fields> access = reader.map("access", "a map with keys such as usage and defaults");
        return access.isPresent()
                ? Optional.of(new Located<>(
                        new AccessParser(problems).parse(access.get()),
                        access.get().origin()))
                : Optional.empty();
    }

    private List<Located<PolicyEntry>> policies(FieldsReader reader) {
        List<Located<PolicyEntry>> policies = new ArrayList<>();
        for (MappingNode item : reader.items("policies", "a list of policies")) {
            Optional<MappingNode.Fields> fields = FieldsReader.map(
                    "policies", item, "a map with the keys table, name and using at each place", problems);
            Optional<Located<PolicyEntry>> policy =
                    fields.isPresent() ? new PolicyParser(problems).parse(fields.get()) : Optional.empty();
            if (policy.isPresent()) {
                policies.add(policy.get());
            }
        }
        return policies;
    }
}
