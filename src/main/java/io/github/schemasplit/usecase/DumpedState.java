package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.DatabaseIdentity;
import io.github.schemasplit.jdbc.DatabaseProperties;
import io.github.schemasplit.jdbc.Definition;
import io.github.schemasplit.jdbc.Definitions;
import io.github.schemasplit.jdbc.DumpDependencies;
import io.github.schemasplit.jdbc.DumpMoment;
import io.github.schemasplit.jdbc.DumpedTable;
import io.github.schemasplit.jdbc.LargeObjects;
import io.github.schemasplit.jdbc.SequencePosition;
import io.github.schemasplit.sql.QualifiedName;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a database was at the moment of its dump.
 *
 * @param at when that was
 * @param snapshot the name of that moment's snapshot
 * @param identity which database it is
 * @param properties what the dump does not restore
 * @param definitions all objects
 * @param edges what needs what
 * @param roles who owns what, or may use it
 * @param rows how many rows each table had; none when rows are not dumped
 * @param sequences how far each sequence was before that, since a dump takes it from later; none when rows are not dumped
 * @param largeObjects how many large objects there were; none when rows are not dumped
 */
record DumpedState(
        Instant at,
        String snapshot,
        DatabaseIdentity identity,
        DatabaseProperties properties,
        List<Definition> definitions,
        List<DumpDependencies.Edge> edges,
        List<DumpDependencies.Holder> roles,
        SortedMap<QualifiedName, Long> rows,
        List<SequencePosition> sequences,
        long largeObjects) {
    DumpedState {
        definitions = List.copyOf(definitions);
        edges = List.copyOf(edges);
        roles = List.copyOf(roles);
        sequences = List.copyOf(sequences);
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /** Of a moment whose tables are locked, so that each stays as it is until the dump has it, too. */
    static DumpedState read(
            DumpMoment moment,
            DatabaseIdentity identity,
            List<SequencePosition> sequences,
            boolean data,
            ChangeListener listener)
            throws SQLException {
        String snapshot = moment.snapshot();
        SortedMap<QualifiedName, Long> rows = new TreeMap<>();
        List<DumpedTable> tables = data ? moment.tables() : List.of();
        for (DumpedTable table : tables) {
            listener.on(new Event.AtTable("counting", table.name().sql(), rows.size() + 1, tables.size()));
            rows.put(table.name(), moment.count(table.name()));
        }
        return new DumpedState(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                snapshot,
                identity,
                DatabaseProperties.read(moment.reader()),
                Definitions.read(moment.reader()),
                DumpDependencies.edges(moment.reader()),
                DumpDependencies.roles(moment.reader()),
                rows,
                data ? sequences : List.of(),
                data ? LargeObjects.read(moment.reader()).count() : 0);
    }
}
