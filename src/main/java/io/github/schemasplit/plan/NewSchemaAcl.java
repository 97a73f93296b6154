package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.DefaultAcl;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Gives a new schema the ACL that it would have if nobody had altered default privileges on schemas: those of the schema's owner
 * would open it to others, or close it to the owner, before anything has moved there.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html">ALTER DEFAULT PRIVILEGES</a>
 */
final class NewSchemaAcl {
    private static final List<Privilege> PRIVILEGES = List.of(Privilege.USAGE, Privilege.CREATE);
    private static final char SCHEMAS = 'n';

    private final Identifier schema;
    private final Grantee owner;
    private final Map<Grantee, Set<Privilege>> given = new TreeMap<>();

    private NewSchemaAcl(Identifier schema, Identifier owner, DefaultAcl defaults) {
        this.schema = schema;
        this.owner = Grantee.of(owner);
        given.put(this.owner, new TreeSet<>());
        for (AclItem item : defaults.acl().items()) {
            given.computeIfAbsent(item.grantee(), g -> new TreeSet<>()).addAll(item.privileges());
        }
    }

    /** What follows the creation of the schema; nothing where its owner has no default privileges on schemas. */
    static List<Operation> operations(Snapshot snapshot, Identifier schema, Identifier owner) {
        for (DefaultAcl defaults : snapshot.all(DefaultAcl.class)) {
            if (defaults.objectType() == SCHEMAS && defaults.role().equals(owner)) {
                return new NewSchemaAcl(schema, owner, defaults).operations();
            }
        }
        return List.of();
    }

    private List<Operation> operations() {
        String why = "default privileges of role " + owner + " on new schemas ";
        Stream<Operation> back = PRIVILEGES.stream()
                .filter(p -> !given.getOrDefault(owner, Set.of()).contains(p))
                .map(p -> new GrantOnSchema(p, schema, owner, why + "keep it from its owner"));
        Stream<Operation> away = given.entrySet().stream()
                .filter(e -> !e.getKey().equals(owner))
                .flatMap(e ->
                        e.getValue().stream().map(p -> new RevokeOnSchema(p, schema, e.getKey(), why + "open it")));
        return Stream.concat(back, away).toList();
    }
}
