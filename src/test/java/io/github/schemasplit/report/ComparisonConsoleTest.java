package io.github.schemasplit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.Observation;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.StatementStatistics;
import io.github.schemasplit.catalog.TableStatistics;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.watch.Comparison;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComparisonConsoleTest {
    private static final Instant BEGUN = Instant.parse("2026-11-01T00:00:00Z");
    private static final QualifiedName BEFORE = QualifiedName.of("public", "orders");
    private static final QualifiedName AFTER = QualifiedName.of("My Shop", "orders");

    private static ObservedStatement ran(String text, long calls, double milliseconds) {
        return new ObservedStatement(text, Identifier.of("deployer"), calls, milliseconds, false);
    }

    private static Observation counted(int hours, QualifiedName table, long rows, ObservedStatement... statements) {
        return new Observation(
                BEGUN.plus(Duration.ofHours(hours)),
                1,
                false,
                Optional.empty(),
                List.of(new TableStatistics(7, table, 1, rows, 2000, 3, 4)),
                Optional.of(new StatementStatistics(
                        Optional.of(BEGUN),
                        hours < 100 ? Optional.empty() : Optional.of(Identifier.of("deployer")),
                        hours < 100,
                        List.of(statements))));
    }

    private static List<String> lines(Observation move, Observation end, boolean takenBack) {
        return ComparisonConsole.lines(new ComparisonReport(
                3,
                UUID.randomUUID(),
                BEGUN.plus(Duration.ofHours(36)),
                !takenBack,
                takenBack,
                Comparison.of(Optional.empty(), move, end, Map.of(BEFORE, AFTER))));
    }

    @Test
    void eachKindOfStatementHasItsTable() {
        List<String> lines = lines(
                counted(
                        36,
                        BEFORE,
                        5,
                        ran("SELECT a FROM orders", 1000, 1500),
                        ran("SELECT b FROM orders", 10, 100),
                        ran("SELECT c\n  FROM orders", 7, 7),
                        ran("SELECT 1", 4, 1)),
                counted(
                        37,
                        AFTER,
                        1234567,
                        ran("SELECT a FROM orders", 2000, 4500),
                        ran("SELECT b FROM orders", 20, 101.004),
                        ran("SELECT c\n  FROM orders", 7, 7),
                        ran("SELECT \u001b[31m\u009bd\u202e FROM \"My Shop\".orders", 1, 0.25),
                        ran("SELECT 1", 8, 2)),
                false);
        assertThat(String.join("\n", lines)).isEqualTo("""
                Compared: before and after journal entry 3 of 2026-11-02T12:00:00Z.
                Statements before: 2026-11-01T00:00:00Z to 2026-11-02T12:00:00Z (36.0 h); after: 2026-11-02T12:00:00Z to 2026-11-02T13:00:00Z (1.0 h).

                all calls together                  statements  calls before  after  mean ms before  after  ratio
                of statements that name what moved           4         1,017  1,011           1.580  2.969   1.88
                of other statements                          1             4      4           0.250  0.250   1.00

                Slower since, those first that add most time:
                   calls before  after  mean ms before  after  ratio  statement
                          1,000  1,000           1.500  3.000   2.00  SELECT a FROM orders

                Faster since, those first that save most time:
                   calls before  after  mean ms before  after  ratio  statement
                             10     10          10.000  0.100   0.01  SELECT b FROM orders

                Not run since, those first that were run most:
                   calls before  after  mean ms before  after  ratio  statement
                              7      0           1.000      –      –  SELECT c FROM orders

                Not run before, those first that take most time:
                   calls before  after  mean ms before  after  ratio  statement
                              0      1               –  0.250      –  SELECT [31m d FROM "My Shop".orders

                Tables before: an unknown beginning to 2026-11-02T12:00:00Z; after: 2026-11-02T12:00:00Z to 2026-11-02T13:00:00Z (1.0 h).
                1 table moved. Those first of which most rows were read without an index since:
                                  rows read without index before      after  index scans before  after  written before  after
                "My Shop".orders                               5  1,234,562               2,000      0               4      0""");
    }

    @Test
    void shortTimesAreInSmallerUnits() {
        Observation begin = counted(36, BEFORE, 5, ran("SELECT 1", 1, 1));
        assertThat(lines(begin, later(begin, Duration.ofSeconds(7)), false)).anyMatch(l -> l.endsWith("Z (7 s)."));
        assertThat(lines(begin, later(begin, Duration.ofSeconds(93)), false)).anyMatch(l -> l.endsWith("Z (1.5 min)."));
        assertThat(lines(begin, later(begin, Duration.ofMinutes(150)), false)).anyMatch(l -> l.endsWith("Z (2.5 h)."));
    }

    private static Observation later(Observation begin, Duration time) {
        return new Observation(
                begin.takenAt().plus(time), 1, false, Optional.empty(), begin.tables(), begin.statements());
    }

    @Test
    void noMoreAreShownThanPeopleRead() {
        List<ObservedStatement> then = new ArrayList<>();
        List<ObservedStatement> now = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            then.add(ran("SELECT c" + i + " FROM orders WHERE " + "a AND ".repeat(40) + "b", 10, 10));
            now.add(ran("SELECT c" + i + " FROM orders WHERE " + "a AND ".repeat(40) + "b", 20, 30 + i));
        }
        List<String> lines = lines(
                counted(200, BEFORE, 5, then.toArray(new ObservedStatement[0])),
                counted(201, AFTER, 5, now.toArray(new ObservedStatement[0])),
                true);
        assertThat(lines)
                .contains(
                        "Compared: before and after journal entry 3 of 2026-11-02T12:00:00Z, until that was taken back.")
                .contains("Slower since, those first that add most time (10 of 25):")
                .anyMatch(line -> line.startsWith("What had been counted right before that was not kept"))
                .anyMatch(line -> line.contains("those of deployer alone") && line.contains("pg_read_all_stats"))
                .anyMatch(line -> line.contains("more statements than are kept"))
                .anyMatch(line -> line.endsWith("a AND …"))
                .filteredOn(line -> line.contains("SELECT c"))
                .hasSize(10)
                .first()
                .asString()
                .contains("SELECT c24 ");
    }
}
