package io.github.schemasplit.report;

import java.util.List;

/**
 * The copy that was rehearsed on, and how it differs from the database.
 *
 * @param staging where it was, such as {@code an embedded PostgreSQL on port 5433}
 * @param content what filled it, such as {@code a dump without data}
 * @param server its server's version
 * @param madeRoles the roles that the database has and it lacked: made without login
 * @param missingExtensions the extensions that the database has and its server can not install
 * @param missing the objects that the database has and it has not
 * @param added the objects that it has and the database has not
 * @param complaints what was refused while it was filled, a clause each
 */
public record RehearsedCopy(
        String staging,
        String content,
        String server,
        List<String> madeRoles,
        List<String> missingExtensions,
        List<String> missing,
        List<String> added,
        List<String> complaints) {
    public RehearsedCopy {
        madeRoles = List.copyOf(madeRoles);
        missingExtensions = List.copyOf(missingExtensions);
        missing = List.copyOf(missing);
        added = List.copyOf(added);
        complaints = List.copyOf(complaints);
    }
}
