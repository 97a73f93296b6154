package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * A row-security policy as the mapping writes it.
 *
 * @param table the table's name
 * @param name the policy's name
 * @param command {@code all}, {@code select}, {@code insert}, {@code update} or {@code delete}
 * @param roles the roles it applies to; PUBLIC when empty
 * @param using the USING expression
 * @param check the WITH CHECK expression
 */
public record PolicyEntry(
        String table,
        String name,
        String command,
        List<Identifier> roles,
        Optional<String> using,
        Optional<String> check) {
    public PolicyEntry {
        roles = List.copyOf(roles);
    }
}
