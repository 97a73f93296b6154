package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A view that stands for a relation under the name that the relation had: all its columns in their order, no condition, so that the
 * server writes through it, and exactly the privileges of the relation.
 *
 * @param name the view's name
 * @param object the relation's identity
 * @param relation the relation's name where it has moved to
 * @param columns the relation's columns, in order
 * @param invoker whether it reads with the rights of its reader, which servers before PostgreSQL 15 can not do; else with its owner's
 * @param owner its owner, who is the relation's
 * @param changesOwner whether another role makes it, so that it is given to its owner
 * @param revoked from whom everything is taken first: those to whom default privileges would give it, and the owner where some
 *     privileges are not the owner's by grant
 * @param grants what is given then
 */
public record CompatibilityView(
        QualifiedName name,
        ObjectId object,
        QualifiedName relation,
        List<Identifier> columns,
        boolean invoker,
        Identifier owner,
        boolean changesOwner,
        List<Grantee> revoked,
        List<ViewGrant> grants) {
    public CompatibilityView {
        columns = List.copyOf(columns);
        revoked = List.copyOf(revoked);
        grants = List.copyOf(grants);
    }

    /** The same in a database where its relation has another OID: that is known by its name alone. */
    public CompatibilityView byName() {
        return new CompatibilityView(
                name, ObjectId.relation(0), relation, columns, invoker, owner, changesOwner, revoked, grants);
    }

    /** The statements that make it, as one part. */
    Statement creation() {
        return new Statement(String.join(";\n", creationInOrder()));
    }

    /** The statements that make it, each without a semicolon. */
    public List<String> creationInOrder() {
        List<String> statements = new ArrayList<>();
        statements.add(Statement.of(
                        invoker
                                ? "CREATE VIEW %s WITH (security_invoker = true) AS SELECT %s FROM %s"
                                : "CREATE VIEW %s AS SELECT %s FROM %s",
                        name,
                        Statement.list(columns),
                        relation)
                .sql());
        if (changesOwner) {
            statements.add(
                    Statement.of("ALTER VIEW %s OWNER TO %s", name, owner).sql());
        }
        if (!revoked.isEmpty()) {
            statements.add(Statement.of("REVOKE ALL ON %s FROM %s", name, Statement.list(revoked))
                    .sql());
        }
        for (ViewGrant grant : grants) {
            statements.add(grant.on(name).sql());
        }
        statements.add(Statement.of("COMMENT ON VIEW %s IS %s", name, Literal.of(comment()))
                .sql());
        return List.copyOf(statements);
    }

    /** The statement that takes everything from everybody who holds something on it, its owner included. */
    Statement closing() {
        Set<Grantee> holders = new LinkedHashSet<>(Set.of(Grantee.of(owner)));
        grants.forEach(grant -> holders.add(grant.grantee()));
        return Statement.of("REVOKE ALL ON %s FROM %s", name, Statement.list(holders));
    }

    /** The statements that give everybody what its relation gives, as one part. */
    Statement opening() {
        List<String> statements = new ArrayList<>();
        for (ViewGrant grant : grants) {
            statements.add(grant.on(name).sql());
        }
        return new Statement(String.join(";\n", statements));
    }

    /** What its comment says, by which it is known. */
    public String comment() {
        return CompatibilityViews.comment(relation);
    }

    /** What it is about. */
    String subject() {
        return "view " + name;
    }
}
