package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Identifier;

/**
 * Who asks an API that becomes a role for each request, as PostgREST does.
 *
 * @param role the role
 * @param claims what the request's token says, as a JSON object; empty for a request without one
 */
public record ApiCaller(Identifier role, String claims) {
    @Override
    public String toString() {
        return claims.isEmpty() ? role.sql() : role.sql() + " " + claims;
    }
}
