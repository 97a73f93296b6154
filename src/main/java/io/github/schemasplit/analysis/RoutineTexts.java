package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sqltext.NamePart;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.ReferenceKind;
import io.github.schemasplit.sqltext.References;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.TextEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the texts of routines: which names in them stand for what moves, and what is to be written instead. */
public final class RoutineTexts {
    private final NameResolver resolver;
    private final SearchPaths paths;

    public RoutineTexts(Assignment assignment) {
        this.resolver = new NameResolver(assignment);
        this.paths = new SearchPaths(assignment.snapshot());
    }

    /**
     * What a text needs.
     *
     * @param edits what makes every name that is clear stand for the same object after the move
     * @param named what moves and is named, each once
     * @param unclear what only a person can tell, in the order of the text
     */
    public record Reading(List<TextEdit> edits, Set<SchemaObject> named, List<UnclearName> unclear) {}

    /**
     * A name that may stand for something that moves.
     *
     * @param line its line in the text, from 1
     * @param name the name as it is written
     * @param why why it cannot be told
     */
    public record UnclearName(int line, String name, String why) {}

    /** Reads the text of a routine; empty when its language is none that is read. */
    public Optional<Reading> read(Routine routine) {
        return switch (routine.language().value()) {
            case "sql" -> Optional.of(read(routine, References.ofStatements(routine.source(), StringSyntax.STANDARD)));
            case "plpgsql" -> Optional.of(read(routine, References.ofPlpgsql(routine.source(), StringSyntax.STANDARD)));
            default -> Optional.empty();
        };
    }

    private Reading read(Routine routine, List<Reference> references) {
        Set<List<Identifier>> path = paths.of(routine);
        Set<Identifier> made = made(references);
        List<TextEdit> edits = new ArrayList<>();
        Set<SchemaObject> named = new LinkedHashSet<>();
        List<UnclearName> unclear = new ArrayList<>();
        for (Reference reference : references) {
            Meaning meaning = resolver.meaning(reference, path);
            List<NamePart> name = NameResolver.objectName(reference);
            boolean maybeMade = name.size() == 1 && made.contains(name.get(0).identifier());
            if (meaning instanceof Meaning.Moved moved && maybeMade) {
                meaning = new Meaning.Unclear(moved.objects(), "the routine makes a table of that name");
            }
            if (reference.creates() && name.size() == 1) {
                continue;
            }
            if (meaning instanceof Meaning.Moved moved) {
                named.addAll(moved.objects());
                edits.add(edit(name, moved.target()));
            } else if (meaning instanceof Meaning.Unclear doubt) {
                named.addAll(doubt.objects());
                unclear.add(new UnclearName(
                        line(routine.source(), reference.start()),
                        routine.source().substring(reference.start(), reference.end()),
                        doubt.why()));
            }
        }
        return new Reading(List.copyOf(edits), named, List.copyOf(unclear));
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

    private static TextEdit edit(List<NamePart> name, Identifier target) {
        if (name.size() == 1) {
            int start = name.get(0).start();
            return new TextEdit(start, start, target.sql() + ".");
        }
        NamePart schema = name.get(name.size() - 2);
        return new TextEdit(schema.start(), schema.end(), target.sql());
    }

    private static int line(String text, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }
}
