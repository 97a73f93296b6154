package io.github.schemasplit.render;

import io.github.schemasplit.plan.AlterSearchPath;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.SearchPath;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a script checks before it changes settings of search_path: that each is what it was when the plan was made. The settings are those
 * of the database that the script runs in, whatever it is called.
 *
 * @param alterations at least one
 */
record PathGuard(List<AlterSearchPath> alterations) {
    private static final String OTHERS = """
                WITH setting (role, path) AS (
                    VALUES
            %1$s
                ), found AS (
                    SELECT s.role, s.path, split.value
                      FROM setting AS s
                      JOIN pg_catalog.pg_database AS d ON d.datname = pg_catalog.current_database()
                      LEFT JOIN pg_catalog.pg_roles AS r ON r.rolname = s.role
                      LEFT JOIN pg_catalog.pg_db_role_setting AS c
                        ON c.setdatabase = d.oid AND c.setrole = CASE s.role WHEN '' THEN 0 ELSE r.oid END
                      LEFT JOIN LATERAL (
                           SELECT pg_catalog.substr(one.setting, 13) AS value
                             FROM pg_catalog.unnest(c.setconfig) AS one (setting)
                            WHERE pg_catalog.starts_with(one.setting, 'search_path=')
                           ) AS split ON true
                ), wrong AS (
                    SELECT CASE role WHEN '' THEN 'the database' ELSE pg_catalog.format('role %%I', role) END
                           || coalesce(' has the search_path ' || value, ' has no search_path of its own') AS problem
                      FROM found
                     WHERE value IS DISTINCT FROM path
                     ORDER BY role
                )
                SELECT (SELECT pg_catalog.count(*) FROM wrong)
                     , (SELECT pg_catalog.string_agg(problem, '; ') FROM (SELECT problem FROM wrong LIMIT 10) AS first_ones)
                  INTO problem_count, problems;
            """;

    PathGuard {
        alterations = List.copyOf(alterations);
    }

    String sql() {
        String rows = alterations.stream().map(PathGuard::row).collect(Collectors.joining(",\n"));
        return new DoBlock("DECLARE\n    problem_count bigint;\n    problems text;\nBEGIN\n"
                        + String.format(OTHERS, rows)
                        + PlacementGuard.refusal(alterations.size(), "settings")
                        + "END")
                .sql();
    }

    /** The statement, for the database that the script runs in. */
    static String statement(AlterSearchPath alteration) {
        return new DoBlock("BEGIN\n    EXECUTE "
                        + Literal.of(alteration.beforeDatabase().sql()).sql()
                        + " || pg_catalog.quote_ident(pg_catalog.current_database()) || "
                        + Literal.of(alteration.afterDatabase().sql()).sql() + ";\nEND")
                .sql();
    }

    private static String row(AlterSearchPath alteration) {
        SqlPart path = alteration
                .from()
                .<SqlPart>map(from -> Literal.of(from.setting().substring(SearchPath.SETTING.length())))
                .orElse(new Statement("NULL"));
        return "                "
                + Statement.of(
                        "(%s, %s)",
                        Literal.of(alteration.role().map(Identifier::value).orElse("")), path);
    }
}
