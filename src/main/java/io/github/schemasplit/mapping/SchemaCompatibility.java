package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Optional;

/**
 * What a target schema says of the old names of what goes there: for all of it, or by name.
 *
 * @param all for what no entry names; empty when the mapping's own option holds for that
 * @param entries those that name tables or views, in the order in which they were written
 */
public record SchemaCompatibility(Optional<Located<Compatibility>> all, List<Entry> entries) {
    /** A schema that says nothing of it. */
    public static final SchemaCompatibility UNSAID = new SchemaCompatibility(Optional.empty(), List.of());

    public SchemaCompatibility {
        entries = List.copyOf(entries);
    }

    /**
     * An entry.
     *
     * @param compatibility how the old names keep working
     * @param pattern of which tables and views
     */
    public record Entry(Compatibility compatibility, Located<NamePattern> pattern) {}

    /** What it says of a name: an exact entry beats a glob, and of those the first one counts. */
    public Optional<Compatibility> of(Identifier name) {
        Optional<Entry> entry = entry(name);
        return entry.isPresent() ? Optional.of(entry.get().compatibility()) : all.map(Located::value);
    }

    /** Whether an entry names it, exactly or by a glob. */
    public boolean names(Identifier name) {
        return entry(name).isPresent();
    }

    /** Whether any of what goes there may keep its old name that way, where the mapping's own option does not say so. */
    boolean mayHave(Compatibility wanted) {
        for (Entry entry : entries) {
            if (entry.compatibility() == wanted) {
                return true;
            }
        }
        return all.isPresent() && all.get().value() == wanted;
    }

    private Optional<Entry> entry(Identifier name) {
        Optional<Entry> byGlob = Optional.empty();
        for (Entry entry : entries) {
            NamePattern pattern = entry.pattern().value();
            if (pattern.matches(name.value())) {
                if (!pattern.isGlob()) {
                    return Optional.of(entry);
                }
                byGlob = byGlob.or(() -> Optional.of(entry));
            }
        }
        return byGlob;
    }
}
