package io.github.schemasplit.render;

import io.github.schemasplit.plan.PlanFingerprint;
import io.github.schemasplit.plan.ReplaceRoutine;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.Statement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a script checks before it replaces the first routine: that all else about each is as it was when the plan was made, since CREATE
 * OR REPLACE resets what it does not say. It compares what the server prints up to the body, so it stands where the types of
 * arguments are called as they are in the statements.
 *
 * @param routines at least one
 */
record DefinitionGuard(List<ReplaceRoutine> routines) {
    private static final String DEFINITIONS = """
                WITH routine (signature, bytes, hash) AS (
                    VALUES
            %1$s
                ), wrong AS (
                    SELECT pg_catalog.format('routine %%s is not as it was', signature) AS problem
                      FROM routine
                     WHERE pg_catalog.encode(pg_catalog.sha256(pg_catalog.substr(pg_catalog.convert_to(coalesce(
                               pg_catalog.pg_get_functiondef(pg_catalog.to_regprocedure(signature)), ''), 'UTF8'), 1, bytes)), 'hex')
                           <> hash
                     ORDER BY signature COLLATE "C"
                )
                SELECT (SELECT pg_catalog.count(*) FROM wrong)
                     , (SELECT pg_catalog.string_agg(problem, '; ') FROM (SELECT problem FROM wrong LIMIT 10) AS first_ones)
                  INTO problem_count, problems;
            """;

    DefinitionGuard {
        routines = List.copyOf(routines);
    }

    String sql() {
        String rows = routines.stream().map(DefinitionGuard::row).collect(Collectors.joining(",\n"));
        return new DoBlock("DECLARE\n    problem_count bigint;\n    problems text;\nBEGIN\n"
                        + String.format(DEFINITIONS, rows)
                        + PlacementGuard.refusal(routines.size(), "routines")
                        + "END")
                .sql();
    }

    private static String row(ReplaceRoutine routine) {
        byte[] definition = routine.definition().getBytes(StandardCharsets.UTF_8);
        return "                "
                + Statement.of(
                        "(%s, %s, %s)",
                        Literal.of(routine.name().sql() + "(" + routine.arguments() + ")"),
                        new Statement(Integer.toString(definition.length)),
                        Literal.of(PlanFingerprint.hexOf(definition)));
    }
}
