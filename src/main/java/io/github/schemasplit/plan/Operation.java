package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.sql.LockMode;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.util.Optional;

/**
 * One change to the catalog, named for the SQL command that makes it. The inverse of the inverse equals the operation.
 */
public sealed interface Operation
        permits AccessOperation,
                AlterDefaultPrivileges,
                AlterJob,
                AlterPublication,
                AlterSetSchema,
                Notify,
                RoutineOperation,
                SchemaOperation,
                SettingOperation,
                ViewOperation {
    /** The statement that carries it out; for a view the several that do, with a semicolon between two. */
    Statement statement();

    /** The operation that takes it back exactly, from captured state. */
    Operation inverse();

    /** The lock that the statement takes on the relation it is about; most are about none. */
    default LockMode lockMode() {
        return LockMode.NONE;
    }

    /** The relation that {@link #lockMode} is about, by its name before the statement; empty when it locks none. */
    default Optional<QualifiedName> lockedRelation() {
        return Optional.empty();
    }

    /**
     * Whether the statement may make, drop or change this object other than by moving it to another schema. No other object
     * may differ after it.
     */
    boolean changes(CatalogObject object);

    /** What it is about, such as {@code table public.orders}. */
    String subject();

    /** Why it is in the plan; a sentence fragment that the scripts print as a comment. */
    String reason();
}
