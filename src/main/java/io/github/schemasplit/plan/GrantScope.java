package io.github.schemasplit.plan;

/** How much of a privilege a command about default privileges gives, and so how much its inverse takes back. */
public enum GrantScope {
    /** The privilege. */
    PRIVILEGE("", ""),
    /** The privilege and, with it, the right to grant it on. */
    WITH_GRANT_OPTION("", " WITH GRANT OPTION"),
    /** The right to grant on what the grantee holds anyway. */
    GRANT_OPTION_ALONE("GRANT OPTION FOR ", " WITH GRANT OPTION");

    private final String revoked;
    private final String granted;

    GrantScope(String revoked, String granted) {
        this.revoked = revoked;
        this.granted = granted;
    }

    /** What stands before the privileges in REVOKE. */
    String inRevoke() {
        return revoked;
    }

    /** What stands at the end of GRANT. */
    String inGrant() {
        return granted;
    }
}
