package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * The desired state: which objects belong to which target schema. It is what the user wrote, checked for form alone;
 * whether it fits a database is for the analysis to say.
 *
 * @param source the schema to move from
 * @param targets the target schemas, in the order in which they were written
 * @param unmapped what to do with tables that no entry names
 * @param unmappedViews what to do with views that no entry names
 * @param compatibility how old names keep working
 * @param routineBodies what to do with routines that name moved objects in text
 * @param crossSchemaForeignKeys what foreign keys between target schemas are
 */
public record Mapping(
        Located<Identifier> source,
        List<TargetSchema> targets,
        Located<Unmapped> unmapped,
        Located<UnmappedViews> unmappedViews,
        Located<Compatibility> compatibility,
        Located<RoutineBodies> routineBodies,
        Located<CrossSchemaForeignKeys> crossSchemaForeignKeys) {
    public Mapping {
        targets = List.copyOf(targets);
    }

    public Optional<TargetSchema> target(Identifier name) {
        for (TargetSchema target : targets) {
            if (target.name().value().equals(name)) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }
}
