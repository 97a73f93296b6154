package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SearchPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes from the settings of search_path the schemas that migrations gave them, and that are still there. */
public final class PathContraction {
    private static final String REASON = "nothing finds by it what moved";

    private final Snapshot snapshot;
    private final Map<Optional<Identifier>, Help> helps = new LinkedHashMap<>();

    /** What was done to one setting. */
    private static final class Help {
        private final AlterSearchPath first;
        private final Set<Identifier> schemas = new LinkedHashSet<>();

        Help(AlterSearchPath first) {
            this.first = first;
        }
    }

    /**
     * @param snapshot the database as it is now
     * @param history all that was ever carried out, oldest first
     */
    public PathContraction(Snapshot snapshot, List<Plan> history) {
        this.snapshot = snapshot;
        history.stream().flatMap(Plan::searchPaths).forEach(this::follow);
    }

    private void follow(AlterSearchPath alter) {
        if (alter.adds()) {
            helps.computeIfAbsent(alter.role(), r -> new Help(alter)).schemas.addAll(alter.schemas());
        } else if (helps.containsKey(alter.role())) {
            Help help = helps.get(alter.role());
            alter.schemas().forEach(help.schemas::remove);
            if (help.schemas.isEmpty()) {
                helps.remove(alter.role());
            }
        }
    }

    /** The operations. Where there was no setting before all, and what is left is what held then, there is none after. */
    public List<AlterSearchPath> operations() {
        List<AlterSearchPath> operations = new ArrayList<>();
        for (Help help : helps.values()) {
            Optional<SearchPath> now = SearchPath.in(help.first.settings(snapshot));
            if (now.isPresent()) {
                List<Identifier> ending = now.get().schemas().stream()
                        .filter(help.schemas::contains)
                        .toList();
                SearchPath rest = now.get().without(ending);
                if (!ending.isEmpty()) {
                    operations.add(new AlterSearchPath(
                            snapshot.server().database(),
                            help.first.role(),
                            now,
                            isAsBefore(help.first, rest) ? Optional.empty() : Optional.of(rest),
                            ending,
                            REASON));
                }
            }
        }
        return operations;
    }

    /** Whether there was no setting before, and what is left is what held then. */
    private static boolean isAsBefore(AlterSearchPath first, SearchPath rest) {
        return first.from().isEmpty()
                && first.to().map(path -> path.without(first.schemas())).equals(Optional.of(rest));
    }
}
