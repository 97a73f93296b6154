package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.ScheduledJob;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SearchPath;
import io.github.schemasplit.sqltext.PathSettings;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.References;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.TextEdit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts of a database: which names in them stand for what an assignment moves, and what is to be written instead. A
 * routine's text is read once, whoever asks; not for several threads.
 */
public final class RoutineTexts {
    private static final String SELECT = "SELECT ";
    private static final Set<String> BACKSLASHES = Set.of(
            "standard_conforming_strings=off",
            "standard_conforming_strings=false",
            "standard_conforming_strings=0",
            "standard_conforming_strings=no");

    private final Assignment assignment;
    /** Whether routines get a path by which they find the names without a schema; those that have others too are left as they are. */
    private final boolean byPath;

    private final TriggerSchemas triggers;
    private final Map<ObjectId, Optional<RoutineReading>> readings = new HashMap<>();
    private @Nullable MovingNames moving;
    private @Nullable NameResolver resolver;
    private @Nullable SearchPaths searchPaths;
    private @Nullable TextReader reader;
    private @Nullable RoutinePaths paths;

    /** Reads nothing yet: a text is read when it is first asked for. */
    public RoutineTexts(Assignment assignment) {
        this.assignment = assignment;
        this.byPath = assignment.mapping().routineBodies().value() == RoutineBodies.SEARCH_PATH;
        this.triggers = new TriggerSchemas(assignment);
    }

    /** Whose objects the texts name. */
    public Assignment assignment() {
        return assignment;
    }

    /** The names of what moves. */
    public MovingNames moving() {
        if (moving == null) {
            moving = new MovingNames(assignment);
        }
        return moving;
    }

    /** The paths by which routines find what their texts name. */
    public RoutinePaths paths() {
        if (paths == null) {
            paths = new RoutinePaths(this);
        }
        return paths;
    }

    NameResolver resolver() {
        if (resolver == null) {
            resolver = new NameResolver(assignment);
        }
        return resolver;
    }

    SearchPaths searchPaths() {
        if (searchPaths == null) {
            searchPaths = new SearchPaths(assignment.snapshot());
        }
        return searchPaths;
    }

    private TextReader reader() {
        if (reader == null) {
            reader = new TextReader(assignment, resolver(), moving());
        }
        return reader;
    }

    /** Reads the text of a routine; empty when its language is none that is read. */
    public Optional<RoutineReading> read(Routine routine) {
        Optional<RoutineReading> reading = readings.get(routine.id());
        if (reading == null) {
            Optional<List<Reference>> references = references(routine);
            reading = references.isPresent() ? Optional.of(read(routine, references.get())) : Optional.empty();
            readings.put(routine.id(), reading);
        }
        return reading;
    }

    private RoutineReading read(Routine routine, List<Reference> references) {
        RoutineReading reading = read(routine, references, byPath);
        return reading.edits().isEmpty() || !byPath ? reading : read(routine, references, false);
    }

    private RoutineReading read(Routine routine, List<Reference> references, boolean bareMeanTheSame) {
        StringSyntax syntax = syntax(routine.settings());
        PathSettings set = pathSettings(routine);
        TextReader.Sought sought = new TextReader.Sought(
                searchPaths().of(routine, set),
                SearchPath.in(routine.settings()).isEmpty() || set.open(),
                set.open(),
                bareMeanTheSame);
        return reader().read(routine.source(), syntax, references, sought, () -> triggers.onlyTarget(routine));
    }

    private PathSettings pathSettings(Routine routine) {
        return PathSettings.in(routine.source(), syntax(routine.settings()));
    }

    /** The lists of schemas in which the names of a routine's text that have none may be looked for. */
    Set<List<Identifier>> paths(Routine routine) {
        return searchPaths().of(routine, pathSettings(routine));
    }

    /** The names in the text of a routine; empty when its language is none that is read. */
    Optional<List<Reference>> references(Routine routine) {
        StringSyntax syntax = syntax(routine.settings());
        return switch (routine.language().value()) {
            case "sql" -> Optional.of(References.ofStatements(routine.source(), syntax));
            case "plpgsql" -> Optional.of(References.ofPlpgsql(routine.source(), syntax));
            default -> Optional.empty();
        };
    }

    /** Whether a routine is to be replaced by one with another text. */
    public boolean isMendable(Routine routine) {
        return mended(routine).isPresent();
    }

    /**
     * The text that a routine is to get; empty when it names nothing that moves where that is clear, when the server does not keep
     * it as a text that is read, and when an extension owns it.
     */
    public Optional<String> mended(Routine routine) {
        if (routine.definition().isEmpty() || assignment.snapshot().isExtensionMember(routine.id())) {
            return Optional.empty();
        }
        Optional<RoutineReading> reading = read(routine);
        return reading.isEmpty() || reading.get().edits().isEmpty()
                ? Optional.empty()
                : Optional.of(TextEdit.apply(routine.source(), reading.get().edits()));
    }

    /**
     * The command that a job is to get; empty when it names nothing that moves where that is clear, and when the reading role may not
     * give it another one.
     */
    public Optional<String> mended(ScheduledJob job) {
        if (!job.alterable()) {
            return Optional.empty();
        }
        RoutineReading reading = read(job.command(), job.role());
        return reading.edits().isEmpty()
                ? Optional.empty()
                : Optional.of(TextEdit.apply(job.command(), reading.edits()));
    }

    /** Reads statements that are run by themselves in sessions of a role. */
    public RoutineReading read(String sql, Identifier role) {
        StringSyntax syntax =
                syntax(assignment.snapshot().role(role).map(Role::settings).orElse(List.of()));
        return reader().read(
                        sql,
                        syntax,
                        References.ofStatements(sql, syntax),
                        new TextReader.Sought(Set.of(searchPaths().of(role)), false, false, false),
                        () -> Optional.empty());
    }

    /** An expression, as the server prints it, as it is to be written after the move; empty where there is nothing, or nobody, to tell. */
    public Optional<String> mended(String expression) {
        String sql = SELECT + expression;
        return after(sql).filter(after -> !after.equals(sql)).map(after -> after.substring(SELECT.length()));
    }

    /** A statement, as the server prints it, as it is to be written after the move; empty where only a person can tell. */
    public Optional<String> after(String sql) {
        RoutineReading reading = reader().read(
                        sql,
                        StringSyntax.STANDARD,
                        References.ofStatements(sql, StringSyntax.STANDARD),
                        new TextReader.Sought(searchPaths().ofSessions(), false, false, false),
                        () -> Optional.empty());
        return reading.unclear().isEmpty() ? Optional.of(TextEdit.apply(sql, reading.edits())) : Optional.empty();
    }

    private StringSyntax syntax(List<String> settings) {
        boolean backslash = !Collections.disjoint(settings, BACKSLASHES)
                || !Collections.disjoint(assignment.snapshot().server().databaseSettings(), BACKSLASHES);
        return backslash ? StringSyntax.BACKSLASH : StringSyntax.STANDARD;
    }
}
