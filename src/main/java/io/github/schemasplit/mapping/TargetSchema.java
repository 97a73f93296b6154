package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * A schema to move to, and what the mapping wants in it.
 *
 * @param name its name
 * @param purpose what it is for; becomes its comment
 * @param owner its owner; the connecting role when empty
 * @param tables the tables, partitioned and foreign ones too
 * @param views the views and materialized views
 * @param routines the routines, each as {@code name} or {@code name(argument types)}
 * @param types the enums, domains, ranges and composite types
 * @param access who may do what in it
 * @param policies row-security policies of its tables
 */
public record TargetSchema(
        Located<Identifier> name,
        Optional<Located<String>> purpose,
        Optional<Located<Identifier>> owner,
        List<Located<NamePattern>> tables,
        List<Located<NamePattern>> views,
        List<Located<NamePattern>> routines,
        List<Located<NamePattern>> types,
        Optional<Located<Access>> access,
        List<Located<PolicyEntry>> policies) {
    public TargetSchema {
        tables = List.copyOf(tables);
        views = List.copyOf(views);
        routines = List.copyOf(routines);
        types = List.copyOf(types);
        policies = List.copyOf(policies);
    }
}
