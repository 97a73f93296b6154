package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.PolicyDefinition;
import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * A policy before an operation changes it, for a script that looks for it by name.
 *
 * @param command {@code polcmd}
 * @param permissive whether it is permissive
 * @param roles the roles it applies to; an empty name is PUBLIC
 * @param using its USING expression
 * @param check its WITH CHECK expression
 */
public record PolicyBefore(
        String command, boolean permissive, List<String> roles, Optional<String> using, Optional<String> check) {
    public PolicyBefore {
        roles = List.copyOf(roles);
    }

    static PolicyBefore of(PolicyDefinition definition) {
        return new PolicyBefore(
                String.valueOf(definition.command().letter()),
                definition.permissive(),
                definition.roles().isEmpty()
                        ? List.of("")
                        : definition.roles().stream().map(Identifier::value).toList(),
                definition.using(),
                definition.check());
    }
}
