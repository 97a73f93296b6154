package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.ApiServer;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.plan.AlterServedSchemas;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.SettingOperation;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of database and roles of a way back that are to be as they were: which can, which are so already, and why the others can not.
 * One that several batches changed has gone through as many.
 */
final class SettingsBack {
    private final Snapshot snapshot;
    private final Set<Way> stuck = new HashSet<>();
    private final Set<SettingOperation> done = new HashSet<>();
    private final Set<String> left = new LinkedHashSet<>();
    private final Set<Identifier> staying;

    /**
     * @param inverses in the order in which they will be carried out
     * @param staying the schemas that keep something
     */
    SettingsBack(List<Plan> inverses, Snapshot snapshot, Set<Identifier> staying) {
        this.snapshot = snapshot;
        this.staying = staying;
        Map<Way, List<SettingOperation>> ways = new LinkedHashMap<>();
        inverses.stream()
                .flatMap(Plan::alteredSettings)
                .forEach(alter -> ways.computeIfAbsent(Way.of(alter), w -> new ArrayList<>())
                        .add(alter));
        ways.values().forEach(this::find);
    }

    /** What can not be done, and why, each as a clause. */
    Set<String> left() {
        return left;
    }

    boolean isPossible(SettingOperation alter) {
        return !stuck.contains(Way.of(alter)) && !done.contains(alter);
    }

    /** One setting at one place. */
    private record Way(SettingOperation.Place place, String setting) {
        static Way of(SettingOperation alter) {
            return new Way(alter.place(), alter.setting());
        }
    }

    private void find(List<SettingOperation> way) {
        SettingOperation next = way.get(0);
        Optional<Role> role = next.holder().flatMap(snapshot::role);
        if (next.holder().isPresent() && role.isEmpty()) {
            leave(
                    next,
                    "there is no " + next.subject() + " any more; if it was renamed, its " + next.setting() + " stays");
            return;
        }
        List<String> now = next.settings(snapshot);
        int first = 0;
        while (first < way.size() && !way.get(first).isBefore(now)) {
            first++;
        }
        done.addAll(way.subList(0, first));
        if (first == way.size()) {
            if (!way.get(first - 1).isAfter(now)) {
                leave(
                        next,
                        next.subject()
                                + (next.isSet(now)
                                        ? " has another " + next.setting() + " now, which stays" + naming(way, now)
                                        : " has no " + next.setting() + " of its own any more"));
            }
            return;
        }
        Optional<Identifier> kept = way.subList(first, way.size()).stream()
                .flatMap(operation -> operation.schemas().stream())
                .filter(staying::contains)
                .findFirst();
        if (kept.isPresent()) {
            leave(
                    next,
                    next.subject() + " keeps its " + next.setting() + ", since schema " + kept.get()
                            + " keeps something" + naming(way, now));
        } else if (!next.isSettable(snapshot)) {
            leave(
                    next,
                    next.subject() + " keeps its " + next.setting() + ", which role "
                            + snapshot.server().currentRole() + " may not set" + naming(way, now));
        }
    }

    /** An API reads no catalog at all while its list names a schema that is not there. */
    private String naming(List<SettingOperation> way, List<String> now) {
        Set<Identifier> going = new LinkedHashSet<>();
        for (SettingOperation operation : way) {
            if (operation instanceof AlterServedSchemas) {
                operation.schemas().stream()
                        .filter(schema -> !staying.contains(schema))
                        .forEach(going::add);
            }
        }
        going.retainAll(
                ApiServer.value(now, ApiServer.SETTING).map(ApiServer::schemas).orElse(List.of()));
        return going.isEmpty()
                ? ""
                : ", and the API fails while " + Words.some(going) + (going.size() == 1 ? " is" : " are")
                        + " in it and not in the database";
    }

    private void leave(SettingOperation alter, String why) {
        stuck.add(Way.of(alter));
        left.add(why);
    }
}
