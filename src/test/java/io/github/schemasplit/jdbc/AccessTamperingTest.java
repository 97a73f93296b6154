package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.plan.AlterPolicy;
import io.github.schemasplit.plan.CreatePolicy;
import io.github.schemasplit.plan.CreateRole;
import io.github.schemasplit.plan.PolicyOperation;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.Turns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whatever else is done to roles and policies inside a transaction that changes them: nothing is committed, and it is named. */
class AccessTamperingTest {
    /** What an expression is to become only the server can tell; so nobody else may write a policy that the plan writes. */
    @PostgresTest
    void noPolicyIsWrittenOnceMore(TestDatabase database) throws SQLException {
        List<PolicyOperation> operations = EachOperation.in(database).stream()
                .filter(o -> o instanceof CreatePolicy || o instanceof AlterPolicy)
                .map(PolicyOperation.class::cast)
                .toList();
        database.execute(TamperedAttempts.TRIGGER);
        try (Connection connection = OrderItems.connect(database)) {
            TamperedAttempts attempts = new TamperedAttempts(connection);
            // Makes the journal.
            assertThat(attempts.failure(operations.get(0), "")).isEmpty();
            assertThat(attempts.failure(operations.get(0).inverse(), "")).isEmpty();
            for (PolicyOperation operation : operations) {
                String policy = operation instanceof CreatePolicy create
                        ? create.policy().sql()
                        : ((AlterPolicy) operation).policy().sql();
                String tampering =
                        "ALTER POLICY " + policy + " ON " + operation.table().sql() + " USING (true)";
                for (String command : List.of(tampering, TamperedAttempts.inBlock(tampering))) {
                    assertThat(attempts.failure(operation, command)).as(command).endsWith(": pg_policy: rows written");
                }
                assertThat(attempts.failure(operation, "SELECT 1")).isEmpty();
            }
            assertThat(operations).hasSize(2);
        }
    }

    /** Commands on roles fire no event trigger; what one does at another command of the change is refused. */
    @PostgresTest
    void nothingElseIsMadeOfARole(TestDatabase database) throws SQLException {
        EachOperation.in(database);
        CreateRole create = EachOperation.made(database);
        database.execute(TamperedAttempts.TRIGGER);
        String role = create.role().sql();
        Map<String, String> tamperings = Map.of(
                "ALTER ROLE " + role + " LOGIN",
                "catalog pg_authid: rows written",
                "ALTER ROLE " + role + " PASSWORD 'x'",
                "catalog pg_authid: rows written",
                "CREATE ROLE other",
                "catalog pg_authid: rows written",
                "DROP ROLE " + role,
                "role " + role + ": pg_authid",
                "GRANT " + role + " TO pg_monitor",
                "role " + role + ": pg_auth_members",
                "GRANT pg_monitor TO " + role,
                "new in pg_auth_members",
                "ALTER ROLE " + role + " SET work_mem = '1MB'",
                "new in pg_db_role_setting",
                "COMMENT ON ROLE " + role + " IS 'x'",
                "catalog pg_shdescription: rows written");
        try (Connection connection = OrderItems.connect(database)) {
            TamperedAttempts attempts = new TamperedAttempts(connection);
            // Makes the journal.
            assertThat(attempts.failure(create, "SELECT 1")).isEmpty();
            assertThat(attempts.failure(create.inverse(), "SELECT 1")).isEmpty();
            int turn = 0;
            for (Map.Entry<String, String> tampering : new TreeMap<>(tamperings).entrySet()) {
                List<String> both = List.of(tampering.getKey(), TamperedAttempts.inBlock(tampering.getKey()));
                for (String command : Turns.of(database.server(), turn++, both)) {
                    assertThat(attempts.failure(create, command)).as(command).contains(tampering.getValue());
                }
            }
            assertThat(attempts.failure(create, "SELECT 1")).isEmpty();
            // Who is a member, and what is set, goes with the role that is dropped, and is the planner's to look for.
            database.execute("GRANT " + role + " TO pg_monitor");
            assertThat(attempts.failure(create.inverse(), "DROP ROLE " + EachOperation.gone(database)))
                    .contains("something was dropped");
            assertThat(attempts.failure(create.inverse(), "CREATE ROLE " + role))
                    .contains("catalog pg_authid");
            assertThat(attempts.failure(create.inverse(), "SELECT 1")).isEmpty();
        }
    }
}
