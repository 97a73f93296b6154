package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.StatisticsObject;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.Identifier;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who may do something with objects that move together, and by which of them: each grantee of an ACL, each owner, and PUBLIC
 * for types and routines without an ACL, whose default is to be open to everybody.
 */
final class Holdings {
    /** May maintain every table, from PostgreSQL 17 on. */
    static final Identifier MAINTAINER = Identifier.of("pg_maintain");

    private final Map<Grantee, String> byHolder = new TreeMap<>();

    /** What each holder holds first, as the end of a sentence whose subject it is. */
    Map<Grantee, String> byHolder() {
        return Collections.unmodifiableMap(byHolder);
    }

    void add(CatalogObject object) {
        if (object instanceof Relation relation) {
            addRelation(relation);
        } else if (object instanceof Routine routine) {
            addOwner(routine.owner(), object);
            addAcl(routine.acl(), object, true);
        } else if (object instanceof Type type) {
            addOwner(type.owner(), object);
            addAcl(type.acl(), object, true);
        } else if (object instanceof StatisticsObject statistics) {
            addOwner(statistics.owner(), object);
        }
    }

    private void addRelation(Relation relation) {
        addOwner(relation.owner(), relation);
        addAcl(relation.acl(), relation, relation.kind() == RelationKind.COMPOSITE_TYPE);
        for (Column column : relation.columns()) {
            addAcl(column.acl(), relation, false);
        }
        if (relation.kind().isTable() || relation.kind() == RelationKind.MATERIALIZED_VIEW) {
            put(Grantee.of(MAINTAINER), "may maintain " + relation.describe());
        }
    }

    private void addOwner(Identifier owner, CatalogObject object) {
        put(Grantee.of(owner), "owns " + object.describe());
    }

    private void addAcl(Optional<Acl> acl, CatalogObject object, boolean openByDefault) {
        String phrase = "may use " + object.describe();
        if (acl.isPresent()) {
            acl.get().grantees().forEach(g -> put(g, phrase));
        } else if (openByDefault) {
            put(Grantee.PUBLIC, phrase);
        }
    }

    private void put(Grantee holder, String phrase) {
        byHolder.putIfAbsent(holder, phrase);
    }
}
