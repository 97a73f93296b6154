package io.github.schemasplit.render;

import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;
import java.util.stream.Collectors;

/**
 * What a script checks before it changes anything: that it runs in one transaction, that each object to be moved is where it was
 * when the plan was made, and that its name is free where it goes. A script that was run already says so.
 *
 * <p>A routine is looked for by its name alone.
 *
 * @param plan what the script is going to do
 * @param howToRun what the reader should do who ran it outside a transaction
 */
record PlacementGuard(Plan plan, String howToRun) {
    private static final String TRANSACTION = """
                IF pg_catalog.current_setting('search_path') <> 'pg_catalog, pg_temp' THEN
                    RAISE EXCEPTION USING
                        MESSAGE = 'this script must run in one transaction; nothing was changed',
                        HINT = %s;
                END IF;
            """;

    private static final String PLACEMENTS = """
                WITH move (kind, source, name, target) AS (
                    VALUES
            %s
                ), present (kind, schema, name) AS (
                    SELECT 'relation', relnamespace, relname FROM pg_catalog.pg_class
                    UNION ALL
                    SELECT 'type', typnamespace, typname FROM pg_catalog.pg_type
                    UNION ALL
                    SELECT 'statistics object', stxnamespace, stxname FROM pg_catalog.pg_statistic_ext
                    UNION ALL
                    SELECT DISTINCT 'routine', pronamespace, proname FROM pg_catalog.pg_proc
                ), checked AS (
                    SELECT move.*, here.name IS NULL AS gone, there.name IS NOT NULL AS taken
                      FROM move
                      LEFT JOIN pg_catalog.pg_namespace AS source ON source.nspname::pg_catalog.text = move.source
                      LEFT JOIN pg_catalog.pg_namespace AS target ON target.nspname::pg_catalog.text = move.target
                      LEFT JOIN present AS here
                        ON here.kind = move.kind AND here.schema = source.oid
                       AND here.name::pg_catalog.text = move.name
                      LEFT JOIN present AS there
                        ON there.kind = move.kind AND there.schema = target.oid
                       AND there.name::pg_catalog.text = move.name
                ), wrong AS (
                    SELECT CASE
                               WHEN gone THEN pg_catalog.format('%%s %%I.%%I is not there', kind, source, name)
                               ELSE pg_catalog.format('%%s %%I.%%I is there already', kind, target, name)
                           END AS problem
                      FROM checked
                     WHERE gone OR (taken AND kind <> 'routine')
                     ORDER BY kind, source, name
                )
                SELECT (SELECT pg_catalog.bool_and(gone AND taken) FROM checked)
                     , (SELECT pg_catalog.count(*) FROM wrong)
                     , (SELECT pg_catalog.string_agg(problem, '; ') FROM (SELECT problem FROM wrong LIMIT 10) AS first_ones)
                  INTO applied, problem_count, problems;
                IF applied THEN
                    RAISE EXCEPTION 'already applied: every object of this script is where the script moves it; nothing was changed';
                END IF;
                IF problem_count > 0 THEN
                    RAISE EXCEPTION USING
                        MESSAGE = pg_catalog.format(
                            'the database is not the one that this script was made for (%%s of %s objects); nothing was changed: %%s',
                            problem_count, problems),
                        HINT = 'Make the script again with schema:generate.';
                END IF;
            """;

    String sql() {
        String transaction = String.format(TRANSACTION, Literal.of(howToRun).sql());
        String moves = plan.moves().map(PlacementGuard::row).collect(Collectors.joining(",\n"));
        if (moves.isEmpty()) {
            return new DoBlock("BEGIN\n" + transaction + "END").sql();
        }
        return new DoBlock("DECLARE\n    applied boolean;\n    problem_count bigint;\n    problems text;\nBEGIN\n"
                        + transaction
                        + String.format(PLACEMENTS, moves, plan.moves().count())
                        + "END")
                .sql();
    }

    private static String row(AlterSetSchema move) {
        SqlPart kind = Literal.of(move.kind().noun());
        return "            "
                + Statement.of(
                        "(%s, %s, %s, %s)",
                        kind,
                        Literal.of(move.name().schema().value()),
                        Literal.of(move.name().name().value()),
                        Literal.of(move.target().value()));
    }
}
