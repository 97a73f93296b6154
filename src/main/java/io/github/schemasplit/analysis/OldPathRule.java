package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.OldPaths;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.mapping.MappingOption;
import java.util.ArrayList;
import java.util.List;

/** What hinders search_path from finding what moves by its old name: that it can not be set, or that names would mean something else. */
final class OldPathRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        OldPaths paths = OldPaths.of(assignment);
        Server server = assignment.snapshot().server();
        List<Finding> findings = new ArrayList<>();
        paths.obstacle()
                .ifPresent(why -> findings.add(Finding.of(
                        FindingCode.SEARCH_PATH_NOT_SET,
                        Severity.ERROR,
                        "database " + server.database(),
                        "its search_path is to get the new schemas, and is not: " + why,
                        "set it before, as its owner, with ALTER DATABASE " + server.database()
                                + " SET search_path = …; or "
                                + MappingOption.COMPATIBILITY.advice("none"))));
        for (String clash : paths.clashes()) {
            findings.add(
                    Finding.of(
                            FindingCode.SEARCH_PATH_AMBIGUOUS,
                            Severity.ERROR,
                            "database " + server.database(),
                            "by a search_path that finds what moves, " + clash,
                            "rename one of them; or say of what moves there compatibility: none, and write its new name first in what uses it"));
        }
        return findings;
    }
}
