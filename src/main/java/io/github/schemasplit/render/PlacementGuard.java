package io.github.schemasplit.render;

import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.plan.AlterJob;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.ReplaceRoutine;
import io.github.schemasplit.plan.RoutineOperation;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a script checks before it changes anything: that it runs in one transaction, that each object to be moved is where it was
 * when the plan was made, that its name is free where it goes, and that each routine that gets another body or path, and each job of pg_cron that gets another command, has
 * the one that it had.
 * A script that was run already says so.
 *
 * <p>What moves is looked for by its name, and by the arguments or the access method that tell it from others of that name. Types
 * that move as well are in both their schemas by turns: a routine names them where they are when it moves itself.
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
                WITH move (kind, source, name, arguments, elsewhere, target) AS (
                    VALUES
            %1$s
                ), named (kind, namespace, name, arguments) AS (
            %2$s
                ), present AS (
                    SELECT named.kind, nspname::pg_catalog.text AS schema, named.name::pg_catalog.text AS name
                         , named.arguments COLLATE "C" AS arguments
                      FROM named
                      JOIN pg_catalog.pg_namespace ON pg_namespace.oid = named.namespace
                     WHERE nspname::pg_catalog.text IN (SELECT source FROM move UNION ALL SELECT target FROM move)
                ), checked AS (
                    SELECT move.*, here.name IS NULL AS gone, there.name IS NOT NULL AS taken
                      FROM move
                      LEFT JOIN present AS here
                        ON here.kind = move.kind AND here.schema = move.source AND here.name = move.name
                       AND here.arguments IN (move.arguments, move.elsewhere)
                      LEFT JOIN present AS there
                        ON there.kind = move.kind AND there.schema = move.target AND there.name = move.name
                       AND there.arguments IN (coalesce(here.arguments, move.arguments), coalesce(here.arguments, move.elsewhere))
                ), wrong AS (
                    SELECT pg_catalog.format(
                               '%%s %%I.%%s%%s is %%s', kind, CASE WHEN gone THEN source ELSE target END,
                               CASE kind WHEN 'operator' THEN name ELSE pg_catalog.quote_ident(name) END,
                               CASE WHEN kind IN ('routine', 'operator') THEN '(' || arguments || ')'
                                    WHEN arguments <> '' THEN ' using ' || arguments END,
                               CASE WHEN gone THEN 'not there' ELSE 'there already' END) AS problem
                      FROM checked
                     WHERE gone OR taken
                     ORDER BY kind, source, name, arguments
                )
                SELECT (SELECT pg_catalog.bool_and(gone AND taken) FROM checked)
                     , (SELECT pg_catalog.count(*) FROM wrong)
                     , (SELECT pg_catalog.string_agg(problem, '; ') FROM (SELECT problem FROM wrong LIMIT 10) AS first_ones)
                  INTO applied, problem_count, problems;
                IF applied THEN
                    RAISE EXCEPTION 'already applied: every object of this script is where the script moves it; nothing was changed';
                END IF;
            """;

    private static final String ROUTINES = """
                WITH routine (schema, name, arguments, elsewhere, body, path) AS (
                    VALUES
            %1$s
                ), present AS (
                    SELECT nspname::pg_catalog.text AS schema, proname::pg_catalog.text AS name
                         , pg_catalog.oidvectortypes(proargtypes) COLLATE "C" AS arguments
                         , pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(prosrc, 'UTF8')), 'hex') AS body
                         , coalesce((SELECT setting FROM pg_catalog.unnest(proconfig) AS own (setting)
                                      WHERE pg_catalog.starts_with(setting, 'search_path=')), '') COLLATE "C" AS path
                      FROM pg_catalog.pg_proc
                      JOIN pg_catalog.pg_namespace ON pg_namespace.oid = pronamespace
                     WHERE nspname::pg_catalog.text IN (SELECT schema FROM routine)
                       AND proname::pg_catalog.text IN (SELECT name FROM routine)
                ), wrong AS (
                    SELECT pg_catalog.format(
                               'routine %%I.%%I(%%s) is %%s', routine.schema, routine.name, routine.arguments,
                               CASE WHEN present.body IS NULL THEN 'not there' ELSE 'not as it was' END) AS problem
                      FROM routine
                      LEFT JOIN present
                        ON present.schema = routine.schema AND present.name = routine.name
                       AND present.arguments IN (routine.arguments, routine.elsewhere)
                     WHERE present.body IS DISTINCT FROM coalesce(routine.body, present.body, '')
                        OR present.path <> routine.path
                     ORDER BY routine.schema, routine.name, routine.arguments
                )
                SELECT (SELECT pg_catalog.count(*) FROM wrong)
                     , (SELECT pg_catalog.string_agg(problem, '; ') FROM (SELECT problem FROM wrong LIMIT 10) AS first_ones)
                  INTO problem_count, problems;
            """;

    private static final String JOBS = """
                WITH job (id, command) AS (
                    VALUES
            %1$s
                ), wrong AS (
                    SELECT pg_catalog.format(
                               'cron job %%s is %%s', job.id,
                               CASE WHEN present.jobid IS NULL THEN 'not there' ELSE 'not as it was' END) AS problem
                      FROM job
                      LEFT JOIN cron.job AS present
                        ON present.jobid = job.id AND present.database = pg_catalog.current_database()
                     WHERE pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(present.command, 'UTF8')), 'hex')
                           IS DISTINCT FROM job.command
                     ORDER BY job.id
                )
                SELECT (SELECT pg_catalog.count(*) FROM wrong)
                     , (SELECT pg_catalog.string_agg(problem, '; ') FROM (SELECT problem FROM wrong LIMIT 10) AS first_ones)
                  INTO problem_count, problems;
            """;

    private static final String REFUSAL = """
                IF problem_count > 0 THEN
                    RAISE EXCEPTION USING
                        MESSAGE = pg_catalog.format(
                            'the database is not the one that this script was made for (%%s of %1$s %2$s); nothing was changed: %%s',
                            problem_count, problems),
                        HINT = 'Make the script again with schema:generate.';
                END IF;
            """;

    String sql() {
        String transaction = String.format(TRANSACTION, Literal.of(howToRun).sql());
        List<AlterSetSchema> moves = plan.moves().toList();
        if (moves.isEmpty()) {
            return new DoBlock("BEGIN\n" + transaction + "END").sql();
        }
        MovedTypes types = MovedTypes.of(moves);
        String rows = moves.stream().map(move -> row(move, types)).collect(Collectors.joining(",\n"));
        String names = moves.stream()
                .map(move -> "        " + move.kind().namesQuery() + withoutViews(move))
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n        UNION ALL\n"));
        return new DoBlock("DECLARE\n    applied boolean;\n    problem_count bigint;\n    problems text;\nBEGIN\n"
                        + transaction
                        + String.format(PLACEMENTS, rows, names)
                        + refusal(moves.size(), "objects")
                        + routines(types)
                        + jobs()
                        + "END")
                .sql();
    }

    /** A view that stands for what moved has the name that this had. */
    private String withoutViews(AlterSetSchema move) {
        boolean mayBeOne =
                move.lockedRelation().isPresent() && plan.views().findAny().isPresent();
        return mayBeOne
                ? " WHERE NOT (relkind = 'v' AND pg_catalog.starts_with(coalesce(pg_catalog.obj_description(oid, 'pg_class'), ''), "
                        + Literal.of(CompatibilityViews.MARK).sql() + "))"
                : "";
    }

    /** The end of a guard's block, which ends the script where there are problems. */
    static String refusal(int all, String noun) {
        return String.format(REFUSAL, all, noun);
    }

    /** The routines that are changed, each of which must be as it was when the plan was made. */
    private String routines(MovedTypes types) {
        List<RoutineOperation> routines = plan.routines().toList();
        String rows = routines.stream().map(operation -> row(operation, types)).collect(Collectors.joining(",\n"));
        return routines.isEmpty() ? "" : String.format(ROUTINES, rows) + refusal(routines.size(), "routines");
    }

    /** The jobs of pg_cron that get another command, each of which must be as it was when the plan was made. */
    private String jobs() {
        List<AlterJob> jobs = plan.jobs().toList();
        String rows = jobs.stream()
                .map(job -> "                "
                        + Statement.of(
                                "(%s::pg_catalog.int8, %s)",
                                new Statement(Long.toString(job.job())), Literal.of(job.before())))
                .collect(Collectors.joining(",\n"));
        return jobs.isEmpty() ? "" : String.format(JOBS, rows) + String.format(REFUSAL, jobs.size(), "jobs of pg_cron");
    }

    private String row(RoutineOperation operation, MovedTypes types) {
        QualifiedName name = plan.nameAtFirst(operation);
        SqlPart nothing = new Statement("NULL");
        SqlPart before = Literal.of(operation.before());
        boolean body = operation instanceof ReplaceRoutine;
        return "                "
                + Statement.of(
                        "(%s, %s, %s, %s, %s, %s)",
                        Literal.of(name.schema().value()),
                        Literal.of(name.name().value()),
                        Literal.of(operation.arguments()),
                        Literal.of(types.elsewhere(operation.arguments())),
                        body ? before : nothing,
                        body ? nothing : before);
    }

    private static String row(AlterSetSchema move, MovedTypes types) {
        // An aggregate without arguments shares its name with a function without.
        String arguments = move.arguments().equals("*") ? "" : move.arguments();
        return "                "
                + Statement.of(
                        "(%s, %s, %s, %s, %s, %s)",
                        Literal.of(move.kind().noun()),
                        Literal.of(move.name().schema().value()),
                        Literal.of(move.name().name().value()),
                        Literal.of(arguments),
                        Literal.of(types.elsewhere(arguments)),
                        Literal.of(move.target().value()));
    }
}
