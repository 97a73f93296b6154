package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.OldPaths;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SearchPath;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of search_path, of the database and of roles, by which clients find in the source schema what leaves it, and that the migration
 * does not change.
 */
final class SearchPathRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Identifier source = assignment.mapping().source().value();
        List<Identifier> targets = assignment.targets();
        if (assignment.moves().stream().noneMatch(p -> p.current().schema().equals(source))) {
            return List.of();
        }
        Map<Optional<Identifier>, SearchPath> changed = new HashMap<>();
        OldPaths.of(assignment).changes().forEach(change -> changed.put(change.role(), change.to()));
        Server server = assignment.snapshot().server();
        List<Finding> findings = new ArrayList<>();
        if (!changed.containsKey(Optional.<Identifier>empty())) {
            ofDatabase(server, source, targets).ifPresent(findings::add);
        }
        for (Role role : assignment.snapshot().all(Role.class)) {
            SearchPath.in(role.settings())
                    .filter(path -> !changed.containsKey(Optional.of(role.name())))
                    .filter(path -> isShort(path, source, targets))
                    .map(path -> finding(
                            role.describe(),
                            "its search_path in database " + server.database() + " is " + path.sql(),
                            source,
                            Statement.of(
                                    "ALTER ROLE %s IN DATABASE %s SET search_path = %s",
                                    role.name(), server.database(), path.with(targets, source)::sql)))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> ofDatabase(Server server, Identifier source, List<Identifier> targets) {
        Optional<SearchPath> set = SearchPath.in(server.databaseSettings());
        SearchPath path = set.or(server::searchPath).orElse(SearchPath.DEFAULT);
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
                                server.database(), path.with(targets, source)::sql)))
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
