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
 * @param createRoles the roles that are to be made where they are missing
 * @param unmapped what to do with tables that no entry names
 * @param unmappedViews what to do with views that no entry names
 * @param compatibility how old names keep working
 * @param routineBodies what to do with routines that name moved objects in text
 * @param crossSchemaForeignKeys what foreign keys between target schemas are
 * @param baseline which of them are known, where that matters
 * @param supabase what the project says of its API elsewhere; empty where it has no such file
 */
public record Mapping(
        Located<Identifier> source,
        List<TargetSchema> targets,
        List<Located<Identifier>> createRoles,
        Located<Unmapped> unmapped,
        Located<UnmappedViews> unmappedViews,
        Located<Compatibility> compatibility,
        Located<RoutineBodies> routineBodies,
        Located<CrossSchemaForeignKeys> crossSchemaForeignKeys,
        Optional<Baseline> baseline,
        Optional<SupabaseConfig> supabase) {
    /** A mapping that wants nothing. */
    public static final Mapping NOTHING = new Mapping(
            unsaid(Identifier.of("public")),
            List.of(),
            List.of(),
            unsaid(new Unmapped.Keep()),
            unsaid(new UnmappedViews.Stay()),
            unsaid(Compatibility.NONE),
            unsaid(RoutineBodies.REPORT),
            unsaid(CrossSchemaForeignKeys.ALLOW),
            Optional.empty(),
            Optional.empty());

    private static <T> Located<T> unsaid(T value) {
        return new Located<>(value, Origin.DEFAULT);
    }

    public Mapping {
        targets = List.copyOf(targets);
        createRoles = List.copyOf(createRoles);
    }

    /** The same mapping, of whose crossings some are known. */
    public Mapping with(Optional<Baseline> known) {
        return new Mapping(
                source,
                targets,
                createRoles,
                unmapped,
                unmappedViews,
                compatibility,
                routineBodies,
                crossSchemaForeignKeys,
                known,
                supabase);
    }

    /** Whether a role is made if it is missing. */
    public boolean creates(Identifier role) {
        for (Located<Identifier> made : createRoles) {
            if (made.value().equals(role)) {
                return true;
            }
        }
        return false;
    }

    public Optional<TargetSchema> target(Identifier name) {
        for (TargetSchema target : targets) {
            if (target.name().value().equals(name)) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    /** How the old name keeps working of a relation that goes to a target schema. */
    public Compatibility compatibility(Identifier target, Identifier relation) {
        Optional<TargetSchema> schema = target(target);
        Optional<Compatibility> own =
                schema.isPresent() ? schema.get().compatibility().of(relation) : Optional.empty();
        return own.orElse(compatibility.value());
    }

    /** Whether any of what goes to the target schemas may keep its old name that way. */
    public boolean mayHave(Compatibility wanted) {
        if (compatibility.value() == wanted) {
            return true;
        }
        for (TargetSchema target : targets) {
            if (target.compatibility().mayHave(wanted)) {
                return true;
            }
        }
        return false;
    }
}
