package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What of a database is Supabase's own: schemas that its services make, change and expect to find as they are.
 *
 * @see <a href="https://supabase.com/docs/guides/database/postgres/roles">Postgres Roles</a>
 */
public final class Supabase {
    private static final Identifier AUTH = Identifier.of("auth");
    private static final Identifier PUBLIC = Identifier.of("public");

    /** On old projects the administrator owns schemas of users too, which the dashboard made. */
    private static final Identifier ADMINISTRATOR = Identifier.of("supabase_admin");

    /** Roles of single services, which own nothing of users. */
    private static final Set<Identifier> SERVICES = identifiers(
            "supabase_auth_admin",
            "supabase_storage_admin",
            "supabase_realtime_admin",
            "supabase_functions_admin",
            "supabase_replication_admin",
            "supabase_etl_admin",
            "pgbouncer");

    private static final Set<Identifier> SCHEMAS = identifiers(
            "auth",
            "storage",
            "realtime",
            "_realtime",
            "_analytics",
            "_supavisor",
            "graphql",
            "graphql_public",
            "vault",
            "pgsodium",
            "pgsodium_masks",
            "pgbouncer",
            "pgtle",
            "supabase_functions",
            "supabase_migrations",
            "extensions",
            "net",
            "cron");

    private final Snapshot snapshot;
    private final boolean there;

    private Supabase(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.there = snapshot.schema(AUTH).isPresent() && hasRoles(snapshot);
    }

    private static boolean hasRoles(Snapshot snapshot) {
        for (Role role : snapshot.all(Role.class)) {
            if (role.name().equals(ADMINISTRATOR) || SERVICES.contains(role.name())) {
                return true;
            }
        }
        return false;
    }

    /** That of a database. It is there where roles and the schema {@code auth} are: roles alone may be another database's. */
    public static Supabase in(Snapshot snapshot) {
        return new Supabase(snapshot);
    }

    /** Whether a schema is, or would be, its own. */
    public boolean owns(Identifier schema) {
        if (!there || schema.equals(PUBLIC)) {
            return false;
        }
        Optional<Schema> found = snapshot.schema(schema);
        return SCHEMAS.contains(schema)
                || (found.isPresent() && SERVICES.contains(found.get().owner()));
    }

    private static Set<Identifier> identifiers(String... names) {
        Set<Identifier> identifiers = new HashSet<>();
        for (String name : names) {
            identifiers.add(Identifier.of(name));
        }
        return Set.copyOf(identifiers);
    }
}
