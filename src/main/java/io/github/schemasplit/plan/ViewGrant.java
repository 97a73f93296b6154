package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code GRANT … ON} a view: privileges on all of it, or on a column.
 *
 * @param privileges what is granted
 * @param columns on which column; empty for all of the view
 * @param grantee to whom
 * @param grantable whether the grantee may grant it on
 */
public record ViewGrant(List<Privilege> privileges, List<Identifier> columns, Grantee grantee, boolean grantable) {
    public ViewGrant {
        privileges = List.copyOf(privileges);
        columns = List.copyOf(columns);
    }

    /** The statement for a view of that name. */
    Statement on(QualifiedName view) {
        List<SqlPart> what = new ArrayList<>();
        for (Privilege privilege : privileges) {
            what.add(columns.isEmpty() ? privilege : Statement.of("%s (%s)", privilege, Statement.list(columns)));
        }
        return Statement.of(
                grantable ? "GRANT %s ON %s TO %s WITH GRANT OPTION" : "GRANT %s ON %s TO %s",
                Statement.list(what),
                view,
                grantee);
    }
}
