package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a row-security policy says. Its expressions are texts of users, or as the server prints them: each is one expression, whose
 * brackets are closed and which no semicolon ends.
 *
 * @param command the command it is for
 * @param permissive whether it is permissive; restrictive otherwise
 * @param roles the roles it applies to, in the order in which they are stored; PUBLIC when empty
 * @param using the USING expression
 * @param check the WITH CHECK expression
 * @see <a href="https://www.postgresql.org/docs/current/sql-createpolicy.html">CREATE POLICY</a>
 */
public record PolicyDefinition(
        PolicyCommand command,
        boolean permissive,
        List<Identifier> roles,
        Optional<String> using,
        Optional<String> check) {
    private static final Statement NOTHING = new Statement("");

    public PolicyDefinition {
        roles = List.copyOf(roles);
    }

    /** The statement that makes such a policy. */
    public Statement creation(Identifier policy, QualifiedName table) {
        return Statement.of(
                "CREATE POLICY %s ON %s%s%s%s%s%s",
                policy,
                table,
                permissive ? NOTHING : new Statement(" AS RESTRICTIVE"),
                command == PolicyCommand.ALL ? NOTHING : Statement.of(" FOR %s", command),
                roles.isEmpty() ? NOTHING : to(),
                clause(" USING (%s)", using),
                clause(" WITH CHECK (%s)", check));
    }

    /** The statement that makes another policy such a one; it says what differs, and nothing else is read anew. */
    public Statement alteration(Identifier policy, QualifiedName table, PolicyDefinition from) {
        return Statement.of(
                "ALTER POLICY %s ON %s%s%s%s",
                policy,
                table,
                hasRolesOf(from) ? NOTHING : to(),
                using.equals(from.using) ? NOTHING : clause(" USING (%s)", using),
                check.equals(from.check) ? NOTHING : clause(" WITH CHECK (%s)", check));
    }

    /** Whether an alteration can make it of another one: it changes neither kind nor command, and takes no expression away, nor back. */
    public boolean isAlterationOf(PolicyDefinition from) {
        return command == from.command
                && permissive == from.permissive
                && using.isPresent() == from.using.isPresent()
                && check.isPresent() == from.check.isPresent();
    }

    /** Whether it applies to the same roles as another one; their order means nothing. */
    public boolean hasRolesOf(PolicyDefinition other) {
        return Set.copyOf(roles).equals(Set.copyOf(other.roles));
    }

    private SqlPart to() {
        return roles.isEmpty() ? new Statement(" TO PUBLIC") : Statement.of(" TO %s", Statement.list(roles));
    }

    /** A comment to the end of the line must not hide the bracket. */
    private static Statement clause(String template, Optional<String> expression) {
        if (expression.isEmpty()) {
            return NOTHING;
        }
        String text = expression.get();
        return Statement.of(template, new Statement(text.contains("--") ? text + "\n" : text));
    }
}
