package io.github.schemasplit.jdbc;

import io.github.schemasplit.plan.Plan;

/**
 * Checks the routines that a change gives another body or path, before it and after it, inside its transaction: one that did not fail before and does
 * after it ends it. SQL and PL/pgSQL are checked by their validators under the routine's own search_path, PL/pgSQL by
 * {@code plpgsql_check} besides, where that extension is and the routine's owner has our rights, with which it runs functions.
 *
 * <p>Each check is taken back, so that no lock that it took is kept.
 *
 * @see <a href="https://www.postgresql.org/docs/current/plhandler.html">validators of procedural languages</a>
 */
final class RoutineChecks {
    private static final String PASSED = "SS006";

    private final boolean needed;
    private final int major;

    RoutineChecks(Plan plan, int major) {
        this.needed = plan.routines().findAny().isPresent();
        this.major = major;
    }

    void declare(Block block) {
        if (needed) {
            block.add("ss_checked record;");
            block.add("ss_relation oid;");
            block.add("ss_error text;");
            block.add("ss_state text;");
            block.add("ss_failing oid[] := '{}';");
            block.add("ss_broken text[] := '{}';");
        }
    }

    /** Notes which fail. */
    void before(Block block) {
        check(block, "ss_failing := ss_failing || ss_checked.oid;");
    }

    /** Ends the change where some fail that did not, and names them all. */
    void after(Block block) {
        check(
                block,
                "IF ss_checked.oid <> ALL (ss_failing) THEN ss_broken := ss_broken || format("
                        + "'routine %s would fail after the change and does not before it: %s', ss_checked.name, ss_error);"
                        + " END IF;");
        if (needed) {
            block.add("IF ss_broken <> '{}' THEN RAISE EXCEPTION USING ERRCODE = '" + SqlStates.ROUTINE_FAILS
                    + "', MESSAGE = array_to_string(ss_broken, '; '); END IF;");
        }
    }

    private void check(Block block, String whenItFails) {
        if (!needed) {
            return;
        }
        block.add("FOR ss_checked IN");
        block.add(new CatalogQuery("routine-checks").sql(major));
        block.add("LOOP");
        block.add("BEGIN");
        // From here to the end of the inner block names and operators are looked for where the routine looks.
        block.add("PERFORM pg_catalog.set_config('check_function_bodies', 'on', true),"
                + " pg_catalog.set_config('search_path', ss_checked.path, true);");
        block.add("EXECUTE pg_catalog.format('SELECT %s($1)', ss_checked.validator) USING ss_checked.oid;");
        block.add("IF ss_checked.checker IS NOT NULL THEN");
        block.add("FOREACH ss_relation IN ARRAY ss_checked.relations LOOP");
        block.add(
                "EXECUTE pg_catalog.format('SELECT c.message, c.sqlstate FROM %s(funcoid => $1, relid => $2, fatal_errors => false,"
                        + " other_warnings => false, extra_warnings => false) AS c"
                        + " WHERE c.level OPERATOR(pg_catalog.=) ''error''"
                        + " AND NOT coalesce(c.sqlstate OPERATOR(pg_catalog.=) ''42P01'' AND c.message OPERATOR(pg_catalog.~*) $3, false) LIMIT 1', ss_checked.checker)"
                        + " INTO ss_error, ss_state USING ss_checked.oid, ss_relation, ss_checked.temporary;");
        block.add("IF ss_error IS NOT NULL THEN RAISE EXCEPTION USING MESSAGE = ss_error, ERRCODE = ss_state; END IF;");
        block.add("END LOOP;");
        block.add("END IF;");
        block.add("RAISE EXCEPTION USING ERRCODE = '" + PASSED + "';");
        block.add("EXCEPTION WHEN SQLSTATE '" + PASSED + "' THEN NULL;");
        // Others are in the way, which says nothing of the routine: the change is tried again.
        block.add("WHEN lock_not_available OR deadlock_detected OR insufficient_resources THEN RAISE;");
        block.add("WHEN OTHERS THEN");
        block.add("ss_error := SQLERRM;");
        block.add(whenItFails);
        block.add("END;");
        block.add("END LOOP;");
    }
}
