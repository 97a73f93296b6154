package io.github.schemasplit.proposal;

import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Says for each table why it is where it is. */
final class Reasons {
    private final Map<Identifier, List<Tie>> byTable = new HashMap<>();

    Reasons(List<Tie> ties) {
        for (Tie tie : ties) {
            if (tie.tables().size() > 1) {
                tie.tables()
                        .forEach(table -> byTable.computeIfAbsent(table, t -> new ArrayList<>())
                                .add(tie));
            }
        }
    }

    /** Why a table goes together with others, as a list of phrases. */
    String of(Identifier table, Set<Identifier> group) {
        List<String> phrases = new ArrayList<>();
        for (TieKind kind : TieKind.values()) {
            List<Tie> own = byTable.getOrDefault(table, List.of()).stream()
                    .filter(tie -> tie.kind() == kind && tie.joins(table, group))
                    .toList();
            if (!own.isEmpty()) {
                phrases.add(phrase(kind, own, table, group));
            }
        }
        SortedSet<Identifier> elsewhere = neighbours(table);
        elsewhere.removeAll(group);
        if (!elsewhere.isEmpty()) {
            phrases.add("elsewhere " + Words.some(elsewhere));
        }
        return phrases.isEmpty() ? "nothing ties it to others" : String.join("; ", phrases);
    }

    private static String phrase(TieKind kind, List<Tie> ties, Identifier table, Set<Identifier> group) {
        return switch (kind) {
            case FOREIGN_KEY, TRIGGER -> {
                SortedSet<Identifier> others = new TreeSet<>();
                ties.forEach(tie -> others.addAll(tie.tables()));
                others.remove(table);
                others.retainAll(group);
                yield Words.count(ties.size(), kind.noun()) + " with " + Words.some(others);
            }
            case VIEW, ROUTINE ->
                (ties.size() == 1 ? kind.noun() : ties.size() + " " + kind.plural()) + " "
                        + Words.some(ties.stream().map(Tie::label).toList());
            case STATEMENT -> Words.count(ties.size(), kind.noun());
            case NAME -> "name begins with " + ties.get(0).label();
        };
    }

    /** The tables that a foreign key joins to one. */
    private SortedSet<Identifier> neighbours(Identifier table) {
        SortedSet<Identifier> neighbours = new TreeSet<>();
        for (Tie tie : byTable.getOrDefault(table, List.of())) {
            if (tie.kind() == TieKind.FOREIGN_KEY) {
                neighbours.addAll(tie.tables());
            }
        }
        neighbours.remove(table);
        return neighbours;
    }

    /**
     * The table of a group that most others of it are tied to, by more than names; the first of these. Empty where there are several, and
     * none is tied to another.
     */
    Optional<Identifier> centre(List<Identifier> group) {
        Set<Identifier> all = Set.copyOf(group);
        Optional<Identifier> centre = group.size() == 1 ? Optional.of(group.get(0)) : Optional.empty();
        int most = 0;
        for (Identifier table : group) {
            SortedSet<Identifier> others = new TreeSet<>();
            byTable.getOrDefault(table, List.of()).stream()
                    .filter(tie -> tie.kind() != TieKind.NAME)
                    .forEach(tie -> others.addAll(tie.tables()));
            others.retainAll(all);
            if (others.size() > most) {
                centre = Optional.of(table);
                most = others.size();
            }
        }
        return centre;
    }
}
