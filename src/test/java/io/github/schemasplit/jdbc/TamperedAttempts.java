package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.schemasplit.plan.CommentOnSchema;
import io.github.schemasplit.plan.CreateRole;
import io.github.schemasplit.plan.Notify;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.RoleOperation;
import io.github.schemasplit.plan.SettingOperation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Attempts to make changes. One that is refused leaves the catalog as it was read, so that it need not be read anew. */
final class TamperedAttempts {
    /** Does something once, after the first command of the change. */
    static final String TRIGGER = "CREATE FUNCTION tamper() RETURNS event_trigger LANGUAGE plpgsql AS $$"
            + " DECLARE command text := current_setting('test.command', true); BEGIN"
            + " IF command <> '' THEN PERFORM set_config('test.command', '', true); EXECUTE command; END IF; END $$;"
            + "CREATE EVENT TRIGGER tamper ON ddl_command_end EXECUTE FUNCTION tamper()";

    private static final CommentOnSchema COMMENT =
            new CommentOnSchema(EachOperation.TARGET, Optional.of("what is here"), Optional.empty(), "");

    private final Connection connection;
    private Optional<GuardedSnapshot> read = Optional.empty();

    TamperedAttempts(Connection connection) {
        this.connection = connection;
    }

    /** What the change is refused for; empty when it is made. */
    String failure(Operation operation, String command) throws SQLException {
        GuardedSnapshot now = read.isPresent() ? read.get() : GuardedSnapshot.read(connection);
        Change change = OrderItems.change(now, plan(operation));
        try (PreparedStatement set = connection.prepareStatement("SELECT set_config('test.command', ?, false)")) {
            set.setString(1, command);
            set.execute();
        }
        RuntimeException failure =
                catchThrowableOfType(RuntimeException.class, () -> OrderItems.apply(connection, change));
        read = failure == null ? Optional.empty() : Optional.of(now);
        return failure == null ? "" : failure.getMessage();
    }

    static String inBlock(String sql) {
        return "DO $do$ BEGIN BEGIN " + sql + "; EXCEPTION WHEN raise_exception THEN NULL; END; END $do$";
    }

    /** What fires no event trigger is made together with something that does. */
    private static Plan plan(Operation operation) {
        if (operation instanceof SettingOperation setting) {
            return new Plan(List.of(operation, setting.adds() ? COMMENT : COMMENT.inverse()));
        }
        if (operation instanceof RoleOperation) {
            return new Plan(List.of(operation, operation instanceof CreateRole ? COMMENT : COMMENT.inverse()));
        }
        return operation instanceof Notify ? new Plan(List.of(operation, COMMENT)) : new Plan(List.of(operation));
    }
}
