package io.github.schemasplit.analysis;

import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.List;

/** The statement that gives the connecting role a right it lacks, and who can give it, as remedies say it. */
public final class Grants {
    private Grants() {}

    /** How to get the rights of another role. */
    public static String membership(Snapshot snapshot, RoleMembership membership, Identifier other) {
        Identifier current = snapshot.server().currentRole();
        boolean grantsInherit = snapshot.server().major() >= 16;
        String giver = membership.isSuperuser(other)
                ? "a superuser"
                : grantsInherit
                        ? "a superuser or a role with ADMIN OPTION on " + other
                        : "a superuser or a role with CREATEROLE";
        Statement grant = Statement.of("GRANT %s TO %s", other, current);
        if (membership.isMemberOf(current, other)) {
            grant = grantsInherit
                    ? Statement.of("GRANT %s TO %s WITH INHERIT TRUE", other, current)
                    : Statement.of("ALTER ROLE %s INHERIT", current);
        }
        return "let " + giver + " run: " + grant + ";";
    }

    /** How to get privileges on a schema. */
    static String onSchema(Snapshot snapshot, List<Privilege> privileges, Schema schema) {
        return onSchema(privileges, schema, snapshot.server().currentRole());
    }

    /** How a role gets privileges on a schema. */
    static String onSchema(List<Privilege> privileges, Schema schema, Identifier role) {
        return "let role " + schema.owner() + " or a superuser run: "
                + Statement.of("GRANT %s ON SCHEMA %s TO %s", Statement.list(privileges), schema.name(), role)
                + ";";
    }

    /** How to get the privilege to create schemas. */
    static String onDatabase(Snapshot snapshot) {
        return "let role " + snapshot.server().databaseOwner() + " or a superuser run: "
                + Statement.of(
                        "GRANT CREATE ON DATABASE %s TO %s",
                        snapshot.server().database(), snapshot.server().currentRole())
                + ";";
    }
}
