package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;

/**
 * {@code ALTER TABLE … ROW LEVEL SECURITY}.
 *
 * @param relation the table's identity
 * @param table the table
 * @param action what is done to its row security
 * @param reason why
 */
public record AlterRowSecurity(ObjectId relation, QualifiedName table, RowSecurityAction action, String reason)
        implements PolicyOperation {
    @Override
    public Statement statement() {
        return Statement.of("ALTER TABLE %s %s ROW LEVEL SECURITY", table, action);
    }

    @Override
    public AlterRowSecurity inverse() {
        return new AlterRowSecurity(relation, table, action.inverse(), reason);
    }

    @Override
    public String before() {
        return action.inverse().sql();
    }

    @Override
    public AlterRowSecurity of(ObjectId other) {
        return new AlterRowSecurity(other, table, action, reason);
    }

    @Override
    public boolean changes(CatalogObject object) {
        return object.id().equals(relation);
    }

    @Override
    public String subject() {
        return "table " + table;
    }
}
