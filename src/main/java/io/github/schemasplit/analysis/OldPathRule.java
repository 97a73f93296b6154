package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.OldPaths;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.MappingOption;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What hinders search_path from finding what moves by its old name: that it can not be set, or that names would mean something else. */
final class OldPathRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        OldPaths paths = OldPaths.of(assignment);
        Server server = assignment.snapshot().server();
        List<Finding> findings = new ArrayList<>();
        Optional<String> obstacle = paths.obstacle();
        if (obstacle.isPresent()) {
            findings.add(Finding.of(
                    FindingCode.SEARCH_PATH_NOT_SET,
                    Severity.ERROR,
                    "database " + server.database(),
                    "its search_path is to get the new schemas, and is not: " + obstacle.get(),
                    remedy(server, paths) + "; or " + MappingOption.COMPATIBILITY.advice("none")));
        }
        for (String clash : paths.clashes()) {
            findings.add(
                    Finding.of(
                            FindingCode.SEARCH_PATH_AMBIGUOUS,
                            Severity.ERROR,
                            "database " + server.database(),
                            "by a search_path that finds what moves, " + clash,
                            "rename one of them; or say of what moves there compatibility: none, and write its new name first in what uses it"));
        }
        findings.addAll(openToOthers(assignment, paths));
        return findings;
    }

    private static String remedy(Server server, OldPaths paths) {
        String set = "with ALTER DATABASE " + server.database() + " SET search_path = …";
        return paths.isUnknown()
                ? "run the goal as a role that sets none; or first make it known, as the database's owner, " + set
                        + ", the value that SHOW search_path prints in a session of such a role"
                : "set it before, as its owner, " + set;
    }

    /** Whoever may make something in a schema that all sessions look in may make them run it. */
    private static List<Finding> openToOthers(Assignment assignment, OldPaths paths) {
        Snapshot snapshot = assignment.snapshot();
        RoleMembership membership = snapshot.roleMembership();
        Optional<Schema> source = snapshot.schema(assignment.mapping().source().value());
        Set<Identifier> added = new TreeSet<>();
        for (OldPaths.Change change : paths.changes()) {
            added.addAll(change.added());
        }
        List<Finding> findings = new ArrayList<>();
        for (Identifier name : added) {
            Optional<Schema> schema = snapshot.schema(name);
            List<Identifier> makers = membership.roles().stream()
                    .filter(role -> schema.isPresent()
                            && !membership.isSuperuser(role)
                            && !role.equals(schema.get().owner())
                            && membership.holds(role, Privilege.CREATE, schema.get())
                            && !membership.holds(role, Privilege.CREATE, source.orElseThrow()))
                    .toList();
            if (!makers.isEmpty()) {
                findings.add(Finding.of(
                        FindingCode.SEARCH_PATH_OPEN,
                        Severity.ERROR,
                        schema.orElseThrow().describe(),
                        "all sessions would look in it for names without a schema, and " + Words.some(makers)
                                + " may make something there and not in the schema that they look in now",
                        "revoke CREATE on it from these, or from PUBLIC; or "
                                + MappingOption.COMPATIBILITY.advice("views")));
            }
        }
        return findings;
    }
}
