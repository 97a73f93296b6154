package io.github.schemasplit.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.schemasplit.catalog.Observation;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.StatementStatistics;
import io.github.schemasplit.catalog.TableStatistics;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Instant BEGUN = Instant.parse("2026-11-01T00:00:00Z");
    private static final Map<QualifiedName, QualifiedName> MOVES =
            Map.of(QualifiedName.of("public", "orders"), QualifiedName.of("shop", "orders"));

    private final List<ObservedStatement> statements = new ArrayList<>();
    private long sequentialRows;
    private Optional<Identifier> only = Optional.empty();
    private boolean complete = true;

    private ComparisonTest ran(String text, String role, long calls, double milliseconds) {
        statements.add(new ObservedStatement(text, Identifier.of(role), calls, milliseconds, false));
        return this;
    }

    private ComparisonTest read(long rows) {
        sequentialRows = rows;
        return this;
    }

    /** What the server had counted so many days after it began. */
    private Observation after(int days, Instant since, String schema) {
        Observation observation = new Observation(
                BEGUN.plus(Duration.ofDays(days)),
                1,
                false,
                Optional.of(since),
                List.of(new TableStatistics(7, QualifiedName.of(schema, "orders"), 1, sequentialRows, 2, 3, 4)),
                Optional.of(new StatementStatistics(Optional.of(since), only, complete, statements)));
        statements.clear();
        return observation;
    }

    private static ComparedStatement only(Comparison comparison) {
        assertThat(comparison.statements().orElseThrow().all()).hasSize(1);
        return comparison.statements().orElseThrow().all().get(0);
    }

    @Test
    void whatWasCountedBeforeTheFirstLookDoesNotCount() {
        Observation start =
                ran("SELECT * FROM orders", "app", 1000, 9000).read(100).after(1, BEGUN, "public");
        Observation move =
                ran("SELECT * FROM orders", "app", 1100, 9100).read(150).after(2, BEGUN, "public");
        Observation end = ran("SELECT * FROM orders", "app", 1150, 9200)
                .ran("SELECT * FROM shop.orders", "app", 50, 100)
                .read(550)
                .after(3, BEGUN, "shop");
        Comparison comparison = Comparison.of(Optional.of(start), move, end, MOVES);
        ComparedStatement statement = only(comparison);
        assertThat(statement.before()).isEqualTo(new Calls(100, 100));
        assertThat(statement.after()).isEqualTo(new Calls(100, 200));
        assertThat(statement.ratio()).hasValue(2);
        assertThat(statement.added()).isEqualTo(100);
        assertThat(statement.named()).isTrue();
        assertThat(comparison.statements().orElseThrow().before().length()).contains(Duration.ofDays(1));
        assertThat(comparison.tables()).hasSize(1);
        ComparedTable table = comparison.tables().get(0);
        assertThat(table.table().sql()).isEqualTo("public.orders");
        assertThat(table.moved().sql()).isEqualTo("shop.orders");
        assertThat(table.before().sequentialRows()).isEqualTo(50);
        assertThat(table.after().sequentialRows()).isEqualTo(400);
    }

    @Test
    void withoutALookBeforeItCountsFromTheBeginning() {
        Observation move = ran("SELECT * FROM orders", "app", 10, 10).after(2, BEGUN, "public");
        Observation end = ran("SELECT * FROM orders", "app", 30, 50).after(3, BEGUN, "shop");
        Comparison comparison = Comparison.of(Optional.empty(), move, end, MOVES);
        assertThat(only(comparison).before()).isEqualTo(new Calls(10, 10));
        assertThat(only(comparison).after()).isEqualTo(new Calls(20, 40));
        assertThat(comparison.statements().orElseThrow().before().from()).contains(BEGUN);
    }

    @Test
    void whereTheServerBeganAnewThatIsTheBeginning() {
        Instant reset = BEGUN.plus(Duration.ofHours(60));
        Observation start = ran("SELECT * FROM orders", "app", 5, 5).after(1, BEGUN, "public");
        Observation move = ran("SELECT * FROM orders", "app", 10, 10).after(2, BEGUN, "public");
        // More than at the move, so that only the time of the reset tells.
        Observation end = ran("SELECT * FROM orders", "app", 30, 60).read(7).after(3, reset, "shop");
        Comparison comparison = Comparison.of(Optional.of(start), move, end, MOVES);
        assertThat(only(comparison).after()).isEqualTo(new Calls(30, 60));
        assertThat(comparison.statements().orElseThrow().after().from()).contains(reset);
        // One table's counters may be set back without the others'.
        assertThat(comparison.tablesReset()).contains(reset);
        assertThat(comparison.tables().get(0).after().sequentialRows()).isEqualTo(7);
        assertThat(comparison.tables().get(0).after().indexScans()).isZero();

        Observation late = ran("SELECT * FROM orders", "app", 40, 40).after(4, reset, "public");
        Observation later = ran("SELECT * FROM orders", "app", 41, 41).after(5, reset, "shop");
        Comparison second = Comparison.of(Optional.of(move), late, later, MOVES);
        assertThat(only(second).before()).isEqualTo(new Calls(40, 40));
        assertThat(second.statements().orElseThrow().before().from()).contains(reset);
    }

    @Test
    void aTableIsFoundWhateverItWasCalledAtTheFirstLook() {
        Observation start = read(100).after(1, BEGUN, "shop");
        Observation move = read(103).after(2, BEGUN, "public");
        Observation end = read(104).after(3, BEGUN, "shop");
        ComparedTable table =
                Comparison.of(Optional.of(start), move, end, MOVES).tables().get(0);
        assertThat(table.before().sequentialRows()).isEqualTo(3);
        assertThat(table.after().sequentialRows()).isEqualTo(1);
    }

    @Test
    void onlyWhatEachLookCouldSeeIsCompared() {
        only = Optional.of(Identifier.of("deployer"));
        Observation move = ran("SELECT a FROM orders", "deployer", 1, 1).after(2, BEGUN, "public");
        only = Optional.empty();
        Observation end = ran("SELECT a FROM orders", "deployer", 3, 3)
                .ran("SELECT b FROM orders", "app", 101, 101)
                .after(3, BEGUN, "shop");
        Comparison.Statements compared =
                Comparison.of(Optional.empty(), move, end, MOVES).statements().orElseThrow();
        assertThat(compared.all()).extracting(ComparedStatement::text).containsExactly("SELECT a FROM orders");
        assertThat(compared.only()).containsExactly(Identifier.of("deployer"));
    }

    @Test
    void whatALookHadNoRoomForIsNotCompared() {
        Observation move = ran("SELECT a FROM orders", "app", 1, 1)
                .ran("SELECT c FROM orders", "app", 1, 1)
                .after(2, BEGUN, "public");
        complete = false;
        Observation cut = ran("SELECT a FROM orders", "app", 3, 3)
                .ran("SELECT b FROM orders", "app", 3, 3)
                .after(3, BEGUN, "shop");
        Comparison.Statements compared =
                Comparison.of(Optional.empty(), move, cut, MOVES).statements().orElseThrow();
        // Whether c is run still is not known.
        assertThat(compared.all())
                .extracting(ComparedStatement::text)
                .containsExactlyInAnyOrder("SELECT a FROM orders", "SELECT b FROM orders");
        assertThat(compared.complete()).isFalse();
        complete = true;
        Observation later = ran("SELECT a FROM orders", "app", 4, 4)
                .ran("SELECT d FROM orders", "app", 9, 9)
                .after(4, BEGUN, "shop");
        // Nor is how much of d was before.
        assertThat(Comparison.of(Optional.empty(), cut, later, MOVES)
                        .statements()
                        .orElseThrow()
                        .all())
                .extracting(ComparedStatement::text)
                .containsExactlyInAnyOrder("SELECT a FROM orders", "SELECT b FROM orders");
    }

    @Test
    void aStatementThatTheServerForgotCountsFromItsReturn() {
        Observation move = ran("SELECT * FROM orders", "app", 100, 100).after(2, BEGUN, "public");
        Observation end = ran("SELECT * FROM orders", "app", 3, 9).after(3, BEGUN, "shop");
        assertThat(only(Comparison.of(Optional.empty(), move, end, MOVES)).after())
                .isEqualTo(new Calls(3, 9));
        Observation slow = ran("SELECT * FROM orders", "app", 100, 100_000).after(2, BEGUN, "public");
        Observation back = ran("SELECT * FROM orders", "app", 150, 10).after(3, BEGUN, "shop");
        assertThat(only(Comparison.of(Optional.empty(), slow, back, MOVES)).after())
                .isEqualTo(new Calls(150, 10));
    }

    @Test
    void sumsOfTimesAreNotExactAndTellOfNoBeginning() {
        Observation move = ran("SELECT * FROM orders", "app", 3, 0.354)
                .ran("SELECT a FROM orders", "app", 3, 0.354)
                .after(2, BEGUN, "public");
        Observation end = ran("SELECT * FROM orders", "app", 3, 0.354 - 1e-12)
                .ran("SELECT a FROM orders", "app", 4, 0.354 - 1e-12)
                .after(3, BEGUN, "shop");
        Comparison.Statements compared =
                Comparison.of(Optional.empty(), move, end, MOVES).statements().orElseThrow();
        assertThat(compared.all())
                .extracting(ComparedStatement::after)
                .containsExactlyInAnyOrder(Calls.NONE, new Calls(1, 0));
    }

    @Test
    void thoseThatAddMostTimeAreFirstAndRolesCountTogether() {
        Observation move = ran("SELECT a FROM orders", "app", 10, 10)
                .ran("SELECT a FROM orders", "batch", 10, 10)
                .ran("SELECT b FROM orders", "app", 10, 100)
                .ran("SELECT c FROM orders", "app", 10, 10)
                .ran("SELECT now()", "app", 10, 10)
                .after(2, BEGUN, "public");
        Observation end = ran("SELECT a FROM orders", "app", 20, 40)
                .ran("SELECT a FROM orders", "batch", 10, 10)
                .ran("SELECT b FROM orders", "app", 1010, 1100)
                .ran("SELECT d FROM shop.orders", "app", 1, 1)
                .ran("SELECT now()", "app", 20, 20)
                .after(3, BEGUN, "shop");
        Comparison.Statements compared =
                Comparison.of(Optional.empty(), move, end, MOVES).statements().orElseThrow();
        assertThat(compared.all().stream().map(ComparedStatement::text))
                .containsExactly(
                        "SELECT a FROM orders",
                        "SELECT c FROM orders",
                        "SELECT d FROM shop.orders",
                        "SELECT now()",
                        "SELECT b FROM orders");
        assertThat(compared.all().get(0).before()).isEqualTo(new Calls(20, 20));
        assertThat(compared.all().get(0).after()).isEqualTo(new Calls(10, 30));
        assertThat(compared.naming(false).stream().map(ComparedStatement::text)).containsExactly("SELECT now()");
        assertThat(compared.all().get(1).after().mean()).isEmpty();
        assertThat(compared.all().get(2).before().mean()).isEmpty();
        assertThat(compared.all().get(4).added()).isEqualTo(-9000);
    }

    /** A program that runs a slow statement more often is not slower. */
    @Test
    void theRatioOfManyIsOfTheSameCalls() {
        ComparedStatement slow = new ComparedStatement("a", true, new Calls(1, 100), new Calls(100, 10_000));
        ComparedStatement fast = new ComparedStatement("b", true, new Calls(100, 100), new Calls(1, 1));
        ComparedStatement gone = new ComparedStatement("c", true, new Calls(9, 9), Calls.NONE);
        ComparedStatement late = new ComparedStatement("d", true, Calls.NONE, new Calls(9, 9));
        assertThat(ComparedStatement.ratio(List.of(slow, fast, gone, late))).hasValue(1);
        assertThat(ComparedStatement.ratio(List.of(gone, late))).isEmpty();
    }

    @Test
    void withoutPgStatStatementsOnlyTablesAreCompared() {
        Observation with = ran("SELECT 1", "app", 1, 1).after(2, BEGUN, "public");
        Observation without =
                new Observation(with.takenAt(), 1, false, with.tablesSince(), with.tables(), Optional.empty());
        Observation end = ran("SELECT 1", "app", 2, 2).after(3, BEGUN, "shop");
        assertThat(Comparison.of(Optional.empty(), without, end, MOVES).statements())
                .isEmpty();
        assertThat(Comparison.of(Optional.empty(), without, end, MOVES).tables())
                .hasSize(1);
    }

    /** Nothing that was run gets lost or is counted twice, however it is written. */
    @Property(tries = 200)
    void allCallsAreCounted(@ForAll @Size(min = 1, max = 30) List<@IntRange(max = 50) Integer> calls) {
        List<String> texts = List.of(
                "SELECT * FROM orders",
                "SELECT * FROM public.orders",
                "select * from shop.orders",
                "SELECT 1",
                "SELECT a");
        long sum = 0;
        for (int i = 0; i < calls.size(); i++) {
            ran(texts.get(i % texts.size()), "role " + i / texts.size(), calls.get(i), calls.get(i));
            sum += calls.get(i);
        }
        Observation move = after(2, BEGUN, "public");
        long later = 0;
        for (int i = 0; i < calls.size(); i++) {
            int count = calls.get(i) + calls.get(calls.size() - 1 - i);
            ran(texts.get(i % texts.size()), "role " + i / texts.size(), count, count);
            later += calls.get(calls.size() - 1 - i);
        }
        Observation end = after(3, BEGUN, "shop");
        List<ComparedStatement> all = Comparison.of(Optional.empty(), move, end, MOVES)
                .statements()
                .orElseThrow()
                .all();
        assertThat(all).hasSizeLessThanOrEqualTo(3);
        assertThat(all.stream().mapToLong(s -> s.before().count()).sum()).isEqualTo(sum);
        assertThat(all.stream().mapToLong(s -> s.after().count()).sum()).isEqualTo(later);
        assertThat(all.stream().mapToDouble(s -> s.after().milliseconds()).sum())
                .isCloseTo(later, within(1e-6));
    }
}
