package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what in a target schema.
 *
 * @param preset what stands for much of the rest
 * @param strict whether this is all: what others have is taken from them
 * @param usage the roles that hold USAGE on the schema; {@code public} stands for everybody, here and below
 * @param create the roles that hold CREATE on it
 * @param existing what is granted on the objects that are in it
 * @param defaults what is granted on those that will be made in it
 * @param creators the roles whose new objects that is about; those that own something in it, when there are none
 */
public record Access(
        Optional<AccessPreset> preset,
        boolean strict,
        List<Identifier> usage,
        List<Identifier> create,
        AccessGrants existing,
        AccessGrants defaults,
        List<Identifier> creators) {
    /** What stands for everybody in place of a role: no role can have this name. */
    public static final Identifier EVERYBODY = Identifier.of("public");

    public Access {
        usage = List.copyOf(usage);
        create = List.copyOf(create);
        creators = List.copyOf(creators);
    }

    /** Whether what the mapping does not give is taken away. */
    public boolean takesTheRest() {
        return strict || preset.filter(p -> p == AccessPreset.OWNER_ONLY).isPresent();
    }

    /** The roles that it names, in the order of its components. */
    public Set<Identifier> roles() {
        Set<Identifier> roles = new LinkedHashSet<>(usage);
        roles.addAll(create);
        existing.byKind().values().stream().map(Map::keySet).forEach(roles::addAll);
        defaults.byKind().values().stream().map(Map::keySet).forEach(roles::addAll);
        roles.addAll(creators);
        roles.remove(EVERYBODY);
        return roles;
    }
}
