package io.github.schemasplit.testing;

import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Carries out a plan statement by statement, with nothing around it, for what is tested besides. */
public final class PlanRunner {
    private PlanRunner() {}

    /** Carries it out in the transaction that the connection is in. */
    public static void run(Connection connection, Plan plan) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String setting : plan.settings()) {
                statement.execute("SET LOCAL " + setting);
            }
            for (Operation operation : plan.operations()) {
                statement.execute(operation.statement().sql());
            }
        }
    }
}
