package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sqltext.NamePart;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.ReferenceKind;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.TextEdit;
import io.github.schemasplit.sqltext.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tells of the names in a text what they stand for, and what is to be written instead when that moves. */
final class TextReader {
    private static final int LONGEST_SHOWN = 40;
    private static final String MADE = "the routine makes a relation of that name";

    private final NameResolver resolver;
    private final TextHints hints;
    private final AssembledNames assembled;
    private final SchemaConstants schemaConstants;
    private final CurrentSchema currentSchema;
    private final OtherNames otherNames;

    TextReader(Assignment assignment, NameResolver resolver, MovingNames moving) {
        this.resolver = resolver;
        this.schemaConstants = new SchemaConstants(assignment);
        this.currentSchema = new CurrentSchema(assignment);
        this.otherNames = new OtherNames(assignment);
        this.hints = new TextHints(moving, schemaConstants);
        this.assembled = new AssembledNames(assignment, moving);
    }

    /**
     * Where names without a schema are looked for.
     *
     * @param paths the lists of schemas that are known
     * @param beyond whether there may be others, which nobody has set where we see it
     * @param open whether the text itself sets others
     * @param stay whether these names stand for the same after the move, by a path that follows it
     */
    record Sought(Set<List<Identifier>> paths, boolean beyond, boolean open, boolean stay) {}

    /**
     * Reads a text.
     *
     * @param references the names in it
     * @param ofTrigger the schema in which all tables are going to be whose triggers run the text; empty where that is not one
     */
    RoutineReading read(
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
            if (sought.stay && isBare(reference)) {
                continue;
            }
            if (reference.creates() && name.size() == 1) {
                if (!isUsed(name.get(0).identifier(), references)) {
                    Optional<Meaning.Unclear> doubt = hiding(reference, sought);
                    if (doubt.isPresent()) {
                        add(doubt.get(), reference, text, named, unclear);
                    }
                }
                continue;
            }
            Meaning meaning = meaning(reference, sought.paths);
            if (name.size() == 1) {
                meaning = unlessHidden(meaning, reference, sought, made);
            }
            if (meaning instanceof Meaning.Moved moved) {
                Optional<TextEdit> edit = edit(reference, name, moved.target());
                if (edit.isPresent()) {
                    edits.add(edit.get());
                } else {
                    meaning = new Meaning.Unclear(moved.objects(), "the new schema's name cannot be written there");
                }
                named.addAll(moved.objects());
            }
            if (meaning instanceof Meaning.Unclear doubt) {
                add(doubt, reference, text, named, unclear);
            }
        }
        List<Token> settled = schemaConstants.read(text, syntax, ofTrigger, !sought.stay, edits, named, unclear);
        unclear.addAll(hints.in(text, syntax, references, settled));
        currentSchema.read(text, syntax, sought.paths, unclear);
        otherNames.read(text, syntax, references, edits, named, unclear);
        unclear.sort(new ByLine());
        return new RoutineReading(edits, named, unclear);
    }

    private static final class ByLine implements Comparator<UnclearName> {
        @Override
        public int compare(UnclearName one, UnclearName other) {
            return Integer.compare(one.line(), other.line());
        }
    }

    private static void add(
            Meaning.Unclear doubt,
            Reference reference,
            String text,
            Set<SchemaObject> named,
            List<UnclearName> unclear) {
        named.addAll(doubt.objects());
        unclear.add(new UnclearName(
                Lines.of(text, reference.start()),
                excerpt(text, reference),
                doubt.why(),
                reference.place() == Reference.Place.ASSEMBLED));
    }

    /** The name as it stands there; where a statement goes on elsewhere before it comes, what is before it. */
    private static String excerpt(String text, Reference reference) {
        int start = reference.start();
        if (reference.end() > start) {
            return text.substring(start, reference.end());
        }
        int end = start > 0 && text.charAt(start - 1) == '\'' ? start - 1 : start;
        int from = end;
        while (from > 0 && end - from < LONGEST_SHOWN && "'\n".indexOf(text.charAt(from - 1)) < 0) {
            from = text.offsetByCodePoints(from, -1);
        }
        return text.substring(from, end) + "…";
    }

    /** What a table that the text makes, and names nowhere else without a schema, has the name of. */
    private Optional<Meaning.Unclear> hiding(Reference reference, Sought sought) {
        // An index goes into the schema of its table, whatever that is.
        return reference.kind() == ReferenceKind.RELATION
                        && isBare(reference)
                        && resolver.meaning(reference, sought.paths) instanceof Meaning.Moved moved
                        && moved.objects().stream()
                                .anyMatch(o -> o instanceof Relation relation
                                        && relation.name()
                                                .name()
                                                .equals(reference.parts().get(0).identifier()))
                ? Optional.of(new Meaning.Unclear(moved.objects(), MADE))
                : Optional.empty();
    }

    private static boolean isUsed(Identifier relation, List<Reference> references) {
        for (Reference reference : references) {
            if (!reference.creates()
                    && isBare(reference)
                    && NameResolver.objectName(reference).get(0).identifier().equals(relation)) {
                return true;
            }
        }
        return false;
    }

    /** What a name without a schema means where another object may come before what it seems to mean. */
    private Meaning unlessHidden(Meaning meaning, Reference reference, Sought sought, Set<Identifier> made) {
        if (meaning instanceof Meaning.Moved moved) {
            if (made.contains(NameResolver.objectName(reference).get(0).identifier())) {
                return new Meaning.Unclear(moved.objects(), MADE);
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
    static Set<Identifier> made(List<Reference> references) {
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
        boolean bare = name.size() == 1;
        Optional<String> schema = reference.written(target.sql() + (bare ? "." : ""));
        if (schema.isEmpty()) {
            return Optional.empty();
        }
        NamePart old = name.get(bare ? 0 : name.size() - 2);
        return Optional.of(new TextEdit(old.start(), bare ? old.start() : old.end(), schema.get()));
    }

    /** Whether it is a name that is known and has no schema, so that what it stands for hangs on a path. */
    static boolean isBare(Reference reference) {
        List<NamePart> name = NameResolver.objectName(reference);
        return name.size() == 1 && !name.get(0).isOpen();
    }
}
