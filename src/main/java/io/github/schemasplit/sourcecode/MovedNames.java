package io.github.schemasplit.sourcecode;

import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.NamePattern;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What moves, by name. What is known of a mapping alone has patterns, each of which stands for any name that it matches. */
public final class MovedNames {
    private final Identifier source;
    private final Map<String, Identifier> relations = new HashMap<>();
    private final Map<String, Identifier> routines = new HashMap<>();
    private final Map<String, Identifier> types = new HashMap<>();
    private final List<Glob> relationGlobs = new ArrayList<>();
    private final List<Glob> routineGlobs = new ArrayList<>();
    private final List<Glob> typeGlobs = new ArrayList<>();
    private final List<Identifier> targets = new ArrayList<>();
    private final WordFilter filter = new WordFilter();
    private final Set<String> words = new HashSet<>();
    /** The exact names that are no words, such as {@code Order Items}, in lower case. */
    private final List<String> phrases;

    private final boolean complete;

    private record Glob(Predicate<String> matcher, Identifier target) {}

    /**
     * What a database moves, all of it by its name.
     *
     * @param relations where each relation goes, sequences too
     * @param routines where each routine goes
     * @param types where each type goes
     */
    public MovedNames(
            Identifier source,
            Map<String, Identifier> relations,
            Map<String, Identifier> routines,
            Map<String, Identifier> types) {
        this.source = source;
        this.complete = true;
        this.relations.putAll(relations);
        this.routines.putAll(routines);
        this.types.putAll(types);
        for (Map<String, Identifier> each : List.of(relations, routines, types)) {
            each.keySet().forEach(this::mention);
            each.values().stream().filter(t -> !targets.contains(t)).forEach(targets::add);
        }
        this.phrases = words.stream().filter(w -> !Words.isWord(w)).sorted().toList();
    }

    /** What a mapping moves. */
    public MovedNames(Mapping mapping) {
        this.source = mapping.source().value();
        this.complete = false;
        for (TargetSchema target : mapping.targets()) {
            if (!target.name().value().equals(source)) {
                targets.add(target.name().value());
                add(target, EntryKind.TABLES, relations, relationGlobs);
                add(target, EntryKind.VIEWS, relations, relationGlobs);
                add(target, EntryKind.ROUTINES, routines, routineGlobs);
                add(target, EntryKind.TYPES, types, typeGlobs);
            }
        }
        this.phrases = words.stream().filter(w -> !Words.isWord(w)).sorted().toList();
    }

    private void add(TargetSchema target, EntryKind kind, Map<String, Identifier> exact, List<Glob> globs) {
        Identifier schema = target.name().value();
        for (Located<NamePattern> entry : target.entries(kind)) {
            NamePattern pattern = kind.hasArguments() ? entry.value().withoutArguments() : entry.value();
            if (pattern.isGlob()) {
                globs.add(new Glob(pattern.matcher(), schema));
                filter.addBeginning(beginning(pattern));
            } else {
                exact.put(pattern.exactName(), schema);
                mention(pattern.exactName());
            }
        }
    }

    private void mention(String name) {
        words.add(name.toLowerCase(Locale.ROOT));
        filter.add(name);
    }

    /** What all names begin with that a pattern matches. */
    private static String beginning(NamePattern pattern) {
        String text = pattern.text();
        int end = 0;
        while (end < text.length() && "*?\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, end);
    }

    /** The schema that is moved from. */
    Identifier source() {
        return source;
    }

    /** All that moves to each target schema, as if it were one thing. */
    List<Moved> schemas() {
        return targets.stream().map(t -> new Moved("*", t)).toList();
    }

    /** Where a table or view goes; a sequence, as its name tells, is none of those that a pattern stands for. */
    Optional<Identifier> relation(String name) {
        if (name.endsWith("_seq") && !relations.containsKey(name)) {
            return Optional.empty();
        }
        return target(name, relations, relationGlobs);
    }

    Optional<Identifier> routine(String name) {
        return target(name, routines, routineGlobs);
    }

    /** Where a type goes; a table has one of its own name. */
    Optional<Identifier> type(String name) {
        Optional<Identifier> own = target(name, types, typeGlobs);
        return own.isPresent() ? own : relation(name);
    }

    /**
     * Where a sequence probably goes, whose name is one that the server gives to that of a column: a table's name, the column's and
     * {@code seq}.
     */
    Optional<Identifier> ownedSequence(String name) {
        if (complete || !name.endsWith("_seq")) {
            return Optional.empty();
        }
        for (int end = name.lastIndexOf('_', name.length() - 5); end > 0; end = name.lastIndexOf('_', end - 1)) {
            Optional<Identifier> target = relation(name.substring(0, end));
            if (target.isPresent()) {
                return target;
            }
        }
        return Optional.empty();
    }

    private static Optional<Identifier> target(String name, Map<String, Identifier> exact, List<Glob> globs) {
        Identifier target = exact.get(name);
        if (target != null) {
            return Optional.of(target);
        }
        for (Glob glob : globs) {
            if (glob.matcher.test(name)) {
                return Optional.of(glob.target);
            }
        }
        return Optional.empty();
    }

    /** Whether a text may hold the name of something that moves. */
    boolean mayBeIn(String text) {
        if (filter.passes(text)) {
            return true;
        }
        if (phrases.isEmpty()) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return phrases.stream().anyMatch(lower::contains);
    }
}
