package io.github.schemasplit.jdbc;

/**
 * What a change's block does with the routines that it changes before it does. No lock is on a routine: whoever replaces
 * one writes over what another has just committed. So each is altered to what it is first, after which another writer waits, and then
 * is refused; and only then compared with what it was at the first look.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterroutine.html">ALTER ROUTINE</a>
 */
final class RoutinePins {
    private RoutinePins() {}

    static void declare(Block block) {
        block.add("ss_routine oid;");
    }

    /** Makes every other writer wait. The attribute is one that procedures have too, unlike COST. */
    static void add(Block block) {
        block.add("FOREACH ss_routine IN ARRAY ss_replaced LOOP");
        block.add(
                "ss_move := (SELECT format('ALTER ROUTINE %s SECURITY %s', p.oid::regprocedure,"
                        + " CASE WHEN p.prosecdef THEN 'DEFINER' ELSE 'INVOKER' END) FROM pg_proc AS p WHERE p.oid = ss_routine);");
        block.add("IF ss_move IS NOT NULL THEN");
        EventTriggers.add(block, "EXECUTE ss_move");
        block.add("END IF;");
        block.add("END LOOP;");
    }
}
