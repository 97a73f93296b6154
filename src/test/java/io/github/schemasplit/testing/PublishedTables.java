package io.github.schemasplit.testing;

import java.util.Set;
import java.util.TreeSet;

/** Which tables each publication publishes, by whichever way. Tables go by their OID, so that moving them changes nothing. */
public final class PublishedTables {
    private static final String QUERY = """
            SELECT p.pubname, c.oid
              FROM pg_publication_tables AS p
              JOIN pg_namespace AS n ON n.nspname = p.schemaname
              JOIN pg_class AS c ON c.relnamespace = n.oid AND c.relname = p.tablename
             WHERE n.nspname <> 'schemasplit'
            """;

    private PublishedTables() {}

    /** One line for each table of a publication. */
    public static Set<String> of(TestDatabase database) {
        return new TreeSet<>(database.query(QUERY));
    }
}
