package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.ArchiveItem;
import io.github.schemasplit.backup.Archiver;
import io.github.schemasplit.backup.Checksum;
import io.github.schemasplit.backup.Dump;
import io.github.schemasplit.backup.DumpProgress;
import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.backup.ManifestWriter;
import io.github.schemasplit.backup.SchemaSelection;
import io.github.schemasplit.backup.TableOfContents;
import io.github.schemasplit.jdbc.Definition;
import io.github.schemasplit.jdbc.DumpDependencies.Holder;
import io.github.schemasplit.jdbc.DumpMoment;
import io.github.schemasplit.jdbc.SequencePosition;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes an archive and its manifest, looks whether it is whole, and gives both their names only then. */
final class BackupWriter {
    private final Workplace workplace;
    private final Archiver archiver;
    private final BackupOrder order;
    private final BackupFiles files;
    private final DumpMoment moment;
    private final DumpedState state;
    private final ChangeListener listener;

    BackupWriter(
            Workplace workplace,
            Archiver archiver,
            BackupOrder order,
            BackupFiles files,
            DumpMoment moment,
            DumpedState state,
            ChangeListener listener) {
        this.workplace = workplace;
        this.archiver = archiver;
        this.order = order;
        this.files = files;
        this.moment = moment;
        this.state = state;
        this.listener = listener;
    }

    /**
     * @param schema the schema; empty for the whole database
     */
    Backup.Made write(Optional<String> schema) throws SQLException {
        SortedMap<QualifiedName, Long> rows = rows(schema);
        try (BackupFiles.Pending pending = files.begin(state.at(), schema, order.format())) {
            DumpProgress progress = new DumpProgress();
            archiver.dump(
                    workplace.database(),
                    new Dump(
                            order.format(),
                            order.data(),
                            Optional.of(state.snapshot()),
                            withoutRows(schema),
                            order.jobs()),
                    pending.archive(),
                    line -> progress.table(line)
                            .ifPresent(table ->
                                    listener.on(new Event.AtTable("dumping", table, progress.tables(), rows.size()))));
            TableOfContents contents = TableOfContents.of(archiver.list(pending.archive()));
            requireWhole(contents, rows);
            Checksum checksum = Checksum.of(pending.archive());
            Manifest manifest = manifest(
                    schema,
                    new Manifest.Archive(
                            pending.name(),
                            order.format(),
                            checksum.bytes(),
                            checksum.sha256(),
                            contents.entries().size()),
                    contents,
                    rows,
                    progress.warnings());
            moment.requireHeld();
            return new Backup.Made(pending.finish(ManifestWriter.write(manifest)), manifest);
        } catch (IOException e) {
            throw new GoalFailedException(
                    "There is no backup: the archive in " + order.directory() + " can not be read or written: "
                            + e.getMessage(),
                    e);
        }
    }

    private SortedMap<QualifiedName, Long> rows(Optional<String> schema) {
        SortedMap<QualifiedName, Long> rows = new TreeMap<>(state.rows());
        rows.keySet()
                .removeIf(table -> schema.isPresent()
                        && !schema.get().equals(table.schema().value()));
        return rows;
    }

    private List<Identifier> withoutRows(Optional<String> schema) {
        TreeSet<String> others = new TreeSet<>();
        if (schema.isPresent()) {
            for (Definition definition : state.definitions()) {
                definition.schema().ifPresent(others::add);
            }
            others.remove(schema.get());
        }
        return others.stream().map(Identifier::of).toList();
    }

    private static void requireWhole(TableOfContents contents, SortedMap<QualifiedName, Long> rows) {
        List<String> missing = new ArrayList<>();
        for (QualifiedName table : rows.keySet()) {
            if (!contents.hasRows(table.schema().value(), table.name().value())) {
                missing.add(table.sql());
            }
        }
        if (!missing.isEmpty()) {
            throw new GoalStoppedException("There is no backup: pg_dump left out the rows of "
                    + String.join(", ", missing) + ". Run the goal again; if that does not help, tell us.");
        }
    }

    private Manifest manifest(
            Optional<String> schema,
            Manifest.Archive archive,
            TableOfContents contents,
            SortedMap<QualifiedName, Long> rows,
            List<String> warnings)
            throws SQLException {
        Optional<SchemaSelection> selection =
                schema.map(name -> SchemaSelection.of(name, contents, state.definitions(), state.edges()));
        List<Definition> held = selection.map(SchemaSelection::held).orElseGet(state::definitions);
        SortedMap<String, String> objects = new TreeMap<>();
        for (Definition definition : held) {
            objects.put(definition.object(), definition.hash());
        }
        SortedMap<String, Long> counts = new TreeMap<>();
        for (Map.Entry<QualifiedName, Long> table : rows.entrySet()) {
            counts.put(table.getKey().sql(), table.getValue());
        }
        TreeSet<String> roles = new TreeSet<>();
        for (Holder holder : state.roles()) {
            if (selection.isEmpty() || selection.get().contains(holder.object())) {
                roles.add(holder.role());
            }
        }
        return new Manifest(
                state.at(),
                "schema-maven-plugin " + workplace.pluginVersion(),
                new Manifest.Origin(
                        state.identity().system(),
                        state.identity().oid(),
                        state.identity().serverVersion(),
                        archiver.programs().version()),
                state.properties(),
                archive,
                order.data(),
                schema,
                List.copyOf(roles),
                objects,
                counts,
                positions(schema),
                state.largeObjects(),
                selection.<List<ArchiveItem>>map(SchemaSelection::items).orElse(List.of()),
                warnings);
    }

    /** The dump has a position from between the two readings; one that went back meanwhile is known by the second alone. */
    private SortedMap<String, Long> positions(Optional<String> schema) throws SQLException {
        Map<QualifiedName, SequencePosition> now = new HashMap<>();
        for (SequencePosition position :
                order.data() ? moment.sequences(Archiver.LOCK_WAIT) : List.<SequencePosition>of()) {
            now.put(position.sequence(), position);
        }
        SortedMap<String, Long> positions = new TreeMap<>();
        for (SequencePosition before : state.sequences()) {
            SequencePosition after = now.get(before.sequence());
            if (after != null
                    && (schema.isEmpty()
                            || schema.get().equals(before.sequence().schema().value()))) {
                positions.put(before.sequence().sql(), before.earlier(after).position());
            }
        }
        return positions;
    }
}
