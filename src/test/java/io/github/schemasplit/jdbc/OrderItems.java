package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.CreateSchema;
import io.github.schemasplit.plan.Movable;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the tests of changes change: a table with a sequence, that goes to a schema whose name is as bad as a name can be. */
final class OrderItems {
    static final Identifier TARGET = Identifier.of("Web \"Shop\" %s $ss$ \n\n $1 \\ü");
    static final QualifiedName TABLE = QualifiedName.of("public", "Order Items");
    static final Identifier OWNER = Identifier.of("postgres");
    static final CreateSchema CREATE = new CreateSchema(TARGET, OWNER, "");
    static final Timeouts SHORT = new Timeouts(Duration.ofMillis(100), Duration.ofSeconds(20));
    static final String PLACE =
            "SELECT nspname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE relname = 'Order Items'";

    private OrderItems() {}

    static Executed apply(Connection connection, Change change) throws SQLException {
        return new Executor(connection, Journal.DEFAULT_SCHEMA, SHORT).apply(change);
    }

    static Change change(Connection connection, Plan plan) throws SQLException {
        return change(GuardedSnapshot.read(connection), plan);
    }

    static Change change(GuardedSnapshot read, Plan plan) {
        ObjectStates states = ObjectStates.of(read.snapshot(), Journal.DEFAULT_SCHEMA);
        UUID id = UUID.randomUUID();
        return new Change(
                plan,
                read,
                new JournalDraft(
                        id,
                        JournalAction.MIGRATE,
                        Optional.empty(),
                        JournalBatch.only(id),
                        "test",
                        "it's \\ a %s mapping",
                        plan,
                        states.fingerprint(),
                        Optional.of(states)));
    }

    static <T extends Throwable> T failure(Class<T> type, TestDatabase database, Operation... operations)
            throws SQLException {
        try (Connection connection = connect(database)) {
            Change change = change(connection, new Plan(List.of(operations)));
            return catchThrowableOfType(type, () -> apply(connection, change));
        }
    }

    static AlterSetSchema move(TestDatabase database) {
        return move(database, TARGET);
    }

    static AlterSetSchema move(TestDatabase database, Identifier target) {
        long oid = Long.parseLong(
                database.query("SELECT 'public.\"Order Items\"'::regclass::oid").get(0));
        return new AlterSetSchema(Movable.TABLE, ObjectId.relation(oid), TABLE, "", target, "");
    }

    static Connection connect(TestDatabase database) throws SQLException {
        return connect(database.url());
    }

    /** As {@link Connector} does. */
    static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url + "&preferQueryMode=extendedForPrepared&prepareThreshold=0");
    }

    static Connection inTransaction(TestDatabase database) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        return connection;
    }

    static int backend(Connection connection) throws SQLException {
        return connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    }

    static String show(Connection connection, String setting) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
