package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ScheduledJob;
import io.github.schemasplit.catalog.ScheduledJobs;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.plan.AlterJob;
import io.github.schemasplit.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The jobs of pg_cron of a way back that are to have their former commands: which can, which have them already, and why the others can
 * not. A job that several batches altered has gone through as many.
 */
final class JobsBack {
    private final Snapshot snapshot;
    private final MovesBack moves;
    private final Set<Long> stuck = new HashSet<>();
    private final Set<AlterJob> done = new HashSet<>();
    private final Set<String> left = new LinkedHashSet<>();

    /**
     * @param inverses in the order in which they will be carried out
     * @param moves the moves in them
     */
    JobsBack(List<Plan> inverses, Snapshot snapshot, MovesBack moves) {
        this.snapshot = snapshot;
        this.moves = moves;
        Map<Long, List<AlterJob>> ways = new LinkedHashMap<>();
        inverses.stream()
                .flatMap(Plan::jobs)
                .forEach(alter -> ways.computeIfAbsent(alter.job(), j -> new ArrayList<>())
                        .add(alter));
        ways.values().forEach(this::find);
    }

    /** What can not be done, and why, each as a clause. */
    Set<String> left() {
        return left;
    }

    boolean isPossible(AlterJob alter) {
        return !stuck.contains(alter.job()) && !done.contains(alter);
    }

    private void find(List<AlterJob> way) {
        AlterJob next = way.get(0);
        Optional<ScheduledJob> found = snapshot.scheduledJobs().find(next.job());
        if (found.isEmpty()) {
            leave(
                    next.job(),
                    snapshot.scheduledJobs().sight() == ScheduledJobs.Sight.ALL
                            ? next.subject() + " is no job of this database any more"
                            : next.subject() + " is none that role "
                                    + snapshot.server().currentRole() + " sees");
            return;
        }
        ScheduledJob job = found.get();
        int first = 0;
        while (first < way.size() && !way.get(first).from().equals(job.command())) {
            first++;
        }
        done.addAll(way.subList(0, first));
        if (first == way.size()) {
            if (!way.get(first - 1).to().equals(job.command())) {
                leave(job.id(), job.describe() + " has another command now, which stays");
            }
            return;
        }
        Optional<CatalogObject> named = moves.namedAndStaying(job.command());
        if (named.isPresent()) {
            leave(
                    job.id(),
                    job.describe() + " keeps its command, which may name "
                            + named.get().describe());
        } else if (!job.alterable()) {
            leave(
                    job.id(),
                    job.describe() + " keeps its command, which role "
                            + snapshot.server().currentRole() + " may not alter");
        }
    }

    private void leave(long job, String why) {
        stuck.add(job);
        left.add(why);
    }
}
