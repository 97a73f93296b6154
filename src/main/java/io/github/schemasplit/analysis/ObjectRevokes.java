package io.github.schemasplit.analysis;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Holders;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The statements that take from a role or from PUBLIC, object by object, what ACLs give it. */
final class ObjectRevokes {
    /** More are not shown. */
    private static final int MOST = 3;

    private ObjectRevokes() {}

    /** None when there would be many, and when they would not help: an owner can not be kept out like this. */
    static List<Statement> of(List<HeldObjects> groups, Grantee holder, RoleMembership roles) {
        boolean help = groups.stream()
                .map(HeldObjects::holders)
                .noneMatch(h ->
                        has(holder, h.owner(), roles) || (h.maintainable() && has(holder, Holders.MAINTAINER, roles)));
        if (!help || groups.stream().mapToInt(g -> g.objects().size()).sum() > MOST) {
            return List.of();
        }
        return groups.stream()
                .flatMap(g -> g.objects().stream().map(o -> revoke(o, through(g.holders(), holder, roles))))
                .toList();
    }

    private static Set<Grantee> through(Holders holders, Grantee holder, RoleMembership roles) {
        return holders.grantees().stream()
                .filter(g -> g.role().map(r -> has(holder, r, roles)).orElse(true))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean has(Grantee holder, Identifier role, RoleMembership roles) {
        return holder.role().filter(h -> roles.inherits(h, role)).isPresent();
    }

    /** The statement for one object. */
    static Statement revoke(CatalogObject object, Set<Grantee> grantees) {
        if (object instanceof Routine routine) {
            return Statement.of(
                    "REVOKE ALL ON ROUTINE %s%s FROM %s",
                    routine.name(), () -> "(" + routine.identityArguments() + ")", Statement.list(grantees));
        }
        if (object instanceof Type type) {
            return Statement.of("REVOKE ALL ON TYPE %s FROM %s", type.name(), Statement.list(grantees));
        }
        Relation relation = (Relation) object;
        return Statement.of(
                relation.kind() == RelationKind.SEQUENCE
                        ? "REVOKE ALL ON SEQUENCE %s FROM %s"
                        : relation.kind() == RelationKind.COMPOSITE_TYPE
                                ? "REVOKE ALL ON TYPE %s FROM %s"
                                : "REVOKE ALL ON TABLE %s FROM %s",
                relation.name(),
                Statement.list(grantees));
    }
}
