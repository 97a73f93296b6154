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
 * What a script checks before it changes settings of search_path: that each is what it was when the plan was made, or, of one that has
 * schemas taken out, what it is to be; and that where there was none, what held is what held then. The settings are those of the database
 * that the script runs in, whatever it is called.
 *
 * @param alterations at least one
 */
record PathGuard(List<AlterSearchPath> alterations) {
    private static final SqlPart NULL = new Statement("NULL::pg_catalog.text");

    private static final String OTHERS = """
                WITH setting (role, path, other, base) AS (
                    VALUES
            %1$s
                ), value AS (
                    SELECT c.setdatabase, c.setrole, pg_catalog.substr(one.setting, 13) AS path
                      FROM pg_catalog.pg_db_role_setting AS c
                     CROSS JOIN LATERAL pg_catalog.unnest(c.setconfig) AS one (setting)
                     WHERE pg_catalog.starts_with(one.setting, 'search_path=')
                ), found AS (
                    SELECT s.role, s.path, s.other, s.base, here.path AS now
                         , CASE WHEN s.role <> '' THEN everywhere.path
                                WHEN NOT EXISTS (
                                     SELECT
                                       FROM value AS mine
                                       JOIN pg_catalog.pg_roles AS me ON me.oid = mine.setrole
                                      WHERE me.rolname = session_user AND mine.setdatabase IN (0, d.oid))
                                THEN (SELECT reset_val FROM pg_catalog.pg_settings WHERE name = 'search_path')
                           END AS base_now
                      FROM setting AS s
                      JOIN pg_catalog.pg_database AS d ON d.datname = pg_catalog.current_database()
                      LEFT JOIN pg_catalog.pg_roles AS r ON r.rolname = s.role
                      LEFT JOIN value AS here
                        ON here.setdatabase = d.oid AND here.setrole = CASE s.role WHEN '' THEN 0 ELSE r.oid END
                      LEFT JOIN value AS everywhere ON everywhere.setdatabase = 0 AND everywhere.setrole = r.oid
                ), wrong AS (
                    SELECT CASE role WHEN '' THEN 'the database' ELSE pg_catalog.format('role %%I', role) END
                           || CASE WHEN now IS NOT NULL THEN ' has the search_path ' || now
                                   WHEN path IS NOT NULL THEN ' has no search_path of its own'
                                   WHEN base_now IS NOT NULL THEN ' has by other settings the search_path ' || base_now
                                   ELSE ' has by other settings a search_path that this session does not know'
                              END AS problem
                      FROM found
                     WHERE (now IS DISTINCT FROM path AND (other IS NULL OR now IS DISTINCT FROM nullif(other, '')))
                        OR (now IS NULL AND base IS NOT NULL
                            AND pg_catalog.regexp_replace(base, ', *', ',', 'g')
                                IS DISTINCT FROM pg_catalog.regexp_replace(base_now, ' *, *', ',', 'g'))
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
        // What was taken back by hand already need not be refused, and what goes before counts only where it is written
        // anew.
        SqlPart other =
                alteration.adds() ? NULL : alteration.to().map(PathGuard::value).orElse(Literal.of(""));
        SqlPart base = alteration.adds() && alteration.from().isEmpty()
                ? value(alteration.to().orElseThrow().without(alteration.schemas()))
                : NULL;
        return "                "
                + Statement.of(
                        "(%s, %s, %s, %s)",
                        Literal.of(alteration.role().map(Identifier::value).orElse("")),
                        alteration.from().map(PathGuard::value).orElse(NULL),
                        other,
                        base);
    }

    private static SqlPart value(SearchPath path) {
        return Literal.of(path.setting().substring(SearchPath.SETTING.length()));
    }
}
