package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Publication;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.LockMode;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.util.Optional;

/**
 * {@code ALTER PUBLICATION … ADD TABLE} or {@code DROP TABLE}.
 *
 * @param add whether the table is added; it is dropped otherwise
 * @param publication the publication
 * @param table the table
 * @param reason why
 */
public record AlterPublication(boolean add, Identifier publication, QualifiedName table, String reason)
        implements Operation {
    @Override
    public Statement statement() {
        return Statement.of(
                add ? "ALTER PUBLICATION %s ADD TABLE ONLY %s" : "ALTER PUBLICATION %s DROP TABLE ONLY %s",
                publication,
                table);
    }

    /** The same for a table that is called otherwise by now. */
    public AlterPublication of(QualifiedName name) {
        return new AlterPublication(add, publication, name, reason);
    }

    @Override
    public AlterPublication inverse() {
        return new AlterPublication(!add, publication, table, reason);
    }

    @Override
    public LockMode lockMode() {
        return LockMode.SHARE_UPDATE_EXCLUSIVE;
    }

    @Override
    public Optional<QualifiedName> lockedRelation() {
        return Optional.of(table);
    }

    @Override
    public boolean changes(CatalogObject object) {
        return object instanceof Publication other && other.name().equals(publication);
    }

    @Override
    public String subject() {
        return "publication " + publication;
    }
}
