package io.github.schemasplit.jdbc;

import io.github.schemasplit.plan.CreateRole;
import io.github.schemasplit.plan.DropRole;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.RoleOperation;
import io.github.schemasplit.sql.Literal;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of the audit that is about roles: those of the plan are there, with no attribute and no members but what CREATE ROLE itself
 * gives whoever makes one, or they are gone. Not everybody may read the catalog of roles: that no other was written or removed, the
 * server's counters say.
 */
final class RoleAudit {
    /** Counts the roles that were made since the last look. */
    private static final String MADE = "ss_roles_made := ss_roles_made + 1;";

    private final int major;
    private final List<RoleOperation> operations;

    RoleAudit(Plan plan, int major) {
        this.major = major;
        this.operations = plan.roles().toList();
    }

    /** Added after the statement of an operation that makes a role. */
    static void count(Block block) {
        block.add(MADE);
    }

    void declare(Block block) {
        List<String> roles = new ArrayList<>();
        int dropped = 0;
        for (RoleOperation operation : operations) {
            roles.add("jsonb_build_object('name', "
                    + Literal.of(operation.role().value()).sql() + ", 'there', " + (operation instanceof CreateRole)
                    + ")");
            if (operation instanceof DropRole) {
                dropped++;
            }
        }
        block.add("ss_roles CONSTANT jsonb := jsonb_build_array(" + String.join(", ", roles) + ");");
        block.add("ss_roles_made int8 := 0;");
        block.add("ss_roles_dropped CONSTANT int8 := " + dropped + ";");
        block.add("ss_members_dropped int8 := 0;");
    }

    /** A condition on a row {@code r} that the operations may have written. */
    String mayWrite() {
        return operations.isEmpty() ? "false" : "(" + query("audit-role-rows") + ")";
    }

    /** Before anything is written: whether each role is still missing, or still there; and who goes with those that are dropped. */
    void begin(Block block) {
        if (operations.isEmpty()) {
            return;
        }
        block.raiseIf(
                "EXISTS (SELECT FROM jsonb_to_recordset(ss_roles) AS w(name name, there bool) WHERE w.there ="
                        + " EXISTS (SELECT FROM pg_roles AS r WHERE r.rolname = w.name))",
                SqlStates.CHANGED,
                "the catalog is not the one that was read");
        block.add("ss_members_dropped := (SELECT count(*) FROM pg_auth_members AS m WHERE EXISTS (SELECT"
                + " FROM jsonb_to_recordset(ss_roles) AS w(name name, there bool) JOIN pg_roles AS r ON r.rolname = w.name"
                + " WHERE NOT w.there AND r.oid IN (m.roleid, m.member)));");
    }

    /** At the last look: whether they are what they are to be. */
    void check(Block block) {
        if (!operations.isEmpty()) {
            block.add("IF ss_pass = 4 THEN");
            block.raiseIfAny(
                    "SELECT array_agg(w.subject) FROM (" + query("audit-roles") + ") AS w",
                    UnplannedRows.AS_FOUND,
                    SqlStates.UNACCOUNTED,
                    "a role is not what it should be");
            block.add("END IF;");
        }
    }

    /** Whether an error says that the role of an operation came, or went, after the catalog was read. */
    static boolean isOutdated(RoleOperation operation, String state) {
        return operation instanceof CreateRole
                ? state.equals(SqlStates.DUPLICATE_OBJECT) || state.equals(SqlStates.UNIQUE_VIOLATION)
                : state.equals(SqlStates.UNDEFINED_OBJECT);
    }

    private String query(String name) {
        return new CatalogQuery(name).sql(major);
    }
}
