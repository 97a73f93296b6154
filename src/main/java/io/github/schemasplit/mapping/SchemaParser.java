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
        Optional<Located<String>> purpose = reader.text("purpose").map(t -> new Located<>(t.text(), t.origin()));
        Optional<Located<Identifier>> owner = reader.text("owner")
                .flatMap(t -> NameRules.identifier(t.text(), t.origin(), "role", problems)
                        .map(role -> new Located<>(role, t.origin())));
        List<Located<NamePattern>> tables = patterns(reader, "tables", "table");
        List<Located<NamePattern>> views = patterns(reader, "views", "view");
        List<Located<NamePattern>> routines = patterns(reader, "routines", "routine");
        List<Located<NamePattern>> types = patterns(reader, "types", "type");
        Optional<Located<Access>> access = reader.map("access", "a map with the keys usage and defaults")
                .map(a -> new Located<>(new AccessParser(problems).parse(a), a.origin()));
        List<Located<PolicyEntry>> policies = policies(reader);
        return name.map(n -> new TargetSchema(
                new Located<>(n, field.origin()), purpose, owner, tables, views, routines, types, access, policies));
    }

    private void checkNamesSomething(MappingNode.Field field, MappingNode.Fields fields) {
        boolean takesTheRest =
                unmapped instanceof Unmapped.MoveTo to && to.schema().value().equals(field.key());
        if (!takesTheRest && fields.fields().stream().noneMatch(f -> ENTRIES.contains(f.key()))) {
            problems.add(
                    field.origin(),
                    "schema " + Quoted.of(field.key())
                            + " names nothing to move; write tables, views, routines or types below it, or remove it");
        }
    }

    private List<Located<NamePattern>> patterns(FieldsReader reader, String key, String what) {
        return new PatternRules(what, problems).patterns(reader.texts(key));
    }

    private List<Located<PolicyEntry>> policies(FieldsReader reader) {
        List<Located<PolicyEntry>> policies = new ArrayList<>();
        for (MappingNode item : reader.items("policies", "a list of policies")) {
            FieldsReader.map("policies", item, "a map with the keys table, name and using at each place", problems)
                    .flatMap(new PolicyParser(problems)::parse)
                    .ifPresent(policies::add);
        }
        return policies;
    }
}
