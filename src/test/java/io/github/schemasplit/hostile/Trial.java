package io.github.schemasplit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.Crossings;
import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.StateChanges;
import io.github.schemasplit.mapping.Crossing;
import io.github.schemasplit.mapping.MappingOption;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.report.VerificationReport;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.AccessList;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.DefaultPrivileges;
import io.github.schemasplit.testing.PublishedTables;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.TestServer;
import io.github.schemasplit.usecase.GoalStoppedException;
import io.github.schemasplit.usecase.Goals;
import io.github.schemasplit.usecase.Migrate;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The property that every database has: a migration is refused for reasons that are told, and nothing changes; or it is made,
 * nothing but what was planned differs, every role may do what it could and no more, with new objects too, publications publish what they did at least, planning
 * again finds nothing to do, and the rollback restores the start.
 */
final class Trial {
    private static final Pattern CONSTRAINT = Pattern.compile("pg_constraint \\{\"oid\": \"(\\d+)\".*");
    private static final Pattern CONSTRAINT_SCHEMA = Pattern.compile("\"connamespace\": \"\\d+\"");
    private static final Pattern DEFAULT_ACL = Pattern.compile("\"nspacl\": \\[\"(.*)=UC/\\1\"]");

    /** How a migration ended. */
    enum Verdict {
        NO_DATABASE,
        REFUSED,
        NOTHING_TO_DO,
        MIGRATED
    }

    /**
     * What came of it.
     *
     * @param reasons why it was refused
     * @param walled whether access and row security were changed, too, and taken back
     */
    record Outcome(Verdict verdict, Set<FindingCode> reasons, boolean walled) {
        Outcome(Verdict verdict, Set<FindingCode> reasons) {
            this(verdict, reasons, false);
        }
    }

    private final TestServer server;
    private final Path output;
    private final Optional<ClientProgram> dump;
    private final boolean stranger;
    private final boolean walls;

    /**
     * @param dump compares dumps too
     * @param stranger lets a role try first that owns nothing
     * @param walls changes access and row security too, where the mapping says so
     */
    Trial(TestServer server, Path output, Optional<ClientProgram> dump, boolean stranger, boolean walls) {
        this.walls = walls;
        this.stranger = stranger;
        this.server = server;
        this.output = output;
        this.dump = dump;
    }

    /**
     * Tries one database.
     *
     * @throws TrialFailure when it does not have the property
     */
    Outcome run(HostileScript script) {
        try (TestDatabase database = server.createDatabase()) {
            if (!isLoaded(database, script.sql())) {
                return new Outcome(Verdict.NO_DATABASE, Set.of());
            }
            Outcome outcome = new Course(database, script, Map.of()).run();
            // Then it is for the user to say which old names end: here, all do.
            return outcome.reasons().equals(Set.of(FindingCode.OLD_NAME_LOST))
                    ? new Course(database, script, Map.of(MappingOption.COMPATIBILITY, "none")).run()
                    : outcome;
        }
    }

    private static ParsedMapping mapping(String mapping, Map<MappingOption, String> options) {
        return MappingParser.parse(new MappingSources(
                options, Map.of(), Optional.empty(), Optional.of(YamlMappingReader.read(mapping, "mapping.yml"))));
    }

    /** In one message, as fast as the server goes. What the server refuses is no database, which says nothing of the goals. */
    private static boolean isLoaded(TestDatabase database, String sql) {
        try (Connection connection = DriverManager.getConnection(database.url() + "&preferQueryMode=simple");
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            System.out.println("no database: " + e.getMessage());
            return false;
        }
    }

    /** The constraints that are in another schema than their table: the schema of each by its OID. */
    private static Map<String, String> foreignConstraints(TestDatabase database) {
        return schemas(database, "k.connamespace", "k.connamespace <> c.relnamespace");
    }

    private static Map<String, String> schemas(TestDatabase database, String schema, String condition) {
        return database
                .query("SELECT k.oid || ' ' || " + schema
                        + " FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid WHERE " + condition)
                .stream()
                .map(row -> row.split(" "))
                .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }

    static void attempt(String step, Runnable what) {
        try {
            what.run();
        } catch (AssertionError | RuntimeException e) {
            throw new TrialFailure(step, e);
        }
    }

    /** What is done with one database. */
    private final class Course {
        private final TestDatabase database;
        private final ParsedMapping mapping;
        private final Optional<ParsedMapping> raised;
        private final String user;
        private final Goals goals;
        private final Goals superuser;
        private final List<String> rows;
        private final ObjectStates states;
        private final SortedSet<Crossing> crossings;
        private final Set<String> access;
        private final Set<String> published;
        private final Map<String, String> foreignConstraints;
        private final Optional<String> dumped;
        private final Map<String, String> called;
        private final boolean pathsMend;

        Course(TestDatabase database, HostileScript script, Map<MappingOption, String> options) {
            this.database = database;
            this.mapping = mapping(script.mapping(), options);
            String more = Walls.raised(script.mapping());
            this.raised =
                    !walls || more.equals(script.mapping()) ? Optional.empty() : Optional.of(mapping(more, options));
            String user = script.user();
            this.user = user;
            this.superuser = Goals.on(database, output);
            this.goals = superuser.as(user);
            this.rows = RawCatalog.rows(database);
            Snapshot start = superuser.snapshot();
            this.states = ObjectStates.of(start, Identifier.of(Goals.JOURNAL));
            this.crossings =
                    Crossings.of(Assigner.assign(start, mapping.mapping().orElseThrow()));
            this.access = AccessList.of(database);
            this.published = PublishedTables.of(database);
            this.foreignConstraints = foreignConstraints(database);
            this.dumped = dumped();
            this.called = called();
            this.pathsMend = pathsMendAll();
        }

        Outcome run() {
            attempt("mapping", () -> assertThat(mapping.problems()).isEmpty());
            int refusedToStranger = stranger ? askAsStranger() : 0;
            Migrate.Result result;
            try {
                result = goals.migrate(mapping);
            } catch (GoalStoppedException e) {
                attempt("refusal", () -> assertRefused(e));
                return new Outcome(Verdict.REFUSED, reasons(e.findings()));
            } catch (RuntimeException e) {
                throw new TrialFailure("migrate", e);
            }
            if (result.migration().isEmpty()) {
                attempt("nothing to do", () -> assertUnchanged(RawCatalog.rows(database)));
                return new Outcome(Verdict.NOTHING_TO_DO, Set.of());
            }
            if (stranger) {
                attempt(
                        "stranger",
                        () -> assertThat(refusedToStranger)
                                .isEqualTo((int) result.plan().moves().count()));
            }
            attempt("migrated", () -> assertOnlyPlanned(result.plan()));
            attempt("routines", this::assertRoutinesWork);
            attempt("access", () -> assertThat(AccessList.of(database)).isEqualTo(access));
            attempt(
                    "old names",
                    () -> assertThat(AccessList.throughOldNames(database))
                            .isEqualTo(AccessList.ofWhatHasOldNames(database)));
            attempt("published", () -> assertThat(PublishedTables.of(database)).containsAll(published));
            attempt("default privileges", () -> assertDefaultsAreCarried(result.plan()));
            attempt("verify", this::assertVerified);
            attempt(
                    "plan again",
                    () -> assertThat(goals.migrate(mapping).migration()).isEmpty());
            boolean walled = raised.isPresent() && new WallTrial(database, goals, superuser, dump).run(raised.get());
            attempt("rollback", goals::rollback);
            attempt(
                    "verify rollback",
                    () -> assertThat(goals.verify(mapping, Expectation.ORIGINAL).findings())
                            .isEmpty());
            attempt(
                    "states after rollback",
                    () -> assertThat(StateChanges.between(states, superuser.states()))
                            .isEmpty());
            attempt("routines after rollback", () -> assertThat(called()).isEqualTo(called));
            attempt("rows after rollback", () -> assertUnchanged(RawCatalog.rowsBesideJournal(database)));
            attempt("schemas of constraints after rollback", this::assertConstraintsAreAtHome);
            attempt("dump after rollback", () -> assertThat(dumped()).isEqualTo(dumped));
            return new Outcome(Verdict.MIGRATED, Set.of(), walled);
        }

        /** How many objects a role that owns nothing is told that it may not move. */
        private int askAsStranger() {
            try {
                assertThat(superuser.as(Roles.STRANGER).migrate(mapping).migration())
                        .isEmpty();
                return 0;
            } catch (GoalStoppedException e) {
                attempt("refusal to a stranger", () -> assertRefused(e));
                return Math.toIntExact(e.findings().stream()
                        .filter(f -> f.code() == FindingCode.OWNER_RIGHTS_MISSING)
                        .count());
            } catch (AssertionError | RuntimeException e) {
                throw new TrialFailure("migrate as a stranger", e);
            }
        }

        /** Verified, and nothing crosses schemas that did not before; what is no longer found may have done so. */
        private void assertVerified() {
            VerificationReport report = goals.verify(mapping, Expectation.MIGRATED);
            assertThat(report.findings()).isEmpty();
            SortedSet<Crossing> now = Crossings.of(report.assignment());
            assertThat(crossings).containsAll(now);
            if (mapping.mapping().orElseThrow().routineBodies().value() == RoutineBodies.REWRITE) {
                assertThat(now).isEqualTo(crossings);
            }
        }

        private void assertRefused(GoalStoppedException e) {
            assertThat(e.findings())
                    .as(e.getMessage())
                    .anyMatch(Finding::isError)
                    .as("nobody does anything that is not planned")
                    .noneMatch(f -> f.code() == FindingCode.UNPLANNED_CHANGE);
            assertUnchanged(RawCatalog.rows(database));
        }

        private void assertUnchanged(List<String> now) {
            assertThat(RawCatalog.difference(comparable(rows), comparable(now))).isEmpty();
        }

        private List<String> comparable(List<String> catalog) {
            return withoutForeignSchemas(
                    raised.isPresent() ? WallTrial.withoutAcls(catalog) : withoutDefaultAcls(catalog));
        }

        /** What was in another schema than its table, no command puts back there: see CONSTRAINT_NOT_PUT_BACK. */
        private List<String> withoutForeignSchemas(List<String> catalog) {
            return catalog.stream()
                    .map(row -> {
                        Matcher constraint = CONSTRAINT.matcher(row);
                        return constraint.matches() && foreignConstraints.containsKey(constraint.group(1))
                                ? CONSTRAINT_SCHEMA.matcher(row).replaceFirst("")
                                : row;
                    })
                    .toList();
        }

        /** In the schema it was in, or in its table's. */
        private void assertConstraintsAreAtHome() {
            Map<String, String> now = schemas(database, "k.connamespace", "true");
            Map<String, String> tables = schemas(database, "c.relnamespace", "true");
            assertThat(foreignConstraints)
                    .allSatisfy((constraint, before) ->
                            assertThat(now.get(constraint)).isIn(before, tables.get(constraint)));
        }

        /** Once somebody was granted something, no REVOKE makes an ACL NULL again: what is left is what NULL stands for. */
        private static List<String> withoutDefaultAcls(List<String> rows) {
            return rows.stream()
                    .map(row -> DEFAULT_ACL.matcher(row).replaceFirst("\"nspacl\": null"))
                    .toList();
        }

        private void assertOnlyPlanned(Plan plan) {
            List<String> unplanned = new UnplannedRows(plan, rows)
                    .among(RawCatalog.rowsBesideJournal(
                            database,
                            plan.madeViews()
                                    .map(view -> "DROP VIEW " + view.name().sql())
                                    .toList()));
            assertThat(unplanned).isEmpty();
        }

        /** A plain role may not act for all the others. */
        private void assertDefaultsAreCarried(Plan plan) {
            String source = mapping.mapping().orElseThrow().source().value().value();
            Set<String> defaults = user.equals("postgres") ? DefaultPrivileges.in(database, source) : Set.of();
            plan.moves()
                    .filter(move -> move.name().schema().value().equals(source))
                    .map(move -> move.target().value())
                    .distinct()
                    .forEach(target ->
                            assertThat(DefaultPrivileges.in(database, target)).containsAll(defaults));
        }

        /** Those whose bodies nobody was asked to mend may have failed, and those that no path mends with those that call them. */
        private void assertRoutinesWork() {
            RoutineBodies bodies =
                    mapping.mapping().orElseThrow().routineBodies().value();
            if (bodies == RoutineBodies.REWRITE || bodies == RoutineBodies.SEARCH_PATH && pathsMend) {
                assertThat(called()).isEqualTo(called);
            }
        }

        private boolean pathsMendAll() {
            return goals.analyze(mapping).findings().stream()
                    .noneMatch(f -> f.code() == FindingCode.ROUTINE_NAMES_MOVED_OBJECT
                            || f.code() == FindingCode.ROUTINE_NEEDS_A_PERSON);
        }

        /** What routines return that take no arguments, or the code of their error, of those that the one who migrates may replace. */
        private Map<String, String> called() {
            return CalledRoutines.of(database, user);
        }

        private Optional<String> dumped() {
            return dump.map(d -> d.schemaDump(database, Goals.JOURNAL));
        }

        private Set<FindingCode> reasons(List<Finding> findings) {
            return findings.stream()
                    .filter(Finding::isError)
                    .map(Finding::code)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingCode.class)));
        }
    }
}
