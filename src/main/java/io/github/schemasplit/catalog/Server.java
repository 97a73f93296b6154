package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SearchPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The server and the session that a snapshot was read through.
 *
 * @param versionNumber {@code server_version_num}, such as 150019
 * @param version {@code server_version}, such as {@code 15.19}
 * @param database the database
 * @param databaseOid the database's OID
 * @param currentRole the role whose rights apply
 * @param mayCreateSchema whether that role holds CREATE on the database
 * @param mayCreateRole whether that role may make roles
 * @param databaseSettings what ALTER DATABASE … SET holds, as {@code name=value}
 * @param databaseOwner the database's owner
 * @param systemTypes the names of the server's own types that types of others have too
 * @param systemRoutines the names of the server's own routines that routines or types of others have too
 * @param searchPath the {@code search_path} of sessions for which neither their role nor the database sets one; empty where the session
 *     could not tell, since one of these sets its own
 * @param maySetServedSchemas whether the role whose rights apply may store a value for {@value ApiServer#SETTING}, which no module of
 *     the server defines
 * @param maySetServedSchemasOfAll whether it may do so for each role that is no superuser, also for those that it may not alter otherwise
 */
public record Server(
        int versionNumber,
        String version,
        Identifier database,
        long databaseOid,
        Identifier currentRole,
        boolean mayCreateSchema,
        boolean mayCreateRole,
        List<String> databaseSettings,
        Identifier databaseOwner,
        Set<Identifier> systemTypes,
        Set<Identifier> systemRoutines,
        Optional<SearchPath> searchPath,
        boolean maySetServedSchemas,
        boolean maySetServedSchemasOfAll) {
    public Server {
        databaseSettings = List.copyOf(databaseSettings);
        systemTypes = Set.copyOf(systemTypes);
        systemRoutines = Set.copyOf(systemRoutines);
    }

    /** The major version, such as 15. */
    public int major() {
        return versionNumber / 10_000;
    }
}
