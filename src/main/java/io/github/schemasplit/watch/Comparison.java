package io.github.schemasplit.watch;

import io.github.schemasplit.catalog.Observation;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.StatementStatistics;
import io.github.schemasplit.catalog.TableStatistics;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sqltext.StatementText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What ran before a move against what runs since.
 *
 * @param statements what is said of statements; empty where {@code pg_stat_statements} was not at work at the move or is not since
 * @param tablesBefore the time before the move in which tables were counted
 * @param tablesAfter the time since
 * @param tablesReset when the counters of tables, or of one table, were last set back, if that was after the first look that counts
 * @param tables the tables that moved and are still there, by their names
 */
public record Comparison(
        Optional<Statements> statements,
        Span tablesBefore,
        Span tablesAfter,
        Optional<Instant> tablesReset,
        List<ComparedTable> tables) {
    public Comparison {
        tables = List.copyOf(tables);
    }

    /**
     * @param before the time before the move in which statements were counted
     * @param after the time since
     * @param only the roles whose statements alone could be seen at one of the looks: only what all looks could see is compared
     * @param complete whether at each look all statements were counted, and not only those that took most time
     * @param all every statement that was run in one of these, those first that add most time
     */
    public record Statements(
            Span before, Span after, Set<Identifier> only, boolean complete, List<ComparedStatement> all) {
        public Statements {
            only = Set.copyOf(only);
            all = List.copyOf(all);
        }

        /** Those that name something that moved, or those that do not. */
        public List<ComparedStatement> naming(boolean moved) {
            return all.stream().filter(s -> s.named() == moved).toList();
        }
    }

    /**
     * Compares.
     *
     * @param start from which moment on the time before the move counts; empty for since the server counts
     * @param move the moment of the move
     * @param end the moment until which the time after the move counts
     * @param moves the objects that moved, their names before and after
     */
    public static Comparison of(
            Optional<Observation> start, Observation move, Observation end, Map<QualifiedName, QualifiedName> moves) {
        Optional<Instant> reset =
                end.tablesSince().filter(since -> start.orElse(move).takenAt().isBefore(since));
        return new Comparison(
                move.statements().isPresent() && end.statements().isPresent()
                        ? Optional.of(statements(start, move, end, moves))
                        : Optional.empty(),
                new Span(start.map(Observation::takenAt).or(move::tablesSince), move.takenAt()),
                new Span(Optional.of(move.takenAt()), end.takenAt()),
                reset,
                tables(start, move, end, moves));
    }

    /** Tables are found by their OIDs, since at the first look they may have had yet other names. */
    private static List<ComparedTable> tables(
            Optional<Observation> start, Observation move, Observation end, Map<QualifiedName, QualifiedName> moves) {
        Map<Long, TableUse> first = new HashMap<>();
        start.ifPresent(o -> o.tables().forEach(t -> first.put(t.oid(), TableUse.of(t))));
        Map<Long, TableStatistics> last = new HashMap<>();
        end.tables().forEach(t -> last.put(t.oid(), t));
        List<ComparedTable> tables = new ArrayList<>();
        for (TableStatistics then : move.tables()) {
            QualifiedName moved = moves.get(then.table());
            TableStatistics now = last.get(then.oid());
            if (moved != null && now != null) {
                TableUse use = TableUse.of(then);
                tables.add(new ComparedTable(
                        then.table(),
                        moved,
                        use.since(first.getOrDefault(then.oid(), TableUse.NONE)),
                        TableUse.of(now).since(use)));
            }
        }
        tables.sort(Comparator.comparing(ComparedTable::moved));
        return tables;
    }

    private static boolean isBefore(Instant moment, Optional<Instant> since) {
        return since.isPresent() && moment.isBefore(since.get());
    }

    private static Statements statements(
            Optional<Observation> start, Observation move, Observation end, Map<QualifiedName, QualifiedName> moves) {
        StatementStatistics middle = move.statements().orElseThrow();
        StatementStatistics last = end.statements().orElseThrow();
        Optional<Observation> first =
                start.filter(o -> o.statements().isPresent() && !isBefore(o.takenAt(), middle.since()));
        boolean reset = isBefore(move.takenAt(), last.since());
        Set<Identifier> only = new TreeSet<>();
        Stream.of(first.flatMap(Observation::statements), move.statements(), end.statements())
                .flatMap(Optional::stream)
                .forEach(look -> look.only().ifPresent(only::add));
        Looked atStart = first.flatMap(Observation::statements)
                .map(look -> Looked.at(look, only))
                .orElse(Looked.NOTHING);
        Looked atMove = Looked.at(middle, only);
        Looked atEnd = Looked.at(last, only);
        Grouping grouping = new Grouping(moves);
        atMove.calls().forEach((counter, calls) -> {
            if (atStart.knows(counter) && atEnd.knows(counter)) {
                grouping.add(counter.text(), calls.since(atStart.of(counter)), Calls.NONE);
            }
        });
        atEnd.calls().forEach((counter, calls) -> {
            if (atMove.knows(counter)) {
                grouping.add(counter.text(), Calls.NONE, reset ? calls : calls.since(atMove.of(counter)));
            }
        });
        return new Statements(
                new Span(first.map(Observation::takenAt).or(middle::since), move.takenAt()),
                new Span(reset ? last.since() : Optional.of(move.takenAt()), end.takenAt()),
                only,
                middle.complete() && last.complete() && atStart.complete(),
                grouping.statements());
    }

    /** What the server counts apart. */
    private record Counter(Identifier role, String text) {}

    /**
     * What was counted at a moment.
     *
     * @param complete whether what is not in it had not been run
     */
    private record Looked(Map<Counter, Calls> calls, boolean complete) {
        static final Looked NOTHING = new Looked(Map.of(), true);

        /** Of the roles alone that every look could see. */
        static Looked at(StatementStatistics statistics, Set<Identifier> only) {
            Map<Counter, Calls> calls = new HashMap<>();
            for (ObservedStatement statement : statistics.statements()) {
                if (only.stream().allMatch(statement.role()::equals)) {
                    calls.merge(
                            new Counter(statement.role(), statement.text()),
                            new Calls(statement.calls(), statement.milliseconds()),
                            Calls::plus);
                }
            }
            return new Looked(calls, statistics.complete());
        }

        boolean knows(Counter counter) {
            return complete || calls.containsKey(counter);
        }

        Calls of(Counter counter) {
            return calls.getOrDefault(counter, Calls.NONE);
        }
    }

    /** Puts together what is the same but for where it names things. */
    private static final class Grouping {
        private final Set<QualifiedName> names = new HashSet<>();
        private final Set<Identifier> bare = new HashSet<>();
        private final Map<String, ComparedStatement> statements = new HashMap<>();

        Grouping(Map<QualifiedName, QualifiedName> moves) {
            names.addAll(moves.keySet());
            names.addAll(moves.values());
            names.forEach(name -> bare.add(name.name()));
        }

        void add(String text, Calls before, Calls after) {
            if (before.count() == 0 && after.count() == 0) {
                return;
            }
            StatementText statement = new StatementText(text);
            statements.merge(
                    statement.normalised(names),
                    new ComparedStatement(text, statement.hasAny(bare), before, after),
                    Grouping::together);
        }

        /** The text is one that is run since, the first by its letters, so that it is the same each time. */
        private static ComparedStatement together(ComparedStatement one, ComparedStatement other) {
            boolean first = one.after().count() > 0 == other.after().count() > 0
                    ? one.text().compareTo(other.text()) <= 0
                    : one.after().count() > 0;
            return new ComparedStatement(
                    first ? one.text() : other.text(),
                    one.named() || other.named(),
                    one.before().plus(other.before()),
                    one.after().plus(other.after()));
        }

        List<ComparedStatement> statements() {
            return statements.values().stream()
                    .sorted(Comparator.comparingDouble(ComparedStatement::added)
                            .reversed()
                            .thenComparing(ComparedStatement::text))
                    .toList();
        }
    }
}
