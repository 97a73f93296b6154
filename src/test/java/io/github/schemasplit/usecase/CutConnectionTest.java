package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.testing.Faults;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PausedSessions;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.proxy.Message;
import io.github.schemasplit.testing.proxy.ProtocolProxy;
import io.github.schemasplit.usecase.AllOrNothing.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The connection is cut: at every message of a goal, and again while the tool finds out what became of its change. */
class CutConnectionTest {
    private static final String TABLES = "CREATE TABLE orders (id int PRIMARY KEY);"
            + "CREATE TABLE items (id serial PRIMARY KEY, order_id int REFERENCES orders);"
            + "CREATE TABLE chats (id int); CREATE VIEW open_orders AS SELECT * FROM orders; GRANT SELECT ON orders TO PUBLIC";

    private static final MappingBuilder MAPPING =
            new MappingBuilder().tables("shop", "orders", "items").tables("support", "chats");

    private static final AllOrNothing.Goal MIGRATE = goals -> goals.migrate(MAPPING);
    private static final AllOrNothing.Goal ROLLBACK = Goals::rollback;

    @TempDir
    private Path output;

    @PostgresTest(takesLong = true)
    void aMigrationIsOneMessageFromItsFirstLockToItsCommit(@Sample TestDatabase database) {
        try (ProtocolProxy proxy = ProtocolProxy.to(database.server())) {
            Migrate.Result result =
                    Goals.on(database, output).through(proxy.port()).migrate(SampleDatabase.mapping());
            List<Message> trace = proxy.trace();
            List<String> operations = result.plan().operations().stream()
                    .map(o -> o.statement().sql())
                    .toList();
            List<Message> changing = trace.stream()
                    .filter(m -> operations.stream().anyMatch(m.sql()::contains))
                    .toList();
            assertThat(changing).singleElement().satisfies(change -> {
                assertThat(change.type()).isEqualTo('Q');
                assertThat(change.sql()).startsWith("BEGIN").endsWith("COMMIT").contains(operations);
            });
            // The answer to COMMIT is the last CommandComplete before the server is ready for the next message.
            List<Message> answer = trace.stream()
                    .skip(changing.get(0).number())
                    .takeWhile(m -> m.type() != 'Z')
                    .toList();
            assertThat(answer).noneMatch(Message::toServer);
            assertThat(answer.get(answer.size() - 1).type()).isEqualTo('C');
        }
    }

    @PostgresTest(takesLong = true)
    void aMigrationThatIsCutAnywhereIsAllOrNothing(TestDatabase database) throws InterruptedException {
        database.execute(TABLES);
        cutEverywhere("migrate", database, MIGRATE);
    }

    @PostgresTest(takesLong = true)
    void aRollbackThatIsCutAnywhereIsAllOrNothing(TestDatabase database) throws InterruptedException {
        database.execute(TABLES);
        MIGRATE.run(Goals.on(database, output));
        cutEverywhere("rollback", database, ROLLBACK);
    }

    private void cutEverywhere(String name, TestDatabase template, AllOrNothing.Goal goal) throws InterruptedException {
        List<Message> trace = trace(template, goal);
        AllOrNothing expected = expected(template, goal);
        List<Cut> cuts = cuts(trace);
        for (Cut cut : cuts) {
            try (TestDatabase copy = template.server().createDatabase(template.name());
                    ProtocolProxy proxy = ProtocolProxy.to(template.server())) {
                cut.of(proxy);
                Goals goals = Goals.on(copy, output);
                Said said = AllOrNothing.disturbed(goal, goals.through(proxy.port()));
                proxy.awaitSettled();
                expected.check(cut.toString(), goals, Optional.of(said));
            }
        }
        System.out.println(name + " on " + template.server() + ", " + trace.size() + " messages, " + cuts.size()
                + " cuts: " + expected);
        if (Faults.asked()) {
            expected.assertBoth();
        }
    }

    /** Instead of a message, or after it was forwarded and before its answer. */
    private record Cut(Message message, boolean forward) {
        void of(ProtocolProxy proxy) {
            if (forward) {
                proxy.cutAfter(m -> m.number() == message.number());
            } else {
                proxy.cutAt(message.number());
            }
        }
    }

    /** All that there are; in the gate after the change, instead of COMMIT's answer, and at one by chance. */
    private static List<Cut> cuts(List<Message> trace) {
        List<Cut> all = trace.stream()
                .flatMap(m -> Stream.of(new Cut(m, false), new Cut(m, true)))
                .toList();
        if (Faults.asked()) {
            return all;
        }
        Message change =
                trace.stream().filter(CutConnectionTest::isChange).findFirst().orElseThrow();
        Message ready = trace.stream()
                .skip(change.number())
                .filter(m -> m.type() == 'Z')
                .findFirst()
                .orElseThrow();
        List<Cut> some = new ArrayList<>(all.stream()
                .filter(c -> c.message().equals(change)
                        ? c.forward()
                        : !c.forward() && c.message().number() == ready.number() - 1)
                .toList());
        some.add(all.get(Faults.random("CutConnectionTest").nextInt(all.size())));
        return some;
    }

    static boolean isChange(Message message) {
        return message.type() == 'Q'
                && message.sql().startsWith("BEGIN")
                && message.sql().endsWith("COMMIT")
                && message.sql().contains("SET SCHEMA");
    }

    @PostgresTest(takesLong = true)
    void isNotToldAsUndoneWhenTheSecondLookFindsNoServer(TestDatabase database) {
        loseTwice(database, m -> m.connection() == 3);
    }

    @PostgresTest(takesLong = true)
    void isNotToldAsUndoneWhenTheSecondLookIsLost(TestDatabase database) {
        loseTwice(database, m -> m.connection() == 3 && m.sql().startsWith("UPDATE"));
    }

    private void loseTwice(TestDatabase database, Predicate<Message> second) {
        database.execute(TABLES);
        Goals goals = Goals.on(database, output);
        try (ProtocolProxy proxy = ProtocolProxy.to(database.server())) {
            proxy.cutAfter(CutConnectionTest::isChange);
            // The second connection asks the journal, the third would look at the database.
            Applied applied = new Migrate(
                            goals.through(proxy.port()).workplace(),
                            AllowedHazards.NONE,
                            Goals.PERSISTENCE,
                            new LostConnection(() -> proxy.cutWhen(second)))
                    .run(Goals.parsed(MAPPING.build()))
                    .migration()
                    .orElseThrow();

            assertThat(applied.doubts())
                    .singleElement()
                    .satisfies(doubt -> assertThat(Goals.line(doubt))
                            .contains("the change is made")
                            .doesNotContain("Nothing was changed"));
            assertThat(goals.history()).hasSize(1);
        }
    }

    private record LostConnection(Runnable then) implements ChangeListener {
        @Override
        public void on(Event event) {
            if (event instanceof Event.ConnectionLost) {
                then.run();
            }
        }
    }

    /** The server has the whole message, but not looked at it yet: no lock says that it is at work. */
    @PostgresTest(takesLong = true)
    void awaitsAServerThatHasNotBegunYet(TestDatabase database) throws InterruptedException {
        database.execute(TABLES);
        Goals goals = Goals.on(database, output);
        try (ProtocolProxy proxy = ProtocolProxy.to(database.server());
                PausedSessions paused = PausedSessions.of(database, Connector.APPLICATION_NAME)) {
            CountDownLatch pausing = new CountDownLatch(1);
            proxy.cutAfter(m -> {
                boolean change = isChange(m) && paused.pause();
                if (change) {
                    pausing.countDown();
                }
                return change;
            });
            CompletableFuture<Said> said =
                    CompletableFuture.supplyAsync(() -> AllOrNothing.disturbed(MIGRATE, goals.through(proxy.port())));
            pausing.await();
            Thread.sleep(1500);
            paused.resume();
            assertThat(said.join()).isEqualTo(Said.MADE);
            assertThat(goals.history()).hasSize(1);
        }
    }

    private AllOrNothing expected(TestDatabase template, AllOrNothing.Goal goal) {
        try (TestDatabase copy = template.server().createDatabase(template.name())) {
            return new AllOrNothing(Goals.on(copy, output), goal);
        }
    }

    private List<Message> trace(TestDatabase template, AllOrNothing.Goal goal) {
        try (TestDatabase copy = template.server().createDatabase(template.name());
                ProtocolProxy proxy = ProtocolProxy.to(template.server())) {
            goal.run(Goals.on(copy, output).through(proxy.port()));
            return proxy.trace();
        }
    }
}
