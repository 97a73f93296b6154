package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connections;
import io.github.schemasplit.jdbc.HostPort;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.jdbc.StatementTimeout;
import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.report.AnalysisReport;
import io.github.schemasplit.report.VerificationReport;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The goals on one database, as the superuser unless said otherwise. */
public final class Goals {
    /** Gives up soon where others are in the way, but not because the machine is slow. */
    static final Persistence PERSISTENCE = new Persistence(
            new Timeouts(Duration.ofMillis(200), Duration.ofMinutes(1)), 3, Duration.ofMinutes(1), BlockerPolicy.WAIT);

    public static final String JOURNAL = Journal.DEFAULT_SCHEMA.value();

    private final TestDatabase database;
    private final Workplace workplace;

    private Goals(TestDatabase database, Workplace workplace) {
        this.database = database;
        this.workplace = workplace;
    }

    public static Goals on(TestDatabase database, Path output) {
        return new Goals(
                database,
                new Workplace(
                        settings(database.server().port(), database, "postgres"),
                        true,
                        Journal.DEFAULT_SCHEMA,
                        output,
                        "1.0-test"));
    }

    /** The same goals, run by another role. */
    public Goals as(String user) {
        return with(settings(database.server().port(), database, user), workplace.statementTimeout());
    }

    /** The same goals, run through what listens on another port. */
    Goals through(int port) {
        return with(settings(port, database, workplace.database().user()), workplace.statementTimeout());
    }

    /** The same goals, whose statements may take so long. */
    Goals within(StatementTimeout timeout) {
        return with(workplace.database(), timeout);
    }

    private Goals with(ConnectionSettings settings, StatementTimeout timeout) {
        return new Goals(
                database,
                new Workplace(
                        new Connections(settings),
                        workplace.disposable(),
                        workplace.journalSchema(),
                        workplace.outputDirectory(),
                        timeout,
                        workplace.pluginVersion()));
    }

    Workplace workplace() {
        return workplace;
    }

    public Migrate.Result migrate(ParsedMapping mapping) {
        return migrate(mapping, ChangeListener.NONE);
    }

    Migrate.Result migrate(ParsedMapping mapping, ChangeListener listener) {
        return new Migrate(workplace, AllowedHazards.NONE, PERSISTENCE, listener).run(mapping);
    }

    Migrate.Result migrate(MappingBuilder mapping) {
        return migrate(parsed(mapping.build()));
    }

    public JournalEntry rollback() {
        return new Rollback(workplace, false, PERSISTENCE, ChangeListener.NONE)
                .run()
                .migration();
    }

    /** Takes back what can be, whatever others changed since. */
    Rollback.Result rollbackByForce() {
        return new Rollback(workplace, true, PERSISTENCE, ChangeListener.NONE).run();
    }

    List<JournalEntry> history() {
        return new Info(workplace).run();
    }

    AnalysisReport analyze(MappingBuilder mapping) {
        return analyze(parsed(mapping.build()));
    }

    public AnalysisReport analyze(ParsedMapping mapping) {
        return new Analyze(workplace, ChangeListener.NONE)
                .run(mapping.mapping().orElseThrow())
                .report();
    }

    public VerificationReport verify(ParsedMapping mapping, Expectation expectation) {
        return new Verify(workplace, ChangeListener.NONE)
                .run(mapping.mapping().orElseThrow(), expectation, true)
                .report();
    }

    /** The files of {@code schema:generate}. */
    List<WrittenFile> generate(ParsedMapping mapping, Optional<MigrationTool> tool) {
        return new Generate(workplace, ChangeListener.NONE)
                .run(mapping.mapping().orElseThrow(), tool)
                .files();
    }

    public Snapshot snapshot() {
        try (Connection connection = database.connect()) {
            return new CatalogReader().readInOwnTransaction(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The states of all objects but the journal, in which the ACLs' order counts. */
    public ObjectStates states() {
        return ObjectStates.of(snapshot(), workplace.journalSchema());
    }

    static ParsedMapping parsed(Mapping mapping) {
        return new ParsedMapping(Optional.of(mapping), List.of(), List.of());
    }

    /** A finding as one line. */
    public static String line(Finding finding) {
        return finding.code() + " " + finding.subject() + ": " + finding.message() + " " + finding.remedy();
    }

    private static ConnectionSettings settings(int port, TestDatabase database, String user) {
        return new ConnectionSettings(
                List.of(new HostPort("localhost", port)), database.name(), user, Optional.empty(), new TreeMap<>());
    }
}
