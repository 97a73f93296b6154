package io.github.schemasplit.hazard;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.mapping.Compatibility;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of the old names of what moves.
 *
 * @param lost whose names stand for nothing after the move; by a search_path those do not that are written with their schema
 * @param limited who has a view under the old name
 * @param inexact of these, who has one that is not open to all to whom the table is: one with the reader's rights asks for privileges
 *     on all its columns, and one with the owner's would bypass row security
 */
record OldNames(List<String> lost, List<String> limited, List<String> inexact) {
    /** The first version with views that do not bypass row security. */
    private static final int SECURITY_INVOKER = 15;

    OldNames {
        lost = List.copyOf(lost);
        limited = List.copyOf(limited);
        inexact = List.copyOf(inexact);
    }

    /**
     * Looks at all that moves.
     *
     * @param kept how old names are kept working
     */
    static OldNames of(Assignment assignment, Compatibility kept) {
        List<String> lost = new ArrayList<>();
        List<String> limited = new ArrayList<>();
        List<String> inexact = new ArrayList<>();
        int version = assignment.snapshot().server().major();
        for (Placement move : assignment.moves()) {
            String name = move.object().describe();
            if (kept == Compatibility.VIEWS && hasView(move.object(), version)) {
                limited.add(name);
                if (move.object() instanceof Relation table && table.rowSecurity() && isGrantedByColumns(table)) {
                    inexact.add(name);
                }
            } else {
                lost.add(name);
            }
        }
        return new OldNames(lost, limited, inexact);
    }

    private static boolean hasView(SchemaObject object, int version) {
        return object instanceof Relation relation
                && (relation.kind().isTable() || relation.kind().isView())
                && (!relation.rowSecurity() || version >= SECURITY_INVOKER);
    }

    private static boolean isGrantedByColumns(Relation table) {
        for (Column column : table.columns()) {
            if (column.acl().isPresent()) {
                for (Grantee grantee : column.acl().get().grantees().toList()) {
                    if (!grantee.equals(Grantee.of(table.owner()))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
