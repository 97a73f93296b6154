package io.github.schemasplit.render;

import io.github.schemasplit.plan.SettingOperation;
import io.github.schemasplit.sql.Identifier;
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
 * What a script checks before it changes settings of the database and of roles: that each is what it was when the plan was made, or, of one
 * that has schemas taken out, what it is to be; and that where there was none, what held is what held then. The settings are those of the
 * database that the script runs in, whatever it is called.
 *
 * @param alterations at least one
 */
record SettingGuard(List<SettingOperation> alterations) {
    private static final SqlPart NULL = new Statement("NULL::pg_catalog.text");

    private static final String OTHERS = """
                WITH setting (role, everywhere, name, value, other, base) AS (
                    VALUES
            %1$s
                ), present AS (
                    SELECT c.setdatabase, c.setrole, pg_catalog.split_part(one.setting, '=', 1) AS name
                         , pg_catalog.substr(one.setting, pg_catalog.strpos(one.setting, '=') + 1) AS value
                      FROM pg_catalog.pg_db_role_setting AS c
                     CROSS JOIN LATERAL pg_catalog.unnest(c.setconfig) AS one (setting)
                ), found AS (
                    SELECT s.role, s.name, s.value, s.other, s.base, here.value AS now
                         , CASE WHEN s.name <> 'search_path' THEN coalesce(otherwise.value, '')
                                WHEN s.role <> '' THEN otherwise.value
                                WHEN NOT EXISTS (
                                     SELECT
                                       FROM present AS mine
                                       JOIN pg_catalog.pg_roles AS me ON me.oid = mine.setrole
                                      WHERE me.rolname = session_user AND mine.setdatabase IN (0, d.oid)
                                        AND mine.name = 'search_path')
                                THEN (SELECT reset_val FROM pg_catalog.pg_settings WHERE name = 'search_path')
                           END AS base_now
                      FROM setting AS s
                      JOIN pg_catalog.pg_database AS d ON d.datname = pg_catalog.current_database()
                      LEFT JOIN pg_catalog.pg_roles AS r ON r.rolname = s.role
                      LEFT JOIN present AS here
                        ON here.name = s.name
                       AND here.setdatabase = CASE WHEN s.everywhere THEN 0 ELSE d.oid END
                       AND here.setrole = CASE s.role WHEN '' THEN 0 ELSE r.oid END
                      LEFT JOIN present AS otherwise
                        ON otherwise.name = s.name AND otherwise.setdatabase = 0 AND otherwise.setrole = r.oid
                ), wrong AS (
                    SELECT CASE role WHEN '' THEN 'the database' ELSE pg_catalog.format('role %%I', role) END
                           || CASE WHEN now IS NOT NULL THEN pg_catalog.format(' has the %%s %%s', name, now)
                                   WHEN value IS NOT NULL THEN pg_catalog.format(' has no %%s of its own', name)
                                   WHEN base_now IS NOT NULL THEN pg_catalog.format(' has by other settings the %%s %%s', name, base_now)
                                   ELSE pg_catalog.format(' has by other settings a %%s that this session does not know', name)
                              END AS problem
                      FROM found
                     WHERE (now IS DISTINCT FROM value AND (other IS NULL OR now IS DISTINCT FROM nullif(other, '')))
                        OR (now IS NULL AND base IS NOT NULL
                            AND pg_catalog.regexp_replace(base, ', *', ',', 'g')
                                IS DISTINCT FROM pg_catalog.regexp_replace(base_now, ' *, *', ',', 'g'))
                     ORDER BY role, name
                )
                SELECT (SELECT pg_catalog.count(*) FROM wrong)
                     , (SELECT pg_catalog.string_agg(problem, '; ') FROM (SELECT problem FROM wrong LIMIT 10) AS first_ones)
                  INTO problem_count, problems;
            """;

    SettingGuard {
        alterations = List.copyOf(alterations);
    }

    String sql() {
        Map<List<Object>, List<SettingOperation>> bySetting = new LinkedHashMap<>();
        for (SettingOperation alteration : alterations) {
            bySetting
                    .computeIfAbsent(List.of(alteration.place(), alteration.setting()), s -> new ArrayList<>())
                    .add(alteration);
        }
        String rows = bySetting.values().stream()
                .map(all -> row(all.get(0), all.get(all.size() - 1)))
                .collect(Collectors.joining(",\n"));
        return new DoBlock("DECLARE\n    problem_count bigint;\n    problems text;\nBEGIN\n"
                        + String.format(OTHERS, rows)
                        + PlacementGuard.refusal(bySetting.size(), "settings")
                        + "END")
                .sql();
    }

    /** The statement, for the database that the script runs in. */
    static String statement(SettingOperation alteration) {
        if (alteration.everywhere()) {
            return alteration.statement().sql();
        }
        return new DoBlock("BEGIN\n    EXECUTE "
                        + Literal.of(alteration.beforeDatabase().sql()).sql()
                        + " || pg_catalog.quote_ident(pg_catalog.current_database()) || "
                        + Literal.of(alteration.afterDatabase().sql()).sql() + ";\nEND")
                .sql();
    }

    /** What a script changes twice is what the first change found, and what the last one makes. */
    private static String row(SettingOperation alteration, SettingOperation last) {
        // What was taken back by hand already need not be refused, and what goes before counts only where it is written
        // anew.
        SqlPart other = alteration.adds() ? NULL : Literal.of(last.valueAfter().orElse(""));
        return "                "
                + Statement.of(
                        "(%s, %s, %s, %s, %s, %s)",
                        Literal.of(alteration.holder().map(Identifier::value).orElse("")),
                        new Statement(Boolean.toString(alteration.everywhere())),
                        Literal.of(alteration.setting()),
                        text(alteration.valueBefore()),
                        other,
                        text(alteration.valueOtherwise()));
    }

    private static SqlPart text(Optional<String> value) {
        return value.<SqlPart>map(Literal::of).orElse(NULL);
    }
}
