package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether the roles that the mapping asks for can be made by the role that migrates. */
final class RoleRightsRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Server server = assignment.snapshot().server();
        List<Finding> findings = new ArrayList<>();
        for (Located<Identifier> role : assignment.mapping().createRoles()) {
            if (!server.mayCreateRole()
                    && assignment.snapshot().role(role.value()).isEmpty()) {
                findings.add(Finding.of(
                                FindingCode.ROLE_RIGHTS_MISSING,
                                Severity.ERROR,
                                "role " + role.value(),
                                "the mapping asks for it to be made, but role " + server.currentRole()
                                        + " lacks CREATEROLE",
                                "let a superuser or a role with CREATEROLE run: "
                                        + Statement.of("CREATE ROLE %s NOLOGIN", role.value()) + ";")
                        .at(role.origin()));
            }
        }
        return findings;
    }
}
