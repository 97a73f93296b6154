package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what the mapping wants in a target schema. */
final class SchemaParser {
    private static final List<String> KEYS =
            List.of("purpose", "owner", "tables", "views", "routines", "types", "access", "policies");

    private static final Set<String> ENTRIES = Set.of("tables", "views", "routines", "types");

    private final Unmapped unmapped;
    private final Problems problems;

    /** @param unmapped where tables go that no entry names; that schema needs no entries */
    SchemaParser(Unmapped unmapped, Problems problems) {
        this.unmapped = unmapped;
        this.problems = problems;
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
        checkNamesSomething(field, fields.get());
        Optional<Located<String>> purpose = purpose(reader);
        Optional<Located<Identifier>> owner = owner(reader);
        List<Located<NamePattern>> tables = patterns(reader, "tables", "table");
        List<Located<NamePattern>> views = patterns(reader, "views", "view");
        List<Located<NamePattern>> routines = patterns(reader, "routines", "routine");
        List<Located<NamePattern>> types = patterns(reader, "types", "type");
        Optional<Located<Access>> access = access(reader);
        List<Located<PolicyEntry>> policies = policies(reader);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Located<Identifier> located = new Located<>(name.get(), field.origin());
        return Optional.of(new TargetSchema(located, purpose, owner, tables, views, routines, types, access, policies));
    }

    private void checkNamesSomething(MappingNode.Field field, MappingNode.Fields fields) {
        boolean takesTheRest =
                unmapped instanceof Unmapped.MoveTo to && to.schema().value().equals(field.key());
        if (!takesTheRest && !hasEntries(fields)) {
            problems.add(
                    field.origin(),
                    "schema " + Quoted.of(field.key())
                            + " names nothing to move; write tables, views, routines or types below it, or remove it");
        }
    }

    private static boolean hasEntries(MappingNode.Fields fields) {
        for (MappingNode.Field field : fields.fields()) {
            if (ENTRIES.contains(field.key())) {
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

    private Optional<Located<Access>> access(FieldsReader reader) {
        Optional<MappingNode.Fields> access = reader.map("access", "a map with the keys usage and defaults");
        return access.isPresent()
                ? Optional.of(new Located<>(
                        new AccessParser(problems).parse(access.get()),
                        access.get().origin()))
                : Optional.empty();
    }

    private List<Located<NamePattern>> patterns(FieldsReader reader, String key, String what) {
        return new PatternRules(what, problems).patterns(reader.texts(key));
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
