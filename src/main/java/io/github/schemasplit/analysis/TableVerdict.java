package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a view under its old name will do for a relation that moves.
 *
 * @param relation what moves
 * @param target the schema that it moves to
 * @param verdict what will do
 * @param limits what a view can not do and is done
 * @param hits where, a few for each of these
 * @param further how many more places there are
 */
public record TableVerdict(
        Relation relation,
        Identifier target,
        Verdict verdict,
        List<ViewLimit> limits,
        List<LimitHit> hits,
        int further) {
    /** How many places are told for each limit. */
    private static final int SHOWN = 3;

    public TableVerdict {
        limits = List.copyOf(limits);
        hits = List.copyOf(hits);
    }

    /**
     * @param all all that was seen, in the order in which it is to be told
     */
    static TableVerdict of(Placement move, Relation relation, Collection<LimitHit> all) {
        Map<ViewLimit, List<LimitHit>> byLimit = new EnumMap<>(ViewLimit.class);
        boolean bare = true;
        for (LimitHit hit : all) {
            byLimit.computeIfAbsent(hit.limit(), l -> new ArrayList<>()).add(hit);
            bare &= hit.bare();
        }
        List<LimitHit> shown = new ArrayList<>();
        for (List<LimitHit> hits : byLimit.values()) {
            // Those that no search_path serves decide.
            hits.sort(Comparator.comparing(LimitHit::bare));
            shown.addAll(hits.subList(0, Math.min(SHOWN, hits.size())));
        }
        return new TableVerdict(
                relation,
                move.target(),
                all.isEmpty() ? Verdict.VIEW : bare ? Verdict.SEARCH_PATH : Verdict.CODE_FIRST,
                List.copyOf(byLimit.keySet()),
                shown,
                all.size() - shown.size());
    }
}
