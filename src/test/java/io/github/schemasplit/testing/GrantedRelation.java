package io.github.schemasplit.testing;

import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A relation with other access control lists than it has. */
final class GrantedRelation {
    private GrantedRelation() {}

    static Relation of(Relation relation, Optional<Acl> acl) {
        return of(relation, acl, relation.columns());
    }

    /** With another list of its first column. */
    static Relation onColumn(Relation relation, Optional<Acl> acl) {
        List<Column> columns = new ArrayList<>(relation.columns());
        Column first = columns.get(0);
        columns.set(
                0, new Column(first.number(), first.name(), first.typeOid(), first.notNull(), acl, first.attributes()));
        return of(relation, relation.acl(), columns);
    }

    private static Relation of(Relation relation, Optional<Acl> acl, List<Column> columns) {
        return new Relation(
                relation.oid(),
                relation.name(),
                relation.kind(),
                relation.owner(),
                acl,
                relation.temporary(),
                relation.unlogged(),
                relation.partition(),
                relation.rowSecurity(),
                relation.rowSecurityForced(),
                relation.securityInvoker(),
                relation.parents(),
                relation.foreignOptions(),
                columns,
                relation.attributes(),
                relation.rowEstimate(),
                relation.bytes());
    }
}
