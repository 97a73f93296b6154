package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * A row-security policy as the mapping writes it.
 *
 * @param tables what it is on
 * @param name the policy's name, on each of the tables
 * @param drop whether there is to be no such policy; nothing else is said of it then
 * @param permissive whether it lets in what it lets in, as opposed to shutting out all else
 * @param command {@code all}, {@code select}, {@code insert}, {@code update} or {@code delete}
 * @param roles the roles it applies to; PUBLIC when empty
 * @param using the USING expression
 * @param check the WITH CHECK expression
 */
public record PolicyEntry(
        PolicyTables tables,
        Identifier name,
        boolean drop,
        boolean permissive,
        String command,
        List<Identifier> roles,
        Optional<String> using,
        Optional<String> check) {
    public PolicyEntry {
        roles = List.copyOf(roles);
    }

    /** One that is to be there. */
    public PolicyEntry(
            PolicyTables tables,
            Identifier name,
            boolean permissive,
            String command,
            List<Identifier> roles,
            Optional<String> using,
            Optional<String> check) {
        this(tables, name, false, permissive, command, roles, using, check);
    }

    /** One that is to be gone. */
    public static PolicyEntry dropped(PolicyTables tables, Identifier name) {
        return new PolicyEntry(tables, name, true, true, "all", List.of(), Optional.empty(), Optional.empty());
    }
}
