package io.github.schemasplit.names;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Trigger;
import io.github.schemasplit.sql.SearchPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The paths of routines that may call another one, which has none of its own and so runs with theirs. A routine may call whatever its
 * text has the name of, and the triggers of such tables.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">SET of CREATE FUNCTION</a>
 */
final class CallerPaths {
    private final Snapshot snapshot;
    private final boolean some;
    /** The routines whose texts have a name. */
    private final Map<String, List<Routine>> naming = new HashMap<>();
    /** The tables whose triggers call a routine, by its OID. */
    private final Map<Long, Set<String>> triggers = new HashMap<>();

    private boolean read;

    CallerPaths(Snapshot snapshot) {
        this.snapshot = snapshot;
        boolean some = false;
        for (Routine routine : snapshot.all(Routine.class)) {
            some |= hasPath(routine);
        }
        this.some = some;
    }

    private static boolean hasPath(Routine routine) {
        return SearchPath.in(routine.settings()).isPresent();
    }

    /** Those with which a routine may run, directly or through others without a path of their own, in a stable order. */
    Set<SearchPath> of(Routine routine) {
        Set<SearchPath> paths = new LinkedHashSet<>();
        if (!some) {
            return paths;
        }
        readAll();
        Set<ObjectId> seen = new HashSet<>(Set.of(routine.id()));
        Deque<Routine> open = new ArrayDeque<>();
        open.add(routine);
        while (!open.isEmpty()) {
            Routine called = open.remove();
            Set<String> names = new LinkedHashSet<>(Set.of(called.name().name().value()));
            names.addAll(triggers.getOrDefault(called.oid(), Set.of()));
            for (String name : names) {
                for (Routine caller : naming.getOrDefault(name, List.of())) {
                    if (seen.add(caller.id())) {
                        Optional<SearchPath> own = SearchPath.in(caller.settings());
                        if (own.isPresent()) {
                            paths.add(own.get());
                        } else {
                            open.add(caller);
                        }
                    }
                }
            }
        }
        return paths;
    }

    private void readAll() {
        if (read) {
            return;
        }
        read = true;
        Set<String> sought = new HashSet<>();
        for (Routine routine : snapshot.all(Routine.class)) {
            if (!hasPath(routine)) {
                sought.add(routine.name().name().value());
            }
        }
        for (Trigger trigger : snapshot.all(Trigger.class)) {
            Relation table = snapshot.relation(trigger.relation()).orElse(null);
            if (table != null) {
                String name = table.name().name().value();
                triggers.computeIfAbsent(trigger.routine(), r -> new LinkedHashSet<>())
                        .add(name);
                sought.add(name);
            }
        }
        for (Routine routine : snapshot.all(Routine.class)) {
            for (String name : NamesInText.of(routine.source())) {
                if (sought.contains(name)) {
                    naming.computeIfAbsent(name, n -> new ArrayList<>()).add(routine);
                }
            }
        }
    }
}
