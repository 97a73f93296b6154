package io.github.schemasplit.render;

import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.plan.CompatibilityView;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a script checks before it drops views: that what has their names is a view under an old name, and nothing that somebody else made
 * since.
 *
 * @param views at least one
 */
record DropGuard(List<CompatibilityView> views) {
    private static final String OTHERS = """
                WITH view (schema, name) AS (
                    VALUES
            %1$s
                ), wrong AS (
                    SELECT pg_catalog.format('%%I.%%I is no view under an old name', schema, name) AS problem
                      FROM view
                      JOIN pg_catalog.pg_namespace AS n ON n.nspname = schema
                      JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relname = name
                     WHERE c.relkind <> 'v'
                        OR NOT pg_catalog.starts_with(coalesce(pg_catalog.obj_description(c.oid, 'pg_class'), ''), %2$s)
                     ORDER BY schema, name
                )
                SELECT (SELECT pg_catalog.count(*) FROM wrong)
                     , (SELECT pg_catalog.string_agg(problem, '; ') FROM (SELECT problem FROM wrong LIMIT 10) AS first_ones)
                  INTO problem_count, problems;
            """;

    DropGuard {
        views = List.copyOf(views);
    }

    String sql() {
        String rows = views.stream().map(DropGuard::row).collect(Collectors.joining(",\n"));
        return new DoBlock("DECLARE\n    problem_count bigint;\n    problems text;\nBEGIN\n"
                        + String.format(
                                OTHERS,
                                rows,
                                Literal.of(CompatibilityViews.MARK).sql())
                        + PlacementGuard.refusal(views.size(), "views")
                        + "END")
                .sql();
    }

    private static String row(CompatibilityView view) {
        return "                "
                + Statement.of(
                        "(%s, %s)",
                        Literal.of(view.name().schema().value()),
                        Literal.of(view.name().name().value()));
    }
}
