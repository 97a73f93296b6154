package io.github.schemasplit.hazard;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.mapping.Compatibility;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What becomes of the old names of what moves. */
final class OldNames {
    /** The first version with views that do not bypass row security. */
    private static final int SECURITY_INVOKER = 15;

    private OldNames() {}

    /**
     * Whose old names stand for nothing after the move.
     *
     * @param kept how old names are kept working; by a search_path those are not that are written with their schema
     */
    static Set<String> lost(Assignment assignment, Compatibility kept) {
        return moving(assignment, move -> kept != Compatibility.VIEWS || !hasView(assignment, move));
    }

    /** Who has a view under the old name. */
    static Set<String> limited(Assignment assignment, Compatibility kept) {
        return moving(assignment, move -> kept == Compatibility.VIEWS && hasView(assignment, move));
    }

    /**
     * Who has a view under the old name that is not open to all to whom the table is: one with the reader's rights asks for privileges
     * on all its columns, and one with the owner's would bypass row security.
     */
    static Set<String> inexact(Assignment assignment, Compatibility kept) {
        return moving(
                assignment,
                move -> kept == Compatibility.VIEWS
                        && hasView(assignment, move)
                        && move.object() instanceof Relation relation
                        && relation.rowSecurity()
                        && isGrantedByColumns(relation));
    }

    private static boolean hasView(Assignment assignment, Placement move) {
        return move.object() instanceof Relation relation
                && (relation.kind().isTable() || relation.kind().isView())
                && !(relation.rowSecurity() && assignment.snapshot().server().major() < SECURITY_INVOKER);
    }

    private static boolean isGrantedByColumns(Relation relation) {
        for (Column column : relation.columns()) {
            Optional<Acl> acl = column.acl();
            if (acl.isPresent() && acl.get().grantees().anyMatch(g -> !g.equals(Grantee.of(relation.owner())))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> moving(Assignment assignment, Predicate<Placement> which) {
        Set<String> names = new TreeSet<>();
        for (Placement move : assignment.moves()) {
            if (which.test(move)) {
                names.add(move.object().describe());
            }
        }
        return names;
    }
}
