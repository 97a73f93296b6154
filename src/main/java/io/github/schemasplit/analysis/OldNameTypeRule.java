package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.OldNames;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Types that the connecting role may not use, although a view under an old name would have a column of them. That the table has one
 * is no matter of rights any more; whoever makes the view is asked again, for the type of an array's elements in place of its own.
 */
final class OldNameTypeRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        RoleMembership roles = snapshot.roleMembership();
        Identifier current = snapshot.server().currentRole();
        Map<String, Type> missing = new TreeMap<>();
        for (OldNames.OldName name : OldNames.of(assignment).kept()) {
            for (Column column : name.relation().columns()) {
                Optional<Type> type = used(snapshot, column.typeOid());
                if (type.isPresent() && !roles.holds(current, Privilege.USAGE, type.get())) {
                    missing.put(type.get().describe(), type.get());
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, Type> type : missing.entrySet()) {
            findings.add(Finding.of(
                    FindingCode.TYPE_PRIVILEGE_MISSING,
                    Severity.ERROR,
                    type.getKey(),
                    "role " + current
                            + " lacks USAGE on it, so that it can not make the views under old names with columns of it",
                    "let role " + type.getValue().owner() + " or a superuser run: "
                            + Statement.of(
                                    "GRANT USAGE ON TYPE %s TO %s",
                                    type.getValue().name(), current) + ";"));
        }
        return List.copyOf(findings);
    }

    /** A type of the server's own is in no snapshot. */
    private static Optional<Type> used(Snapshot snapshot, long oid) {
        Optional<Type> type = type(snapshot, oid);
        return type.isPresent() && type.get().arrayOf() != 0
                ? type(snapshot, type.get().arrayOf())
                : type;
    }

    private static Optional<Type> type(Snapshot snapshot, long oid) {
        return snapshot.find(new ObjectId(Catalog.PG_TYPE, oid)).orElse(null) instanceof Type type
                ? Optional.of(type)
                : Optional.empty();
    }
}
