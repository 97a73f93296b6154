package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.notice.Notice;
import io.github.schemasplit.notice.NoticeFile;
import io.github.schemasplit.notice.NoticeKind;
import io.github.schemasplit.notice.NoticeReceiver;
import io.github.schemasplit.notice.NoticeTemplate;
import io.github.schemasplit.notice.Webhook;
import io.github.schemasplit.render.RunbookProgress;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RowLockHolder;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import io.github.schemasplit.window.ChangeWindow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** What goes along with a change: notices, the window, and what the journal lets go of. */
class ConductTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NIGHT = Instant.parse("2026-12-01T22:00:00Z");
    private static final ChangeWindow WINDOW = ChangeWindow.parse("2026-12-01T21:00/2026-12-01T23:00 UTC");

    private final AtomicReference<Instant> now = new AtomicReference<>(NIGHT);
    private final InstantSource clock = now::get;
    private final List<Event> events = new ArrayList<>();

    @TempDir
    private Path output;

    private static ParsedMapping mapping(String... tables) {
        return Goals.parsed(
                new MappingBuilder().tables("It's a \"Shop\"", tables).build());
    }

    private Migrate.Result migrate(Goals goals, Conduct.Terms terms, ParsedMapping mapping) {
        return new Conduct(goals.workplace(), terms, clock)
                .run(
                        events::add,
                        told -> new Migrate(
                                        goals.workplace(),
                                        AllowedHazards.NONE,
                                        Goals.PERSISTENCE.within(terms.hours()),
                                        told)
                                .run(mapping),
                        done -> new Outcome(done.plan(), done.batches()));
    }

    private Rollback.Result rollback(Goals goals, Conduct.Terms terms) {
        return new Conduct(goals.workplace(), terms, clock)
                .run(
                        events::add,
                        told -> new Rollback(goals.workplace(), false, Goals.PERSISTENCE, told).run(),
                        done -> new Outcome(done.taken(), done.batches()));
    }

    private static Conduct.Terms telling(String goal, NoticeKind kind, List<NoticeReceiver> receivers) {
        return new Conduct.Terms(goal, kind, OpeningHours.ALWAYS, receivers, Path.of("none"), Optional.empty(), false);
    }

    private static RunbookProgress evidence(Goals goals) {
        return Evidence.of(goals.workplace(), Path.of("none")).progress(goals.history(), Optional.empty());
    }

    private List<String> warnings() {
        return events.stream()
                .filter(Event::isWarning)
                .flatMap(e -> e.lines().stream())
                .toList();
    }

    @PostgresTest(takesLong = true)
    void aWebhookAFileAndTheDatabaseAreToldBeforeAfterOfAFailureAndOfARollback(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE \"a\"\"b\" (id serial PRIMARY KEY); CREATE TABLE orders (id int);"
                + "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'");
        Goals goals = Goals.on(database, output);
        List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        Path file = output.resolve("notices.jsonl");
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("LISTEN schemasplit");
            List<NoticeReceiver> receivers = List.of(
                    Webhook.of("http://localhost:" + server.getAddress().getPort(), NoticeTemplate.parse("{{notice}}")),
                    new NoticeFile(file),
                    new NotifyChannel(goals.workplace()));
            Conduct.Terms migrate = telling("migrate", NoticeKind.AFTER, receivers);
            ParsedMapping mapping = Goals.parsed(new MappingBuilder()
                    .tables("It's a \"Shop\"", "a\"b", "orders")
                    .routines("code", "f")
                    .build());
            Migrate.Result done = migrate(goals, migrate, mapping);
            assertThat(migrate(goals, migrate, mapping).batches()).isEmpty();
            assertThatThrownBy(() -> migrate(goals, migrate, mapping("nowhere")))
                    .isInstanceOf(GoalStoppedException.class);
            Rollback.Result back = rollback(goals, telling("rollback", NoticeKind.ROLLBACK, receivers));

            assertThat(bodies).hasSize(4).isEqualTo(Files.readAllLines(file)).isEqualTo(heard(connection, 4));
            assertThat(bodies.stream().map(ConductTest::event))
                    .containsExactly("before", "after", "failure", "rollback");
            for (int told : List.of(0, 1, 3)) {
                JsonNode notice = JSON.readTree(bodies.get(told));
                assertThat(notice.get("schemas").toString()).isEqualTo("[\"It's a \\\"Shop\\\"\",\"code\"]");
                assertThat(notice.get("tables").asInt()).isEqualTo(2);
                assertThat(notice.get("objects").asInt()).isEqualTo(3);
                assertThat(notice.get("statements").asInt())
                        .isEqualTo(done.plan().operations().size());
                assertThat(notice.get("time").asText()).isEqualTo("2026-12-01T22:00:00Z");
                assertThat(notice.get("database").asText()).contains(database.name());
            }
            JsonNode after = JSON.readTree(bodies.get(1));
            Applied applied = done.migration().orElseThrow();
            assertThat(after.get("journalEntry").asText())
                    .isEqualTo(applied.entry().toString());
            assertThat(after.get("attempts").asInt()).isEqualTo(1);
            assertThat(after.get("transactions").asInt()).isEqualTo(1);
            assertThat(after.get("shutMillis").asLong())
                    .isEqualTo(applied.shut().stream()
                            .mapToLong(s -> s.time().toMillis())
                            .max()
                            .orElseThrow());
            assertThat(after.get("durationMillis").asLong())
                    .isGreaterThanOrEqualTo(after.get("shutMillis").asLong());
            assertThat(JSON.readTree(bodies.get(0)).get("text").asText())
                    .contains(": 2 tables and 1 other object to 2 schemas: It's a \"Shop\", code, ")
                    .endsWith("No rehearsal tells for how long tables will be shut.");
            assertThat(JSON.readTree(bodies.get(2)).get("failure").asText())
                    .startsWith("The database cannot be migrated as the mapping says: ")
                    .contains("nowhere");
            assertThat(JSON.readTree(bodies.get(3)).get("journalEntry").asText())
                    .isEqualTo(back.batches().get(0).entry().toString());
            assertThat(warnings()).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    private static String event(String body) {
        try {
            return JSON.readTree(body).get("event").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is told arrives a moment after the transaction that tells it. */
    private static List<String> heard(Connection connection, int count) throws Exception {
        List<String> heard = new ArrayList<>();
        for (int look = 0; look < 20 && heard.size() < count; look++) {
            for (PGNotification notification :
                    connection.unwrap(PGConnection.class).getNotifications(500)) {
                heard.add(notification.getParameter());
            }
        }
        return heard;
    }

    @PostgresTest(takesLong = true)
    void whomANoticeDoesNotReachStopsNothingAndIsTold(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int)");
        Goals goals = Goals.on(database, output);
        NoticeReceiver broken = new NoticeReceiver() {
            @Override
            public String name() {
                return "a broken one";
            }

            @Override
            public void receive(Notice notice) {
                throw new IllegalStateException("s3cret");
            }
        };
        migrate(
                goals,
                telling(
                        "migrate",
                        NoticeKind.AFTER,
                        List.of(broken, Webhook.of("http://localhost:1/s3cret", NoticeTemplate.SLACK))),
                mapping("orders"));
        assertThat(database.query("SELECT count(*) FROM \"It's a \"\"Shop\"\"\".orders"))
                .containsExactly("0");
        assertThat(warnings())
                .containsExactly(
                        "The notice 'before' did not reach a broken one: IllegalStateException. The goal goes on without it.",
                        "The notice 'before' did not reach the webhook: it is not to be reached (ConnectException), 3 times. The goal goes on without it.",
                        "The notice 'after' did not reach a broken one: IllegalStateException. The goal goes on without it.",
                        "The notice 'after' did not reach the webhook: it is not to be reached (ConnectException), 3 times. The goal goes on without it.");
    }

    @PostgresTest(takesLong = true)
    void outsideOfTheWindowNothingIsDoneAndNoAttemptBeginsAfterItsEnd(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE orders (id int); INSERT INTO orders VALUES (1)");
        Goals goals = Goals.on(database, output);
        OpeningHours hours = OpeningHours.of(WINDOW, clock);
        Conduct.Terms terms = new Conduct.Terms(
                "migrate", NoticeKind.AFTER, hours, List.of(), Path.of("none"), Optional.empty(), false);
        now.set(Instant.parse("2026-12-01T18:29:00Z"));
        assertThatThrownBy(() -> migrate(goals, terms, mapping("orders")))
                .isInstanceOf(GoalStoppedException.class)
                .hasMessage(
                        "It is 2026-12-01 18:29 UTC, and schema.window (2026-12-01T21:00/2026-12-01T23:00 UTC) is not"
                                + " open. Nothing was changed. It opens next from 2026-12-01 21:00 to 2026-12-01 23:00 UTC, in 2 h"
                                + " 31 min: run the goal again then. To change the database at any other time, say"
                                + " -Dschema.window=always.");
        now.set(Instant.parse("2026-12-03T00:00:00Z"));
        assertThatThrownBy(() -> migrate(goals, terms, mapping("orders")))
                .hasMessageContaining("It was over at 2026-12-01 23:00 UTC, and does not open again: set another one.");
        assertThat(events).isEmpty();

        now.set(NIGHT);
        RowLockHolder holder = RowLockHolder.hold(database.url(), "orders", Duration.ofMinutes(1));
        try {
            assertThatThrownBy(() -> new Migrate(
                                    goals.workplace(), AllowedHazards.NONE, Goals.PERSISTENCE.within(hours), event -> {
                                        if (event instanceof Event.Busy) {
                                            now.set(Instant.parse("2026-12-01T23:00:00Z"));
                                        }
                                    })
                            .run(mapping("orders")))
                    .hasMessage("No attempt begins after the end of schema.window, 2026-12-01 23:00 UTC. Nothing was"
                            + " changed, after 1 attempt. It was over at 2026-12-01 23:00 UTC, and does not open again:"
                            + " set another one.");
            now.set(Instant.parse("2026-12-01T22:59:59.999Z"));
            assertThatThrownBy(() -> migrate(goals, terms, mapping("orders")))
                    .hasMessageStartingWith("No attempt begins after the end of schema.window, 2026-12-01 23:00 UTC.");
        } finally {
            holder.close();
        }
        now.set(NIGHT);
        migrate(goals, terms, mapping("orders"));
        assertThat(goals.history()).hasSize(1);
    }

    @PostgresTest(takesLong = true)
    void theJournalLetsGoOfWhatIsTooOldAndKeepsTheHistory(TestDatabase database) {
        database.execute("CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE TABLE c (id int)");
        Goals goals = Goals.on(database, output);
        now.set(Instant.now());
        Conduct.Terms terms = new Conduct.Terms(
                "migrate",
                NoticeKind.AFTER,
                OpeningHours.ALWAYS,
                List.of(),
                Path.of("none"),
                Optional.of(Duration.ofDays(90)),
                false);
        migrate(goals, terms, mapping("a"));
        migrate(goals, terms, mapping("a", "b"));
        rollback(goals, terms);
        migrate(goals, terms, mapping("a", "b"));
        assertThat(goals.history()).hasSize(4).noneMatch(JournalEntry::letGo);
        database.execute("UPDATE schemasplit.migration SET applied_at = applied_at - interval '91 d' WHERE number < 4");
        migrate(goals, terms, mapping("a", "b", "c"));
        assertThat(database.query(
                        "SELECT number, format_version, jsonb_typeof(operations), states_before IS NULL, states_after IS NULL"
                                + " FROM schemasplit.migration ORDER BY number"))
                .containsExactly(
                        "1|6|object|t|f", "2|6|object|t|t", "3|6|object|t|t", "4|6|array|f|f", "5|6|array|f|f");
        assertThat(events).contains(new Event.LetGo(3));
        assertThat(goals.verify(mapping("a", "b", "c"), Expectation.MIGRATED).findings())
                .isEmpty();
        rollback(goals, terms);
        rollback(goals, terms);
        assertThatThrownBy(() -> rollback(goals, terms))
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContaining("can not be taken back: it was made longer ago than schema.keepFor said")
                .hasMessageContaining("(entry 1). Nothing was changed.");
        // The one that verify compares with keeps the states after it.
        migrate(goals, terms, mapping("a", "b"));
        database.execute("UPDATE schemasplit.migration SET applied_at = applied_at - interval '91 d' WHERE number > 3");
        migrate(goals, terms, mapping("a", "b"));
        assertThat(goals.history())
                .hasSize(8)
                .filteredOn(entry -> !entry.letGo())
                .as("the newest in force stays")
                .extracting(JournalEntry::number)
                .containsExactly(8);
        assertThat(goals.verify(mapping("a", "b"), Expectation.MIGRATED).findings())
                .isEmpty();
        database.execute("ALTER TABLE c ADD COLUMN n int");
        assertThat(goals.verify(mapping("a", "b"), Expectation.MIGRATED).findings())
                .isNotEmpty();
    }

    @PostgresTest(takesLong = true)
    void anEndOfOldNamesIsCalledThatAlsoWhenItIsLetGo(TestDatabase database) {
        database.execute("CREATE TABLE a (id int); CREATE TABLE b (id int)");
        Goals goals = Goals.on(database, output);
        Conduct.Terms terms = new Conduct.Terms(
                "migrate",
                NoticeKind.AFTER,
                OpeningHours.ALWAYS,
                List.of(),
                Path.of("none"),
                Optional.of(Duration.ofDays(90)),
                false);
        ParsedMapping first = Goals.parsed(new MappingBuilder()
                .compatibility(Compatibility.VIEWS)
                .tables("shop", "a")
                .build());
        migrate(goals, terms, first);
        new Contract(
                        goals.workplace(),
                        new Contract.Terms(List.of(), false, Duration.ZERO, Duration.ZERO),
                        Goals.PERSISTENCE,
                        ChangeListener.NONE)
                .run();
        assertThatThrownBy(() -> goals.verify(first, Expectation.ORIGINAL))
                .hasMessageStartingWith("The last thing that the journal tells is the end of old names of ");
        String contracted = evidence(goals).contracted().orElseThrow();
        database.execute("UPDATE schemasplit.migration SET applied_at = applied_at - interval '91 d'");
        migrate(
                goals,
                terms,
                Goals.parsed(new MappingBuilder().tables("shop", "a", "b").build()));
        assertThat(goals.history()).extracting(JournalEntry::letGo).containsExactly(true, true, false);
        rollback(goals, terms);
        RunbookProgress progress = evidence(goals);
        assertThat(progress.contracted().orElseThrow())
                .startsWith("journal entry 2 of ")
                .isNotEqualTo(contracted);
        assertThat(progress.migrated().orElseThrow()).startsWith("journal entry 1 of ");
        assertThat(progress.history().get(1))
                .startsWith("entry 2: schema:contract at ")
                .endsWith(", no longer to be taken back");
        assertThat(goals.verify(first, Expectation.MIGRATED).findings()).isEmpty();
        assertThatThrownBy(() -> rollback(goals, terms))
                .hasMessageStartingWith("The end of old names of ")
                .hasMessageContaining("can not be taken back");
        database.execute("UPDATE schemasplit.migration SET states_after = NULL WHERE number = 2");
        assertThat(goals.verify(first, Expectation.MIGRATED).findings())
                .extracting(Finding::message)
                .containsExactly(
                        "it no longer holds what the database then was, being older than schema.keepFor said, so"
                                + " whether objects changed since can not be said; only the places of tables were checked");
    }
}
