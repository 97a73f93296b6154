package io.github.schemasplit.jdbc;

import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.postgresql.util.ServerErrorMessage;

/**
 * A whole change as one message of the simple protocol, so that locks are held for the server's work alone and not for round
 * trips: BEGIN and settings; a DO block that takes the advisory lock, compares the catalog with the one that was planned on,
 * writes the journal,
 * carries out the operations, and audits what was written; COMMIT.
 *
 * <p>Each step stands on lines of its own, so that the CONTEXT of the server's error tells which it was.
 *
 * @param sql the message
 * @param steps the step that begins on a line of the block; empty for the line after one
 */
record ChangeMessage(String sql, NavigableMap<Integer, Optional<Step>> steps) {
    /** Whatever language the server speaks, the line's number comes after the block's name. */
    private static final Pattern LINE = Pattern.compile("inline_code_block\\D+(\\d+)");

    /**
     * @param major the server's major version
     * @param journal the statements that write the journal's entry, PL/pgSQL's among them
     */
    static ChangeMessage of(Change change, Collection<Statement> journal, Timeouts timeouts, int major) {
        Block block = new Block();
        Audit audit = new Audit(change, major);
        declare(block, audit);
        block.raiseIf("NOT pg_try_advisory_xact_lock(" + RunLock.KEY + ")", SqlStates.LOCKED, "another run is at work");
        block.raiseIf(
                change.read().guard().isBroken(major), SqlStates.CHANGED, "the catalog is not the one that was read");
        journal.forEach(s -> block.add(s.sql() + ";"));
        NavigableMap<Integer, Optional<Step>> lines = new TreeMap<>();
        List<Step> steps = Step.of(change.plan().operations());
        int firstMove = firstMove(steps);
        // The first pass looks only. It also plans the queries of the audit, so that the last, under locks, need not.
        block.add("FOR ss_pass IN 1..3 LOOP");
        onPass(2, block, steps.subList(0, firstMove), lines);
        block.add("IF ss_pass < 3 THEN");
        audit.findTargets(block);
        block.add("END IF;");
        onPass(3, block, steps.subList(firstMove, steps.size()), lines);
        audit.look(block);
        block.add("PERFORM set_config('" + Shut.SETTING + "', (SELECT coalesce(string_agg("
                + "extract(epoch FROM clock_timestamp() - t.at)::text, ' ' ORDER BY t.n), '')"
                + " FROM unnest(ss_times) WITH ORDINALITY AS t(at, n)), true);");
        block.add("END LOOP;");
        audit.compare(block);
        block.add("END");
        return new ChangeMessage(begin(timeouts) + block.asDo() + ";\n" + Shut.QUERY + ";\nCOMMIT", lines);
    }

    private static int firstMove(List<Step> steps) {
        return (int) steps.stream().takeWhile(step -> !step.moves()).count();
    }

    private static void onPass(int pass, Block block, List<Step> steps, NavigableMap<Integer, Optional<Step>> lines) {
        block.add("IF ss_pass = " + pass + " THEN");
        for (Step step : steps) {
            lines.put(block.line(), Optional.of(step));
            step.addTo(block);
        }
        lines.put(block.line(), Optional.empty());
        block.add("END IF;");
    }

    /** The operation that an error is about; empty when it is none. */
    Optional<Operation> operation(ServerErrorMessage error) {
        // The outermost block, the last in the context, is ours; an event trigger may have one of its own.
        return LINE.matcher(String.valueOf(error.getWhere()))
                .results()
                .reduce((inner, outer) -> outer)
                .map(result -> steps.floorEntry(Integer.valueOf(result.group(1))))
                .flatMap(Map.Entry::getValue)
                .flatMap(step -> step.failed(error));
    }

    /** Neutralises what role and database may have set, for this transaction alone: poolers share sessions. */
    private static String begin(Timeouts timeouts) {
        return "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;\n"
                + "SET LOCAL search_path = pg_catalog, pg_temp;\n"
                + "SET LOCAL standard_conforming_strings = on;\n"
                + "SET LOCAL plan_cache_mode = force_generic_plan;\n"
                + "SET LOCAL jit = off;\n"
                + "SET LOCAL lock_timeout = " + timeouts.lock().toMillis() + ";\n"
                + "SET LOCAL statement_timeout = " + timeouts.shut().toMillis() + ";\n";
    }

    private static void declare(Block block, Audit audit) {
        block.add("#variable_conflict use_column");
        block.add("DECLARE");
        audit.declare(block);
        block.add("ss_move text;");
        block.add("ss_grant record;");
        block.add("ss_times timestamptz[] := '{}';");
        block.add("BEGIN");
    }
}
