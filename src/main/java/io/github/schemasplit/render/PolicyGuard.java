package io.github.schemasplit.render;

import io.github.schemasplit.plan.AlterRowSecurity;
import io.github.schemasplit.plan.NamedPolicyOperation;
import io.github.schemasplit.plan.PolicyBefore;
import io.github.schemasplit.plan.PolicyOperation;
import io.github.schemasplit.plan.RowSecurityAction;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a script checks before it changes the row security of the first table: that the policies are, or are not there, as when the plan was
 * made, and that row security is on or off as it was. It stands where everything is called as it is in the statements.
 *
 * @param operations at least one
 * @param printed whether what the policies say is told as the server prints it; what the plan itself has made of them is told as it was
 *     written, which the server prints otherwise
 */
record PolicyGuard(List<PolicyOperation> operations, boolean printed) {
    private static final SqlPart NULL = new Statement("NULL");

    private static final String POLICIES = """
                WITH policy (subject, schema, name, policy, there, command, permissive, roles, filtered, checked, filter, test) AS (
                    VALUES
            %1$s
                ), wrong AS (
                    SELECT policy.subject || CASE WHEN NOT there THEN ' is there already' WHEN p.oid IS NULL THEN ' is not there'
                                             ELSE ' is not as it was' END AS problem
                      FROM policy
                      LEFT JOIN pg_catalog.pg_namespace AS n ON n.nspname = policy.schema
                      LEFT JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = policy.name
                      LEFT JOIN pg_catalog.pg_policy AS p ON p.polrelid = c.oid AND p.polname = policy.policy
                     WHERE there <> (p.oid IS NOT NULL)
                        OR there AND (p.polcmd <> command::pg_catalog."char"
                                   OR p.polpermissive <> permissive
                                   OR (p.polqual IS NOT NULL) <> filtered
                                   OR (p.polwithcheck IS NOT NULL) <> checked
                                   OR pg_catalog.pg_get_expr(p.polqual, p.polrelid) <> filter
                                   OR pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) <> test
                                   OR ARRAY(SELECT o.name
                                              FROM pg_catalog.unnest(p.polroles) AS r (oid)
                                             CROSS JOIN LATERAL (SELECT CASE r.oid WHEN 0 THEN '' ELSE pg_catalog.pg_get_userbyid(r.oid)::pg_catalog.text END) AS o (name)
                                             ORDER BY o.name COLLATE "C")
                                      <> ARRAY(SELECT r.name FROM pg_catalog.unnest(roles) AS r (name) ORDER BY r.name COLLATE "C"))
                     ORDER BY policy.subject COLLATE "C"
                )
                SELECT (SELECT pg_catalog.count(*) FROM wrong)
                     , (SELECT pg_catalog.string_agg(problem, '; ') FROM (SELECT problem FROM wrong LIMIT 10) AS first_ones)
                  INTO problem_count, problems;
            """;

    private static final String TABLES = """
                WITH wall (subject, schema, name, enabled, forced) AS (
                    VALUES
            %1$s
                ), wrong AS (
                    SELECT 'row security of ' || wall.subject || ' is not as it was' AS problem
                      FROM wall
                      LEFT JOIN pg_catalog.pg_namespace AS n ON n.nspname = wall.schema
                      LEFT JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = wall.name
                     WHERE c.oid IS NULL OR c.relrowsecurity <> enabled OR c.relforcerowsecurity <> forced
                     ORDER BY wall.subject COLLATE "C"
                )
                SELECT (SELECT pg_catalog.count(*) FROM wrong)
                     , (SELECT pg_catalog.string_agg(problem, '; ') FROM (SELECT problem FROM wrong LIMIT 10) AS first_ones)
                  INTO problem_count, problems;
            """;

    PolicyGuard {
        operations = List.copyOf(operations);
    }

    String sql() {
        Map<String, String> policies = new LinkedHashMap<>();
        List<String> walls = new ArrayList<>();
        for (PolicyOperation operation : operations) {
            if (operation instanceof NamedPolicyOperation named) {
                // Of one that is dropped and made anew, what is dropped.
                policies.computeIfAbsent(named.subject(), subject -> row(named));
            } else if (operation instanceof AlterRowSecurity alter) {
                walls.add(row(alter));
            }
        }
        return new DoBlock("DECLARE\n    problem_count bigint;\n    problems text;\nBEGIN\n"
                        + check(POLICIES, List.copyOf(policies.values()), "policies")
                        + check(TABLES, walls, "tables with row security")
                        + "END")
                .sql();
    }

    private static String check(String query, List<String> rows, String noun) {
        return rows.isEmpty()
                ? ""
                : String.format(query, String.join(",\n", rows)) + PlacementGuard.refusal(rows.size(), noun);
    }

    private String row(NamedPolicyOperation operation) {
        Optional<PolicyBefore> before = operation.policyBefore();
        return "                "
                + Statement.of(
                        "(%s, %s, %s, %s, %s, %s, %s, %s::pg_catalog.text[], %s, %s, %s::pg_catalog.text, %s::pg_catalog.text)",
                        Literal.of(operation.subject()),
                        Literal.of(operation.table().schema().value()),
                        Literal.of(operation.table().name().value()),
                        Literal.of(operation.policy().value()),
                        truth(before.isPresent()),
                        Literal.of(before.map(PolicyBefore::command).orElse("")),
                        truth(before.filter(PolicyBefore::permissive).isPresent()),
                        before.map(PolicyGuard::roles).orElse(NULL),
                        truth(before.flatMap(PolicyBefore::using).isPresent()),
                        truth(before.flatMap(PolicyBefore::check).isPresent()),
                        expression(before.flatMap(PolicyBefore::using)),
                        expression(before.flatMap(PolicyBefore::check)));
    }

    private SqlPart expression(Optional<String> text) {
        return printed && text.isPresent() ? Literal.of(text.get()) : NULL;
    }

    private static SqlPart roles(PolicyBefore policy) {
        return new Statement(policy.roles().stream()
                .map(role -> Literal.of(role).sql())
                .collect(Collectors.joining(", ", "ARRAY[", "]")));
    }

    private static String row(AlterRowSecurity operation) {
        return "                "
                + Statement.of(
                        "(%s, %s, %s, %s::pg_catalog.bool, %s::pg_catalog.bool)",
                        Literal.of(operation.subject()),
                        Literal.of(operation.table().schema().value()),
                        Literal.of(operation.table().name().value()),
                        before(operation.action(), RowSecurityAction.ENABLE, RowSecurityAction.DISABLE),
                        before(operation.action(), RowSecurityAction.FORCE, RowSecurityAction.NO_FORCE));
    }

    /** Of what is switched on it was off, of what is switched off it was on; of the other nothing is said. */
    private static SqlPart before(RowSecurityAction action, RowSecurityAction on, RowSecurityAction off) {
        return action == on || action == off ? truth(action == off) : NULL;
    }

    private static SqlPart truth(boolean value) {
        return new Statement(Boolean.toString(value));
    }
}
