package io.github.schemasplit.analysis;

import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the connecting role may give routines other bodies. {@code CREATE OR REPLACE} takes the rights of the owner, CREATE on the
 * schema, and those for all that it must say anew.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">CREATE FUNCTION</a>
 */
public final class RoutineRights {
    /** The line of attributes as the server prints it. */
    private static final Pattern OF_SUPERUSERS = Pattern.compile("(?m)^ [A-Z0-9. ]*\\b(LEAKPROOF|SUPPORT)\\b");

    private final Snapshot snapshot;
    private final RoleMembership membership;
    private final Identifier current;

    public RoutineRights(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.membership = snapshot.roleMembership();
        this.current = snapshot.server().currentRole();
    }

    /** Why a routine can not be given another body, as a clause; empty when it can. */
    public Optional<String> obstacle(Routine routine) {
        if (routine.definition().isEmpty()) {
            return Optional.of("its body is none that is read");
        }
        if (snapshot.isExtensionMember(routine.id())) {
            return Optional.of("it belongs to an extension");
        }
        if (!membership.inherits(current, routine.owner())) {
            return Optional.of("it belongs to role " + routine.owner() + ", whose rights role " + current + " has not");
        }
        Optional<Schema> schema = snapshot.schema(routine.name().schema());
        if (schema.isPresent() && !membership.holds(current, Privilege.CREATE, schema.get())) {
            return Optional.of("role " + current + " lacks CREATE on schema "
                    + schema.get().name());
        }
        return !membership.isSuperuser(current)
                        && OF_SUPERUSERS.matcher(routine.definition().get()).find()
                ? Optional.of("it is LEAKPROOF or has a support function, which only a superuser may say")
                : Optional.empty();
    }
}
