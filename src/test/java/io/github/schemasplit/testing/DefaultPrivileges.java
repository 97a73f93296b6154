package io.github.schemasplit.testing;

import java.util.Set;
import java.util.TreeSet;

/** What the new objects of each role in a schema are granted. */
public final class DefaultPrivileges {
    private static final String QUERY = """
            SELECT d.defaclrole::regrole, d.defaclobjtype, a.grantee, a.privilege_type, a.is_grantable
              FROM pg_default_acl AS d
              JOIN pg_namespace AS n ON n.oid = d.defaclnamespace, aclexplode(d.defaclacl) AS a
             WHERE n.nspname = '%s'
            """;

    private DefaultPrivileges() {}

    /** One line for each privilege. */
    public static Set<String> in(TestDatabase database, String schema) {
        return new TreeSet<>(database.query(QUERY.formatted(schema.replace("'", "''"))));
    }
}
