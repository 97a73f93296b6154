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

/**
 * What ran before a move against what runs since.
 *
 * @param statements what is said of statements; empty where {@code pg_stat_statements} was not at work at the move or is not since
 * @param tablesBefore the time before the move in which tables were counted
 * @param tablesAfter the time since
 * @param tables the tables that moved, by their names
 */
public record Comparison(
        Optional<Statements> statements, Span tablesBefore, Span tablesAfter, List<ComparedTable> tables) {
    public Comparison {
        tables = List.copyOf(tables);
    }

    /**
     * @param before the time before the move in which statements were counted
     * @param after the time since
     * @param everybody whether they are of all roles, and not of those alone whose statements the role could see
     * @param all every statement that was run in one of these, those first that add most time
     */
    public record Statements(Span before, Span after, boolean everybody, List<ComparedStatement> all) {
        public Statements {
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
        Optional<Statements> statements =
                move.statements().isPresent() && end.statements().isPresent()
                        ? Optional.of(statements(start, move, end, moves))
                        : Optional.empty();
        Optional<Observation> tablesStart = start.filter(o -> !isBefore(o.takenAt(), move.tablesSince()));
        boolean reset = isBefore(move.takenAt(), end.tablesSince());
        Map<QualifiedName, TableUse> first = tables(tablesStart);
        Map<QualifiedName, TableUse> middle = tables(Optional.of(move));
        Map<QualifiedName, TableUse> last = tables(Optional.of(end));
        List<ComparedTable> tables = new ArrayList<>();
        moves.forEach((from, to) -> {
            TableUse then = middle.get(from);
            TableUse now = last.get(to);
            if (then != null && now != null) {
                tables.add(new ComparedTable(
                        from, to, then.since(first.getOrDefault(from, TableUse.NONE)), reset ? now : now.since(then)));
            }
        });
        tables.sort(Comparator.comparing(ComparedTable::moved));
        return new Comparison(
                statements,
                new Span(tablesStart.map(Observation::takenAt).or(move::tablesSince), move.takenAt()),
                new Span(reset ? end.tablesSince() : Optional.of(move.takenAt()), end.takenAt()),
                tables);
    }

    private static boolean isBefore(Instant moment, Optional<Instant> since) {
        return since.isPresent() && moment.isBefore(since.get());
    }

    private static Map<QualifiedName, TableUse> tables(Optional<Observation> observation) {
        Map<QualifiedName, TableUse> tables = new HashMap<>();
        for (TableStatistics table : observation.map(Observation::tables).orElse(List.of())) {
            tables.put(table.table(), TableUse.of(table));
        }
        return tables;
    }

    private static Statements statements(
            Optional<Observation> start, Observation move, Observation end, Map<QualifiedName, QualifiedName> moves) {
        StatementStatistics middle = move.statements().orElseThrow();
        StatementStatistics last = end.statements().orElseThrow();
        Optional<Observation> first =
                start.filter(o -> o.statements().isPresent() && !isBefore(o.takenAt(), middle.since()));
        boolean reset = isBefore(move.takenAt(), last.since());
        Map<Counter, Calls> atStart =
                first.flatMap(Observation::statements).map(Comparison::calls).orElse(Map.of());
        Map<Counter, Calls> atMove = calls(middle);
        Map<Counter, Calls> atEnd = calls(last);
        Grouping grouping = new Grouping(moves);
        atMove.forEach((counter, calls) ->
                grouping.add(counter.text(), calls.since(atStart.getOrDefault(counter, Calls.NONE)), Calls.NONE));
        atEnd.forEach((counter, calls) -> grouping.add(
                counter.text(), Calls.NONE, reset ? calls : calls.since(atMove.getOrDefault(counter, Calls.NONE))));
        return new Statements(
                new Span(first.map(Observation::takenAt).or(middle::since), move.takenAt()),
                new Span(reset ? last.since() : Optional.of(move.takenAt()), end.takenAt()),
                middle.everybody() && last.everybody(),
                grouping.statements());
    }

    /** What the server counts apart. */
    private record Counter(Identifier role, String text) {}

    private static Map<Counter, Calls> calls(StatementStatistics statistics) {
        Map<Counter, Calls> calls = new HashMap<>();
        for (ObservedStatement statement : statistics.statements()) {
            calls.merge(
                    new Counter(statement.role(), statement.text()),
                    new Calls(statement.calls(), statement.milliseconds()),
                    Calls::plus);
        }
        return calls;
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
