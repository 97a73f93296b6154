package io.github.schemasplit.proposal;

import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Supabase;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds names for groups of tables: the word that is in most of their names, or the table in their middle. */
final class SchemaNames {
    /** What a group is called whose tables have nothing in common, and no usable names. */
    private static final String FALLBACK = "app";

    /** A word tells what a group is about where it is in the names of so many of its tables, at least: one of four. */
    private static final int SHARE = 4;

    private static final Pattern UNUSABLE = Pattern.compile("[^a-z0-9_]+");
    private static final Pattern ENDS = Pattern.compile("^(?:[0-9_]|pg_)+|_+$");

    /** What a number still fits behind. */
    private static final int LONGEST = 50;

    private final Snapshot snapshot;
    private final TableWords words;
    private final Reasons reasons;
    private final Set<Identifier> taken;

    /**
     * @param taken names that are not to be used, beside those of schemas and roles
     */
    SchemaNames(Snapshot snapshot, TableWords words, Reasons reasons, Collection<Identifier> taken) {
        this.snapshot = snapshot;
        this.words = words;
        this.reasons = reasons;
        this.taken = new HashSet<>(taken);
    }

    /** A name, and how it came about. */
    record Named(Identifier name, String why) {}

    /** The name of a group; no two groups get the same. */
    Named of(List<Identifier> group) {
        List<Named> candidates = new ArrayList<>(byWords(group));
        Optional<Identifier> centre = reasons.centre(group);
        candidates.add(
                centre.isPresent()
                        ? new Named(
                                asSchema(centre.get().value()),
                                group.size() == 1 ? "called as it is" : centre.get() + " is tied to most of them")
                        : new Named(Identifier.of(FALLBACK), "nothing tells them apart"));
        for (Named candidate : candidates) {
            if (isFree(candidate.name())) {
                return taking(candidate);
            }
        }
        Named first = candidates.get(0);
        Named numbered = first;
        for (int number = 2; !isFree(numbered.name()); number++) {
            numbered = new Named(Identifier.of(first.name().value() + "_" + number), first.why());
        }
        return taking(numbered);
    }

    private Named taking(Named named) {
        taken.add(named.name());
        return named;
    }

    private record Use(Identifier table, TableWords.Word word, boolean first) {}

    /** The words that are in enough of the names, the most frequent first; those that names begin with count twice. */
    private List<Named> byWords(List<Identifier> group) {
        SortedMap<String, List<Use>> byStem = new TreeMap<>();
        for (Identifier table : group) {
            Set<String> seen = new HashSet<>();
            for (TableWords.Word word : words.after(table)) {
                if (seen.add(word.stem())) {
                    byStem.computeIfAbsent(word.stem(), w -> new ArrayList<>())
                            .add(new Use(table, word, seen.size() == 1));
                }
            }
        }
        return byStem.entrySet().stream()
                .filter(e -> e.getValue().size() > 1 && e.getValue().size() * SHARE >= group.size())
                .sorted(Comparator.comparingLong(e -> -e.getValue().size()
                        - e.getValue().stream().filter(Use::first).count()))
                .map(e -> new Named(
                        asSchema(written(e.getValue())),
                        e.getKey() + " is in the names of "
                                + (e.getValue().size() == group.size()
                                        ? "all"
                                        : e.getValue().size() + " of them")))
                .toList();
    }

    /** The word as these names have it: as one has it that is nothing else, or as most do. */
    private String written(List<Use> uses) {
        SortedMap<String, Integer> forms = new TreeMap<>();
        for (Use use : uses) {
            if (words.after(use.table()).size() == 1) {
                return use.word().written();
            }
            forms.merge(use.word().written(), 1, Integer::sum);
        }
        String most = forms.firstKey();
        for (String form : forms.keySet()) {
            if (forms.getOrDefault(form, 0) > forms.getOrDefault(most, 0)) {
                most = form;
            }
        }
        return most;
    }

    /** A text as a name that needs no quotes. */
    private static Identifier asSchema(String text) {
        String plain = UNUSABLE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("_");
        String cut = plain.substring(0, Math.min(LONGEST, plain.length()));
        String name = ENDS.matcher(cut).replaceAll("");
        return Identifier.of(name.isEmpty() ? FALLBACK : name);
    }

    /**
     * Whether a name needs no quotes, and is nobody's: neither a schema's, nor a role's, whose sessions would look in it by
     * {@code $user}.
     */
    private boolean isFree(Identifier name) {
        return name.sql().equals(name.value())
                && !name.isTooLong()
                && !Schema.isReserved(name)
                && !taken.contains(name)
                && snapshot.schema(name).isEmpty()
                && snapshot.role(name).isEmpty()
                && !Supabase.in(snapshot).owns(name);
    }
}
