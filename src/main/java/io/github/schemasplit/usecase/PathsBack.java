package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.plan.AlterSearchPath;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SearchPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of search_path of a way back that are to be as they were: which can, which are so already, and why the others can not.
 * One that several batches changed has gone through as many.
 */
final class PathsBack {
    private final Snapshot snapshot;
    private final Set<Optional<Identifier>> stuck = new HashSet<>();
    private final Set<AlterSearchPath> done = new HashSet<>();
    private final Set<String> left = new LinkedHashSet<>();
    private final Set<Identifier> staying;

    /**
     * @param inverses in the order in which they will be carried out
     * @param staying the schemas that keep something
     */
    PathsBack(List<Plan> inverses, Snapshot snapshot, Set<Identifier> staying) {
        this.snapshot = snapshot;
        this.staying = staying;
        Map<Optional<Identifier>, List<AlterSearchPath>> ways = new LinkedHashMap<>();
        inverses.stream()
                .flatMap(Plan::searchPaths)
                .forEach(alter -> ways.computeIfAbsent(alter.role(), r -> new ArrayList<>())
                        .add(alter));
        ways.values().forEach(this::find);
    }

    /** What can not be done, and why, each as a clause. */
    Set<String> left() {
        return left;
    }

    boolean isPossible(AlterSearchPath alter) {
        return !stuck.contains(alter.role()) && !done.contains(alter);
    }

    private void find(List<AlterSearchPath> way) {
        AlterSearchPath next = way.get(0);
        Optional<Role> role = next.role().flatMap(snapshot::role);
        if (next.role().isPresent() && role.isEmpty()) {
            leave(next, "there is no " + next.subject() + " any more; if it was renamed, its search_path stays");
            return;
        }
        Optional<SearchPath> now = SearchPath.in(next.settings(snapshot));
        int first = 0;
        while (first < way.size() && !way.get(first).from().equals(now)) {
            first++;
        }
        done.addAll(way.subList(0, first));
        if (first == way.size()) {
            if (!way.get(first - 1).to().equals(now)) {
                leave(
                        next,
                        next.subject()
                                + (now.isPresent()
                                        ? " has another search_path now, which stays"
                                        : " has no search_path of its own any more"));
            }
            return;
        }
        Optional<Identifier> kept =
                next.schemas().stream().filter(staying::contains).findFirst();
        if (kept.isPresent()) {
            leave(next, next.subject() + " keeps its search_path, since schema " + kept.get() + " keeps something");
        } else if (!next.isSettable(snapshot)) {
            leave(
                    next,
                    next.subject() + " keeps its search_path, which role "
                            + snapshot.server().currentRole() + " may not set");
        }
    }

    private void leave(AlterSearchPath alter, String why) {
        stuck.add(alter.role());
        left.add(why);
    }
}
