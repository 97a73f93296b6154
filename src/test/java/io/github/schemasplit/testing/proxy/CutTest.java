package io.github.schemasplit.testing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

class CutTest {
    private static final List<String> ONE_MESSAGE = List.of("BEGIN; CREATE TABLE t (); COMMIT");
    private static final List<String> THREE_MESSAGES = List.of("BEGIN", "CREATE TABLE t ()", "COMMIT");
    private static final String SIMPLE = "&preferQueryMode=simple";
    private static final String NO_FAILURE = "no failure";

    @PostgresTest
    void cutsATransactionInOneMessageAtEachMessage(TestDatabase database) throws InterruptedException {
        cutAtEach(database, SIMPLE, ONE_MESSAGE, Duration.ZERO);
    }

    @PostgresTest
    void cutsATransactionInThreeMessagesAtEachMessage(TestDatabase database) throws InterruptedException {
        cutAtEach(database, SIMPLE, THREE_MESSAGES, Duration.ZERO);
    }

    @PostgresTest
    void cutsAnExtendedTransactionAtEachMessage(TestDatabase database) throws InterruptedException {
        cutAtEach(database, "&preferQueryMode=extended", THREE_MESSAGES, Duration.ZERO);
    }

    @PostgresTest
    void cutsADelayedTransactionAtEachMessage(TestDatabase database) throws InterruptedException {
        cutAtEach(database, SIMPLE, ONE_MESSAGE, Duration.ofMillis(5));
    }

    /** The table is there if the Query or Execute of the COMMIT got through; the driver fails if it missed any answer. */
    private static void cutAtEach(TestDatabase database, String parameters, List<String> transaction, Duration delay)
            throws InterruptedException {
        List<Message> uncut = uncut(database, parameters, transaction);
        int commit = lastOf(uncut, "QE");
        for (int i = 0; i <= uncut.size(); i++) {
            int cut = i + 1;
            try (ProtocolProxy proxy = ProtocolProxy.to(database.server()).delay(delay)) {
                String state =
                        sqlState(proxy, database, parameters, transaction, opening -> proxy.cutAt(opening + cut));
                proxy.awaitSettled();

                String where = i < uncut.size() ? "cut instead of " + uncut.get(i) : "cut after the end";
                assertThat(exists(database)).as(where).isEqualTo(i > commit);
                assertThat(state).as(where).startsWith(i < uncut.size() ? "08" : NO_FAILURE);
            }
            database.execute("DROP TABLE IF EXISTS t");
        }
    }

    private static List<Message> uncut(TestDatabase database, String parameters, List<String> transaction) {
        try (ProtocolProxy proxy = ProtocolProxy.to(database.server())) {
            List<Integer> opening = new ArrayList<>();
            sqlState(proxy, database, parameters, transaction, opening::add);
            List<Message> trace = proxy.trace();
            database.execute("DROP TABLE t");
            return trace.subList(opening.get(0), lastOf(trace, "Z") + 1);
        }
    }

    private static int lastOf(List<Message> messages, String types) {
        int last = messages.size() - 1;
        while (types.indexOf(messages.get(last).type()) < 0) {
            last--;
        }
        return last;
    }

    /** The state that the statements fail with; tells how many messages it took to connect. */
    private static String sqlState(
            ProtocolProxy proxy,
            TestDatabase database,
            String parameters,
            List<String> statements,
            IntConsumer opened) {
        try (Connection connection = DriverManager.getConnection(proxy.url(database.name()) + parameters);
                Statement statement = connection.createStatement()) {
            opened.accept(proxy.trace().size());
            for (String sql : statements) {
                statement.execute(sql);
            }
            return NO_FAILURE;
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static boolean exists(TestDatabase database) {
        return database.query("SELECT to_regclass('t') IS NOT NULL").equals(List.of("t"));
    }

    @PostgresTest
    void losesTheAnswerToACommit(TestDatabase database) throws InterruptedException {
        try (ProtocolProxy proxy = ProtocolProxy.to(database.server())) {
            proxy.cutAfter(message -> message.sql().equals("COMMIT"));
            String state = sqlState(proxy, database, SIMPLE, THREE_MESSAGES, opening -> {});
            proxy.awaitSettled();

            assertThat(state).startsWith("08");
            assertThat(exists(database)).isTrue();
            assertThat(proxy.trace().get(proxy.trace().size() - 1).sql()).isEqualTo("COMMIT");
        }
    }

    @PostgresTest
    void cutsOnce(TestDatabase database) {
        try (ProtocolProxy proxy = ProtocolProxy.to(database.server())) {
            proxy.cutWhen(message -> message.sql().equals("BEGIN"));

            assertThat(sqlState(proxy, database, SIMPLE, THREE_MESSAGES, opening -> {}))
                    .startsWith("08");
            assertThat(sqlState(proxy, database, SIMPLE, THREE_MESSAGES, opening -> {}))
                    .isEqualTo(NO_FAILURE);
            assertThat(exists(database)).isTrue();
        }
    }

    @PostgresTest
    void cutsNoOtherConnection(TestDatabase database) throws SQLException {
        try (ProtocolProxy proxy = ProtocolProxy.to(database.server());
                Connection other = DriverManager.getConnection(proxy.url(database.name()))) {
            proxy.cutAfter(message -> message.sql().contains("CREATE"));

            assertThat(sqlState(proxy, database, SIMPLE, ONE_MESSAGE, opening -> {}))
                    .startsWith("08");
            assertThat(other.isValid(5)).isTrue();
        }
    }

    @PostgresTest
    void cutsWhileConnecting(TestDatabase database) {
        for (char type : new char[] {Message.STARTUP, 'R', 'K'}) {
            try (ProtocolProxy proxy = ProtocolProxy.to(database.server())) {
                proxy.cutWhen(message -> message.type() == type);

                assertThat(sqlState(proxy, database, SIMPLE, ONE_MESSAGE, opening -> {}))
                        .as("cut instead of " + type)
                        .startsWith("08");
            }
        }
    }
}
