package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.WantedPolicies;
import io.github.schemasplit.assignment.WantedRowSecurity;
import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables for which row security is to be enabled under a compatibility view that reads with its owner's rights, and so passes it by. */
final class SecuredOldNameRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        List<WantedRowSecurity> wanted = WantedPolicies.of(assignment).rowSecurity();
        if (wanted.isEmpty()) {
            return List.of();
        }
        CompatibilityViews views = CompatibilityViews.in(assignment.database());
        List<Finding> findings = new ArrayList<>();
        for (Relation view : views.all()) {
            Optional<Relation> relation = views.relation(view);
            if (relation.isEmpty() || view.securityInvoker() || CompatibilityViews.isClosed(view)) {
                continue;
            }
            for (WantedRowSecurity table : wanted) {
                if (table.enable().isPresent()
                        && table.table().oid() == relation.get().oid()) {
                    findings.add(finding(table, view.name().name(), view));
                }
            }
        }
        return findings;
    }

    private static Finding finding(WantedRowSecurity table, Identifier name, Relation view) {
        return Finding.of(
                        FindingCode.OLD_NAME_SHOWS_ROWS,
                        Severity.ERROR,
                        view.describe(),
                        "it reads table " + table.name()
                                + " with its owner's rights, and would show every row once row security"
                                + " is enabled for that",
                        "run schema:contract -Dschema.contract.names=" + name.value()
                                + " first, or leave the table out of rowSecurity until nothing uses that name")
                .at(table.enable().orElseThrow());
    }
}
