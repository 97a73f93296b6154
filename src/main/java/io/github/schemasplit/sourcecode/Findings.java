package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Action;
import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is found in one file. */
final class Findings {
    /** What the places of values begin and end with in formats and templates, what escapes begin with, and quotes. */
    private static final String PLACES = "%{}$#\\\"'`";

    private final SourceText source;
    private final boolean isTemplate;
    private final String schema;
    private final Optional<History.Kept> kept;
    private final Map<Place, SourceReference> references = new HashMap<>();
    private final TreeSet<SourceEdit> edits = new TreeSet<>();
    private @Nullable Positions positions;
    private boolean nested;

    private record Place(int line, int column, String object, String target) {}

    /**
     * @param schema the schema that is moved from
     * @param kept why the file must not be edited, if it must not
     */
    Findings(SourceText source, String schema, Optional<History.Kept> kept) {
        this.source = source;
        this.isTemplate = Language.of(source.path()).flatMap(Language::syntax).isPresent();
        this.schema = schema;
        this.kept = kept;
    }

    /**
     * A name that is certain.
     *
     * @param at where it is
     * @param shown what is there afterwards, for people
     * @param changes the edits that belong together; they are made all or not at all
     */
    void edit(int at, Kind kind, Moved moved, String reason, String shown, List<SourceEdit> changes) {
        if (kept.isPresent()) {
            report(at, kind, moved, reason);
            return;
        }
        // Two ways may lead to the same place, and two names need the same import.
        List<SourceEdit> fresh = changes.stream().filter(c -> !isThere(c)).toList();
        if (fresh.isEmpty()) {
            return;
        }
        if (nested && changes.stream().anyMatch(c -> hasPlaces(c.replacement()))) {
            report(
                    at,
                    kind,
                    moved,
                    "it is in a string within a string, in which the schema's name needs quotes of its own");
        } else if (isTemplate && hasPlaces(moved.target().value())) {
            report(
                    at,
                    kind,
                    moved,
                    "the schema's name has characters that code may put something else in the place of");
        } else if (changes.stream().anyMatch(c -> !source.canHold(c.replacement()))) {
            report(at, kind, moved, "the file's encoding, " + source.charset() + ", does not have the schema's name");
        } else if (fresh.stream().anyMatch(this::conflicts)) {
            report(at, kind, moved, "something else is changed at the same place");
        } else {
            edits.addAll(fresh);
            add(at, kind, moved, Action.EDIT, reason, Optional.of(shown));
        }
    }

    /** Whether formats and templates may take a part of the name to be the place of a value. */
    private static boolean hasPlaces(String name) {
        return name.chars().anyMatch(c -> PLACES.indexOf(c) >= 0);
    }

    /** Reads what is in a string within another, where a quote may end the outer one. */
    void withinStrings(Runnable reading) {
        nested = true;
        reading.run();
        nested = false;
    }

    private boolean isThere(SourceEdit edit) {
        SourceEdit near = edits.floor(edit);
        return edit.equals(near);
    }

    private boolean conflicts(SourceEdit edit) {
        SourceEdit before = edits.floor(edit);
        SourceEdit after = edits.higher(edit);
        return before != null && before.conflicts(edit) || after != null && after.conflicts(edit);
    }

    /** A name that a person has to look at. */
    void report(int at, Kind kind, Moved moved, String reason) {
        boolean untouched = kept.isPresent() && !kept.get().runsLater();
        String why = kept.map(History.Kept::reason).orElse(reason);
        add(at, untouched ? Kind.UNTOUCHED : kind, moved, Action.REPORT, why, Optional.empty());
    }

    /** Whether something that moves was found in the line of a place already. */
    boolean hasInLine(int at, Moved moved) {
        int line = position(at).line();
        return references.keySet().stream()
                .anyMatch(p -> p.line == line && p.object.equals(schema + "." + moved.name()));
    }

    private Positions.Position position(int at) {
        Positions known = positions;
        if (known == null) {
            known = new Positions(source.text());
            positions = known;
        }
        return known.of(at);
    }

    private void add(int at, Kind kind, Moved moved, Action action, String reason, Optional<String> replacement) {
        Positions.Position position = position(at);
        Place place = new Place(
                position.line(),
                position.column(),
                schema + "." + moved.name(),
                moved.target().value());
        SourceReference before = references.get(place);
        if (before == null || before.action() == Action.REPORT && action == Action.EDIT) {
            // References are kept for the whole tree, and few texts are in thousands of them.
            references.put(
                    place,
                    new SourceReference(
                            source.path(),
                            place.line,
                            place.column,
                            place.object.intern(),
                            place.target.intern(),
                            kind,
                            action,
                            reason.intern(),
                            replacement.map(String::intern)));
        }
    }

    /** What was found, in the order of the file. */
    List<SourceReference> references() {
        return references.values().stream().sorted().toList();
    }

    /** The file with what is to be edited; nothing where nothing was found. */
    Optional<ReadSource> file() {
        return references.isEmpty() ? Optional.empty() : Optional.of(ReadSource.of(source, List.copyOf(edits)));
    }
}
