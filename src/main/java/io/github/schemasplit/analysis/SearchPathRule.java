package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.OldPaths;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SearchPath;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Settings of search_path, of the database and of roles, by which clients find in the source schema what leaves it, and that the migration
 * does not change.
 */
final class SearchPathRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Identifier source = assignment.mapping().source().value();
        List<Identifier> targets = assignment.targets();
        if (!leaves(assignment, source)) {
            return List.of();
        }
        Set<Optional<Identifier>> changed = new HashSet<>();
        for (OldPaths.Change change : OldPaths.of(assignment).changes()) {
            changed.add(change.role());
        }
        Server server = assignment.snapshot().server();
        List<Finding> findings = new ArrayList<>();
        if (!changed.contains(Optional.<Identifier>empty())) {
            Optional<Finding> ofDatabase = ofDatabase(server, source, targets);
            if (ofDatabase.isPresent()) {
                findings.add(ofDatabase.get());
            }
        }
        for (Role role : assignment.snapshot().all(Role.class)) {
            Optional<SearchPath> path = SearchPath.in(role.settings());
            if (path.isPresent()
                    && !changed.contains(Optional.of(role.name()))
                    && isShort(path.get(), source, targets)) {
                findings.add(finding(
                        role.describe(),
                        "its search_path in database " + server.database() + " is "
                                + path.get().sql(),
                        source,
                        Statement.of(
                                "ALTER ROLE %s IN DATABASE %s SET search_path = %s",
                                role.name(), server.database(), path.get().with(targets, source))));
            }
        }
        return findings;
    }

    private static boolean leaves(Assignment assignment, Identifier source) {
        for (Placement placement : assignment.moves()) {
            if (placement.current().schema().equals(source)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Finding> ofDatabase(Server server, Identifier source, List<Identifier> targets) {
        Optional<SearchPath> set = SearchPath.in(server.databaseSettings());
        SearchPath path = (set.isPresent() ? set : server.searchPath()).orElse(SearchPath.DEFAULT);
        return isShort(path, source, targets)
                ? Optional.of(finding(
                        "database " + server.database(),
                        set.isPresent()
                                ? "its search_path is " + path.sql()
                                : "it sets no search_path, so that the server's holds, which is " + path.sql()
                                        + (server.searchPath().isPresent()
                                                ? ""
                                                : " unless its configuration says otherwise"),
                        source,
                        Statement.of(
                                "ALTER DATABASE %s SET search_path = %s",
                                server.database(), path.with(targets, source))))
                : Optional.empty();
    }

    private static boolean isShort(SearchPath path, Identifier source, List<Identifier> targets) {
        return path.contains(source) && !path.schemas().containsAll(targets);
    }

    private static Finding finding(String subject, String setting, Identifier source, Statement remedy) {
        return Finding.of(
                FindingCode.SEARCH_PATH_NEEDS_TARGETS,
                Severity.WARNING,
                subject,
                setting + ": sessions that use bare names will not find what leaves schema " + source,
                "write the new schemas in the application, or consider: " + remedy + ";");
    }
}
