package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Action;
import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is found in one file. */
final class Findings {
    private final SourceText source;
    private final String schema;
    private final Optional<String> untouchable;
    private final List<SourceReference> references = new ArrayList<>();
    private final List<SourceEdit> edits = new ArrayList<>();

    /**
     * @param schema the schema that is moved from
     * @param untouchable why the file must not be edited, if it must not
     */
    Findings(SourceText source, String schema, Optional<String> untouchable) {
        this.source = source;
        this.schema = schema;
        this.untouchable = untouchable;
    }

    /**
     * A name that is certain.
     *
     * @param at where it is
     * @param shown what is there afterwards, for people
     * @param changes the edits that belong together; they are made all or not at all
     */
    void edit(int at, Kind kind, Moved moved, String reason, String shown, List<SourceEdit> changes) {
        if (untouchable.isPresent()) {
            add(at, Kind.UNTOUCHED, moved, Action.REPORT, untouchable.get(), Optional.empty());
            return;
        }
        // Two ways may lead to the same place, and two names need the same import.
        List<SourceEdit> fresh =
                changes.stream().filter(c -> !edits.contains(c)).toList();
        if (fresh.isEmpty()) {
            return;
        }
        if (changes.stream().anyMatch(c -> !source.canHold(c.replacement()))) {
            report(at, kind, moved, "the file's encoding, " + source.charset() + ", does not have the schema's name");
        } else if (fresh.stream().anyMatch(c -> edits.stream().anyMatch(e -> e.conflicts(c)))) {
            report(at, kind, moved, "something else is changed at the same place");
        } else {
            edits.addAll(fresh);
            add(at, kind, moved, Action.EDIT, reason, Optional.of(shown));
        }
    }

    /** A name that a person has to look at. */
    void report(int at, Kind kind, Moved moved, String reason) {
        add(
                at,
                untouchable.isPresent() ? Kind.UNTOUCHED : kind,
                moved,
                Action.REPORT,
                untouchable.orElse(reason),
                Optional.empty());
    }

    private void add(int at, Kind kind, Moved moved, Action action, String reason, Optional<String> replacement) {
        SourceText.Position position = source.position(at);
        SourceReference reference = new SourceReference(
                source.path(),
                position.line(),
                position.column(),
                schema + "." + moved.name(),
                moved.target().value(),
                kind,
                action,
                reason,
                replacement);
        if (references.stream().noneMatch(r -> isSame(r, reference))) {
            references.add(reference);
        }
    }

    private static boolean isSame(SourceReference one, SourceReference other) {
        return one.line() == other.line()
                && one.column() == other.column()
                && one.object().equals(other.object())
                && (one.action() == other.action() || one.action() == Action.EDIT);
    }

    /** What was found, in the order of the file. */
    List<SourceReference> references() {
        return references.stream().sorted().toList();
    }

    /** The file with all edits made; none where there are none. */
    Optional<ChangedFile> changed() {
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(ChangedFile.of(source, edits.stream().sorted().toList()));
    }
}
