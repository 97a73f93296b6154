package io.github.schemasplit.hostile;

import java.util.Set;

/**
 * A random database as SQL, with its mapping.
 *
 * @param sql makes the database, in one message
 * @param mapping the mapping, as YAML
 * @param plainOwner whether {@link Roles#OWNER} is to migrate it; else a superuser
 * @param kinds what is in it
 */
record HostileScript(String sql, String mapping, boolean plainOwner, Set<Kind> kinds) {
    HostileScript {
        kinds = Set.copyOf(kinds);
    }

    String user() {
        return plainOwner ? Roles.OWNER : "postgres";
    }
}
