package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.ForeignKey;
import io.github.schemasplit.analysis.ForeignKeyList;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.HostPort;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.GrantOnSchema;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.render.RenderedFile;
import io.github.schemasplit.render.Runbook;
import io.github.schemasplit.render.RunbookMarkdown;
import io.github.schemasplit.report.AnalysisReport;
import io.github.schemasplit.report.RehearsalFingerprint;
import io.github.schemasplit.sql.Identifier;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code runbook.md}: written by {@code schema:generate}, and brought up to date by what is done after it. */
final class RunbookWriter {
    private final Workplace workplace;
    private final Path backups;
    private final OutputDirectory output;

    /**
     * @param backups where {@code schema:backup} writes
     */
    RunbookWriter(Workplace workplace, Path backups) {
        this.workplace = workplace;
        this.backups = backups;
        this.output = new OutputDirectory(workplace.outputDirectory());
    }

    /**
     * Writes it. Once all has moved, what is left to people can not be seen in the database any more: what was written before says it,
     * and only what is done is written anew.
     *
     * @param history what the journal tells
     * @param project what is beside the database
     * @return empty where there is nothing to tell
     */
    Optional<WrittenFile> write(AnalysisReport report, List<JournalEntry> history, Optional<Generate.Project> project) {
        if (report.plan().isEmpty()) {
            Optional<WrittenFile> refreshed = refresh(history, Optional.empty());
            if (refreshed.isPresent() || Evidence.inForce(history).isEmpty()) {
                return refreshed;
            }
        }
        RenderedFile file = RunbookMarkdown.of(
                runbook(report, history, project.map(Generate.Project::folder)),
                Evidence.of(workplace, backups)
                        .progress(history, project.flatMap(p -> rehearsable(report, p.mapping()))),
                before());
        return Optional.of(output.write(file.name(), file.content()));
    }

    /** Empty once all has moved: what was rehearsed is not to be seen any more. */
    private Optional<RehearsalFingerprint> rehearsable(AnalysisReport report, ParsedMapping mapping) {
        return report.plan().isEmpty()
                ? Optional.empty()
                : Optional.of(RehearsalFingerprint.of(
                        ObjectStates.of(report.assignment().database(), workplace.journalSchema()),
                        mapping,
                        report.plan()));
    }

    /**
     * Brings what is done up to date, in a runbook that is there and is of this database.
     *
     * @param rehearsable the fingerprint of what was just done; where it is empty, what the runbook says of a rehearsal stays
     */
    Optional<WrittenFile> refresh(List<JournalEntry> history, Optional<RehearsalFingerprint> rehearsable) {
        return before().flatMap(text -> RunbookMarkdown.refreshed(
                        text, place(), Evidence.of(workplace, backups).progress(history, rehearsable)))
                .map(file -> output.write(file.name(), file.content()));
    }

    /** Whether there is one. */
    boolean exists() {
        return Files.isRegularFile(file());
    }

    /** Of one that can not be read, nothing that people wrote into it would be kept. */
    private Optional<String> before() {
        try {
            return exists() ? Optional.of(Files.readString(file())) : Optional.empty();
        } catch (IOException e) {
            throw new GoalFailedException(
                    file()
                            + (e instanceof CharacterCodingException
                                    ? " is not in UTF-8 any more: save it in UTF-8"
                                    : " cannot be read (" + e.getClass().getSimpleName() + "): make it readable")
                            + ", or take it away, and run the goal again.",
                    e);
        }
    }

    private Path file() {
        return workplace.outputDirectory().resolve(RunbookMarkdown.FILE);
    }

    private Runbook.Place place() {
        ConnectionSettings database = workplace.database();
        return new Runbook.Place(
                database.database(),
                // The embedded server has another port in each build.
                workplace.disposable()
                        ? "an embedded server"
                        : database.hosts().stream().map(HostPort::toString).collect(Collectors.joining(", ")));
    }

    private Runbook runbook(AnalysisReport report, List<JournalEntry> history, Optional<Path> project) {
        Assignment assignment = report.assignment();
        List<Operation> operations = Stream.concat(
                        Evidence.inForce(history).stream().flatMap(e -> e.plan().operations().stream()),
                        report.plan().operations().stream())
                .toList();
        List<Runbook.Target> targets = targets(assignment, operations);
        List<ForeignKey> keys = ForeignKeyList.of(assignment).foreignKeys();
        Set<String> names = new TreeSet<>();
        moves(operations).forEach(move -> names.add(move.name().name().value()));
        return new Runbook(
                place(),
                assignment.mapping().source().value().sql(),
                targets,
                keptBy(assignment.mapping().compatibility().value()),
                keys.size(),
                keys.stream()
                        .filter(ForeignKey::crossesSchemas)
                        .map(RunbookWriter::crossing)
                        .toList(),
                report.hazards(),
                RunbookTopic.of(report.findings()),
                project.map(p -> Pipelines.naming(names, p)).orElse(List.of()));
    }

    private static String crossing(ForeignKey key) {
        return key.name().sql() + ": " + key.from().in(key.fromSchema()) + " → "
                + key.to().in(key.toSchema());
    }

    private static List<Runbook.Target> targets(Assignment assignment, List<Operation> operations) {
        Map<Identifier, List<Runbook.Move>> moves = new LinkedHashMap<>();
        assignment.mapping().targets().forEach(t -> moves.put(t.name().value(), new ArrayList<>()));
        moves(operations)
                .forEach(move -> moves.computeIfAbsent(move.target(), t -> new ArrayList<>())
                        .add(new Runbook.Move(
                                move.kind().sql().toLowerCase(Locale.ROOT),
                                move.name().sql(),
                                move.name().in(move.target()).sql())));
        return moves.entrySet().stream()
                .filter(target -> !target.getValue().isEmpty())
                .map(target -> new Runbook.Target(
                        target.getKey().sql(),
                        assignment
                                .mapping()
                                .target(target.getKey())
                                .flatMap(t -> t.purpose())
                                .map(purpose -> purpose.value()),
                        target.getValue(),
                        roles(target.getKey(), operations)))
                .toList();
    }

    private static Stream<AlterSetSchema> moves(List<Operation> operations) {
        return operations.stream().filter(AlterSetSchema.class::isInstance).map(AlterSetSchema.class::cast);
    }

    private static List<String> roles(Identifier schema, List<Operation> operations) {
        return operations.stream()
                .filter(o -> o instanceof GrantOnSchema grant && grant.schema().equals(schema))
                .map(o -> ((GrantOnSchema) o).grantee().sql())
                .distinct()
                .sorted()
                .toList();
    }

    private static String keptBy(Compatibility compatibility) {
        return switch (compatibility) {
            case VIEWS -> "Until then the old names go on working as views, but for what is told below";
            case SEARCH_PATH ->
                "Until then names without a schema are found by the search_path, in sessions that begin after the migration";
            case NONE -> "It has to be changed with the migration: the old names end with that";
        };
    }
}
