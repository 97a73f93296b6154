package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.ScheduledJob;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SearchPath;
import io.github.schemasplit.sqltext.NamePart;
import io.github.schemasplit.sqltext.PathSettings;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.ReferenceKind;
import io.github.schemasplit.sqltext.References;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads the texts of routines: which names in them stand for what moves, and what is to be written instead. */
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

    private final NameResolver resolver;
    private final SearchPaths paths;
    private final TextHints hints;
    private final AssembledNames assembled;
    private final SchemaConstants schemaConstants;
    private final CurrentSchema currentSchema;
    private final OtherNames otherNames;
    private final TriggerSchemas triggers;

    public RoutineTexts(Assignment assignment) {
        this.assignment = assignment;
        this.byPath = assignment.mapping().routineBodies().value() == RoutineBodies.SEARCH_PATH;
        this.resolver = new NameResolver(assignment);
        this.paths = new SearchPaths(assignment.snapshot());
        MovingNames moving = new MovingNames(assignment);
        this.triggers = new TriggerSchemas(assignment);
        this.schemaConstants = new SchemaConstants(assignment);
        this.currentSchema = new CurrentSchema(assignment);
        this.otherNames = new OtherNames(assignment);
        this.hints = new TextHints(moving, schemaConstants);
        this.assembled = new AssembledNames(assignment, moving);
    }

    /** Reads the text of a routine; empty when its language is none that is read. */
    public Optional<RoutineReading> read(Routine routine) {
        Optional<List<Reference>> references = references(routine);
        if (references.isEmpty()) {
            return Optional.empty();
        }
        RoutineReading reading = read(routine, references.get(), byPath);
        return Optional.of(reading.edits().isEmpty() || !byPath ? reading : read(routine, references.get(), false));
    }

    private RoutineReading read(Routine routine, List<Reference> references, boolean bareMeanTheSame) {
        StringSyntax syntax = syntax(routine.settings());
        PathSettings set = PathSettings.in(routine.source(), syntax);
        Sought sought = new Sought(
                paths.of(routine, set),
                SearchPath.in(routine.settings()).isEmpty() || set.open(),
                set.open(),
                bareMeanTheSame);
        return read(routine.source(), syntax, references, sought, () -> triggers.onlyTarget(routine));
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

    /** Whether it is a name that is known and has no schema, so that what it stands for hangs on a path. */
    static boolean isBare(Reference reference) {
        List<NamePart> name = NameResolver.objectName(reference);
        return name.size() == 1 && !name.get(0).isOpen();
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
        return read(routine)
                .filter(reading -> !reading.edits().isEmpty())
                .map(reading -> TextEdit.apply(routine.source(), reading.edits()));
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
        return read(
                sql,
                syntax,
                References.ofStatements(sql, syntax),
                new Sought(Set.of(paths.of(role)), false, false, false),
                () -> Optional.empty());
    }

    /** An expression, as the server prints it, as it is to be written after the move; empty where there is nothing, or nobody, to tell. */
    public Optional<String> mended(String expression) {
        String sql = SELECT + expression;
        RoutineReading reading = read(
                sql,
                StringSyntax.STANDARD,
                References.ofStatements(sql, StringSyntax.STANDARD),
                new Sought(paths.ofSessions(), false, false, false),
                () -> Optional.empty());
        return reading.edits().isEmpty() || !reading.unclear().isEmpty()
                ? Optional.empty()
                : Optional.of(TextEdit.apply(sql, reading.edits()).substring(SELECT.length()));
    }

    private StringSyntax syntax(List<String> settings) {
        boolean backslash = settings.stream().anyMatch(BACKSLASHES::contains)
                || assignment.snapshot().server().databaseSettings().stream().anyMatch(BACKSLASHES::contains);
        return backslash ? StringSyntax.BACKSLASH : StringSyntax.STANDARD;
    }

    /**
     * Where names without a schema are looked for.
     *
     * @param paths the lists of schemas that are known
     * @param beyond whether there may be others, which nobody has set where we see it
     * @param open whether the text itself sets others
     * @param stay whether these names stand for the same after the move, by a path that follows it
     */
    private record Sought(Set<List<Identifier>> paths, boolean beyond, boolean open, boolean stay) {}

    private RoutineReading read(
            String text,
            StringSyntax syntax,
            List<Reference> references,
            Sought sought,
            Supplier<Optional<Identifier>> ofTrigger) {
        Set<Identifier> made = made(references);
        List<TextEdit> edits = new ArrayList<>();
        Set<SchemaObject> named = new LinkedHashSet<>();
        List<UnclearName> unclear = new ArrayList<>();
        for (Reference reference : references) {
            List<NamePart> name = NameResolver.objectName(reference);
            if (reference.creates() && name.size() == 1 || sought.stay && isBare(reference)) {
                continue;
            }
            Meaning meaning = meaning(reference, sought.paths);
            if (name.size() == 1) {
                meaning = unlessHidden(meaning, reference, sought, made);
            }
            if (meaning instanceof Meaning.Moved moved) {
                Optional<TextEdit> edit = edit(reference, name, moved.target());
                edit.ifPresent(edits::add);
                meaning = edit.isPresent()
                        ? meaning
                        : new Meaning.Unclear(moved.objects(), "the new schema's name cannot be written there");
                named.addAll(moved.objects());
            }
            if (meaning instanceof Meaning.Unclear doubt) {
                named.addAll(doubt.objects());
                unclear.add(new UnclearName(
                        Lines.of(text, reference.start()),
                        text.substring(reference.start(), reference.end()),
                        doubt.why()));
            }
        }
        unclear.addAll(hints.in(text, syntax, references));
        schemaConstants.read(text, syntax, ofTrigger, edits, unclear);
        currentSchema.read(text, syntax, sought.paths, unclear);
        otherNames.read(text, syntax, references, edits, named, unclear);
        unclear.sort(Comparator.comparingInt(UnclearName::line));
        return new RoutineReading(edits, named, unclear);
    }

    /** What a name without a schema means where another object may come before what it seems to mean. */
    private Meaning unlessHidden(Meaning meaning, Reference reference, Sought sought, Set<Identifier> made) {
        if (meaning instanceof Meaning.Moved moved) {
            if (made.contains(NameResolver.objectName(reference).get(0).identifier())) {
                return new Meaning.Unclear(moved.objects(), "the routine makes a relation of that name");
            }
            return sought.open
                    ? new Meaning.Unclear(moved.objects(), "the routine sets search_path as it runs")
                    : meaning;
        }
        return sought.beyond
                        && meaning instanceof Meaning.Unmoved
                        && reference.place() != Reference.Place.ASSEMBLED
                        && resolver.beyond(reference, sought.paths) instanceof Meaning.Moved moved
                ? new Meaning.Unclear(
                        moved.objects(),
                        sought.open ? "the routine sets search_path as it runs" : "no search_path that is set finds it")
                : meaning;
    }

    private Meaning meaning(Reference reference, Set<List<Identifier>> path) {
        return reference.place() == Reference.Place.ASSEMBLED
                ? assembled.meaning(reference, path, () -> resolver.meaning(reference, path))
                : resolver.meaning(reference, path);
    }

    /** The names of the tables that the text makes, which may be temporary and then hide others. */
    private static Set<Identifier> made(List<Reference> references) {
        Set<Identifier> made = new HashSet<>();
        for (Reference reference : references) {
            if (reference.creates()
                    && reference.kind() == ReferenceKind.RELATION
                    && reference.parts().size() == 1) {
                made.add(reference.parts().get(0).identifier());
            }
        }
        return made;
    }

    private static Optional<TextEdit> edit(Reference reference, List<NamePart> name, Identifier target) {
        if (name.size() == 1) {
            int start = name.get(0).start();
            return reference.written(target.sql() + ".").map(schema -> new TextEdit(start, start, schema));
        }
        NamePart old = name.get(name.size() - 2);
        return reference.written(target.sql()).map(schema -> new TextEdit(old.start(), old.end(), schema));
    }
}
