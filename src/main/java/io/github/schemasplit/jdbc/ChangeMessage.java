package io.github.schemasplit.jdbc;

import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.ExtensionSettings;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.PolicyOperation;
import io.github.schemasplit.plan.Together;
import io.github.schemasplit.plan.ViewOperation;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
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

    /** How many moves are carried out last, after all others were audited. */
    private static final int LAST = 8;

    /**
     * @param major the server's major version
     * @param journalSchema where the journal is
     * @param journal the statements that write the journal's entry, PL/pgSQL's among them
     * @param latest when the server, by its clock, is not to begin any more
     * @param watch notes which locks each statement takes, or does not
     */
    static ChangeMessage of(
            Change change,
            Identifier journalSchema,
            Collection<Statement> journal,
            Timeouts timeouts,
            Instant latest,
            LockWatch watch,
            int major) {
        Block block = new Block();
        List<Operation> operations = change.plan().operations();
        int firstMove = firstMove(operations);
        int firstOfLast = firstOfLast(operations, firstMove);
        Plan last = new Plan(operations.subList(firstOfLast, operations.size()));
        MovedObjects moved = new MovedObjects(change.read().snapshot(), change.plan(), last, major);
        ViewAudit views = new ViewAudit(change.plan(), last, major);
        Audit audit = new Audit(change, moved, views, journalSchema, major);
        LockWaits waits = new LockWaits(timeouts);
        RoutineChecks checks = new RoutineChecks(change.plan(), major);
        declare(block, audit, checks, waits, watch);
        // What is told as made is on the disk, whatever role and database prefer.
        block.add("IF current_setting('synchronous_commit') = 'off' THEN"
                + " PERFORM set_config('synchronous_commit', 'on', true); END IF;");
        block.raiseIf("NOT pg_try_advisory_xact_lock(" + RunLock.KEY + ")", SqlStates.LOCKED, "another run is at work");
        // Under the lock, so that whoever finds it free after that moment knows that this was not made and will not be.
        block.raiseIf(
                "clock_timestamp() > " + Literal.of(latest.toString()).sql() + "::timestamptz",
                SqlStates.LATE,
                "it reached the server too late");
        block.raiseIf(
                change.read().guard().isBroken(major), SqlStates.CHANGED, "the catalog is not the one that was read");
        audit.begin(block);
        EventTriggers.begin(block);
        for (Statement statement : journal) {
            EventTriggers.add(block, statement.sql());
        }
        watch.begin(block);
        NavigableMap<Integer, Optional<Step>> lines = new TreeMap<>();
        // The first pass looks only. It also plans the queries of the audit, so that the last, under locks, need not.
        block.add("FOR ss_pass IN 1..4 LOOP");
        block.add("IF ss_pass = 2 THEN");
        if (change.plan().routines().findAny().isPresent()) {
            lines.put(block.line(), Optional.empty());
            RoutinePins.add(block);
            audit.compareReplaced(block);
        }
        lines.put(block.line(), Optional.empty());
        JobPins.add(block, change.plan());
        addTo(block, operations.subList(0, firstMove), waits, watch, lines);
        moved.part(block);
        moved.turnToReplaced(block);
        block.add("ELSIF ss_pass = 1 THEN");
        moved.find(block);
        checks.before(block);
        block.add("ELSIF ss_pass = 3 THEN");
        views.turnToFirst(block);
        waits.begin(block);
        addTo(block, operations.subList(firstMove, firstOfLast), waits, watch, lines);
        block.add("ELSE");
        moved.turnToLast(block);
        views.turnToLast(block);
        addTo(block, operations.subList(firstOfLast, operations.size()), waits, watch, lines);
        EventTriggers.doNow(block);
        checks.after(block);
        waits.endWhenOver(block);
        block.add("END IF;");
        audit.look(block);
        block.add("PERFORM set_config('" + Shut.SETTING + "', (SELECT coalesce(string_agg("
                + "extract(epoch FROM clock_timestamp() - t.at)::text, ' ' ORDER BY t.n), '')"
                + " FROM unnest(ss_times) WITH ORDINALITY AS t(at, n)), true);");
        block.add("END LOOP;");
        audit.compare(block);
        watch.end(block);
        block.add("END");
        return new ChangeMessage(
                begin(change, waits, watch) + block.asDo() + ";\n" + Executed.QUERY + ";\nCOMMIT", lines);
    }

    private static int firstMove(List<Operation> operations) {
        int first = 0;
        while (first < operations.size() && !isMove(operations.get(first))) {
            first++;
        }
        return first;
    }

    private static boolean isMove(Operation operation) {
        return operation instanceof AlterSetSchema
                || operation instanceof ViewOperation
                || operation instanceof PolicyOperation;
    }

    /**
     * Where the few moves begin that shut what is used most: they come last, and after all others were looked at. What is about row
     * security is looked at all at once: the server's counters do not account for it, so that each look searches catalogs.
     */
    private static int firstOfLast(List<Operation> operations, int firstMove) {
        if (operations.stream().anyMatch(PolicyOperation.class::isInstance)) {
            return firstMove;
        }
        List<Together> all = Together.of(operations.subList(firstMove, operations.size()));
        int first = operations.size();
        int moves = 0;
        for (int i = all.size() - 1; i >= 0 && moves < LAST; i--) {
            first -= all.get(i).operations().size();
            moves += all.get(i).shuts().isPresent() ? 1 : 0;
        }
        return first;
    }

    private static void addTo(
            Block block,
            List<Operation> operations,
            LockWaits waits,
            LockWatch watch,
            NavigableMap<Integer, Optional<Step>> lines) {
        for (Step step : Step.of(operations)) {
            lines.put(block.line(), Optional.of(step));
            step.addTo(block, waits, watch);
        }
        lines.put(block.line(), Optional.empty());
    }

    /** Whether an error came up when the journal's entry was written already. */
    boolean isAfterJournal(ServerErrorMessage error) {
        return place(error).isPresent();
    }

    /** The last step that began before the error; empty when none did. */
    private Optional<Map.Entry<Integer, Optional<Step>>> place(ServerErrorMessage error) {
        // The outermost block, the last in the context, is ours; an event trigger may have one of its own.
        return LINE.matcher(String.valueOf(error.getWhere()))
                .results()
                .reduce((inner, outer) -> outer)
                .map(result -> steps.floorEntry(Integer.valueOf(result.group(1))));
    }

    /** The operation that an error is about; empty when it is none. */
    Optional<Operation> operation(ServerErrorMessage error) {
        return place(error).flatMap(Map.Entry::getValue).flatMap(step -> step.failed(error));
    }

    /** Neutralises what role and database may have set, for this transaction alone: poolers share sessions. */
    private static String begin(Change change, LockWaits waits, LockWatch watch) {
        List<String> needed = new ArrayList<>(change.plan().settings());
        needed.addAll(ExtensionSettings.of(change.read().snapshot()));
        StringBuilder settings = new StringBuilder();
        for (String setting : needed) {
            settings.append("SET LOCAL ").append(setting).append(";\n");
        }
        return "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;\n"
                + EventTriggers.SETTING
                + "SET LOCAL standard_conforming_strings = on;\n"
                + "SET LOCAL plan_cache_mode = force_generic_plan;\n"
                + "SET LOCAL jit = off;\n"
                + TransactionTimeout.off(change.read().snapshot().server().major())
                + settings
                + waits.settings()
                + watch.settings();
    }

    private static void declare(Block block, Audit audit, RoutineChecks checks, LockWaits waits, LockWatch watch) {
        block.add("#variable_conflict use_column");
        block.add("DECLARE");
        audit.declare(block);
        checks.declare(block);
        block.add("ss_move text;");
        block.add("ss_grant record;");
        RoutinePins.declare(block);
        JobPins.declare(block);
        block.add("ss_times timestamptz[] := '{}';");
        waits.declare(block);
        watch.declare(block);
        EventTriggers.declare(block);
        block.add("BEGIN");
    }
}
