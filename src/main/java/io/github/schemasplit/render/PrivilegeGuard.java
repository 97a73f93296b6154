package io.github.schemasplit.render;

import io.github.schemasplit.plan.AclBefore;
import io.github.schemasplit.plan.AlterPrivileges;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a script checks before it changes the first access control list: that each is, item by item, what it was when the plan was made,
 * since it says only what differs from that. It stands where everything is called as it is in the statements.
 *
 * @param alterations at least one
 */
record PrivilegeGuard(List<AlterPrivileges> alterations) {
    /** A list that is missing stands for the one that the server would begin with; what will be made is put in an order by the server. */
    private static final String LISTS = """
                WITH list (subject, kind, schema, name, detail, items) AS (
                    VALUES
            %1$s
                ), found AS (
                    SELECT list.*
                         , CASE kind
                           WHEN 'n' THEN coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner))
                           WHEN 'f' THEN (SELECT coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))
                                            FROM pg_catalog.pg_proc AS p
                                           WHERE p.pronamespace = n.oid AND p.proname = list.name
                                             AND pg_catalog.oidvectortypes(p.proargtypes) COLLATE "C" = list.detail)
                           WHEN 'T' THEN (SELECT coalesce(t.typacl, pg_catalog.acldefault('T', t.typowner))
                                            FROM pg_catalog.pg_type AS t
                                           WHERE t.typnamespace = n.oid AND t.typname = list.name)
                           WHEN 'c' THEN (SELECT coalesce(a.attacl, '{}')
                                            FROM pg_catalog.pg_attribute AS a
                                            JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
                                           WHERE c.relnamespace = n.oid AND c.relname = list.name AND a.attname = list.detail)
                           WHEN 'd' THEN coalesce((SELECT d.defaclacl
                                                     FROM pg_catalog.pg_default_acl AS d
                                                     JOIN pg_catalog.pg_roles AS r ON r.oid = d.defaclrole
                                                    WHERE d.defaclnamespace = n.oid AND r.rolname = list.name
                                                      AND d.defaclobjtype = list.detail::pg_catalog."char"), '{}')
                           ELSE (SELECT coalesce(c.relacl, pg_catalog.acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::pg_catalog."char", c.relowner))
                                   FROM pg_catalog.pg_class AS c
                                  WHERE c.relnamespace = n.oid AND c.relname = list.name)
                           END AS now
                      FROM list
                      LEFT JOIN pg_catalog.pg_namespace AS n ON n.nspname = list.schema
                ), wrong AS (
                    SELECT 'privileges on ' || subject || CASE WHEN kind = 'c' THEN ', column ' || pg_catalog.quote_ident(detail) ELSE '' END
                           || CASE WHEN now IS NULL THEN ': it is not there' ELSE ' are not as they were' END AS problem
                      FROM found
                     WHERE now IS NULL
                        OR ARRAY(SELECT i.item::pg_catalog.text FROM pg_catalog.unnest(now) WITH ORDINALITY AS i (item, number)
                                  ORDER BY CASE kind WHEN 'd' THEN i.item::pg_catalog.text END, i.number)
                           <> ARRAY(SELECT i.item::pg_catalog.text FROM pg_catalog.unnest(items) WITH ORDINALITY AS i (item, number)
                                     ORDER BY CASE kind WHEN 'd' THEN i.item::pg_catalog.text END, i.number)
                     ORDER BY subject COLLATE "C", detail COLLATE "C"
                )
                SELECT (SELECT pg_catalog.count(*) FROM wrong)
                     , (SELECT pg_catalog.string_agg(problem, '; ') FROM (SELECT problem FROM wrong LIMIT 10) AS first_ones)
                  INTO problem_count, problems;
            """;

    PrivilegeGuard {
        alterations = List.copyOf(alterations);
    }

    String sql() {
        Map<List<String>, String> lists = new LinkedHashMap<>();
        for (AlterPrivileges alteration : alterations) {
            for (AclBefore list : alteration.before()) {
                // Of one that changes twice, what it is at first.
                lists.computeIfAbsent(
                        List.of(alteration.subject(), list.kind(), list.detail()),
                        key -> row(alteration.subject(), list));
            }
        }
        Collection<String> rows = lists.values();
        return new DoBlock("DECLARE\n    problem_count bigint;\n    problems text;\nBEGIN\n"
                        + String.format(LISTS, String.join(",\n", rows))
                        + PlacementGuard.refusal(rows.size(), "access control lists")
                        + "END")
                .sql();
    }

    private static String row(String subject, AclBefore list) {
        String items = list.items().stream()
                .map(item -> Literal.of(item).sql())
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
        return "                "
                + Statement.of(
                        "(%s, %s, %s, %s, %s, %s::pg_catalog.aclitem[])",
                        Literal.of(subject),
                        Literal.of(list.kind()),
                        Literal.of(list.schema()),
                        Literal.of(list.name()),
                        Literal.of(list.detail()),
                        new Statement(items));
    }
}
