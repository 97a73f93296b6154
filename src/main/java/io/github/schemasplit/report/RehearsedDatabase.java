package io.github.schemasplit.report;

import java.util.Optional;

/**
 * Which database was rehearsed, so that what is known of it is not taken for another's of that name.
 *
 * @param system its server's identifier; empty where the role may not ask
 * @param oid its OID
 * @param name its name
 */
public record RehearsedDatabase(Optional<String> system, long oid, String name) {}
