package io.github.schemasplit.render;

import io.github.schemasplit.plan.CreateRole;
import io.github.schemasplit.plan.RoleOperation;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a script checks before it makes or drops roles: that those it makes are missing, for what was there before is not its own to drop
 * when it is taken back; and that those it drops are as they were made. What they hold or own, the server looks for.
 *
 * @param operations at least one
 */
record RoleGuard(List<RoleOperation> operations) {
    private static final String OTHERS = """
                WITH role (name, creator, made) AS (
                    VALUES
            %1$s
                ), wrong AS (
                    SELECT pg_catalog.format(
                               CASE WHEN w.made THEN 'role %%I is there already'
                                    WHEN r.oid IS NULL THEN 'role %%I is gone'
                                    ELSE 'role %%I was altered, or given to others, since it was made' END, w.name) AS problem
                      FROM role AS w
                      LEFT JOIN pg_catalog.pg_roles AS r ON r.rolname = w.name
                     WHERE w.made = (r.oid IS NOT NULL)
                        OR NOT w.made
                           AND (r.rolsuper OR r.rolcanlogin OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls
                                OR NOT r.rolinherit OR r.rolconnlimit <> -1 OR r.rolvaliduntil IS NOT NULL
                                OR pg_catalog.shobj_description(r.oid, 'pg_authid') IS NOT NULL
                                OR EXISTS (SELECT FROM pg_catalog.pg_db_role_setting AS s WHERE s.setrole = r.oid)
                                OR EXISTS (SELECT FROM pg_catalog.pg_auth_members AS m
                                            WHERE m.member = r.oid
                                               OR m.roleid = r.oid
                                                  AND pg_catalog.pg_get_userbyid(m.member) NOT IN (w.creator, session_user, current_user)))
                     ORDER BY w.name
                )
                SELECT (SELECT pg_catalog.count(*) FROM wrong)
                     , (SELECT pg_catalog.string_agg(problem, '; ') FROM (SELECT problem FROM wrong LIMIT 10) AS first_ones)
                  INTO problem_count, problems;
            """;

    RoleGuard {
        operations = List.copyOf(operations);
    }

    String sql() {
        String rows = operations.stream().map(RoleGuard::row).collect(Collectors.joining(",\n"));
        return new DoBlock("DECLARE\n    problem_count bigint;\n    problems text;\nBEGIN\n"
                        + String.format(OTHERS, rows)
                        + PlacementGuard.refusal(operations.size(), "roles")
                        + "END")
                .sql();
    }

    private static String row(RoleOperation operation) {
        return "                "
                + Statement.of(
                        "(%s, %s, %s)",
                        Literal.of(operation.role().value()),
                        Literal.of(operation.creator().value()),
                        new Statement(Boolean.toString(operation instanceof CreateRole)));
    }
}
