package io.github.schemasplit.jdbc;

/**
 * What a change's block does where the database has event triggers, which run others' code within the change: {@code ss_watched} says
 * whether it has. That code finds unqualified names as it does elsewhere, those of {@code pg_catalog} always first; the block's own
 * expressions run under {@code pg_catalog} alone, where nobody else can put something.
 */
final class EventTriggers {
    private static final String PATH = "pg_catalog, pg_temp";

    /** The setting of the transaction. */
    static final String SETTING = "SET LOCAL search_path = " + PATH + ";\n";

    private EventTriggers() {}

    static void declare(Block block) {
        block.add("ss_watched bool;");
        block.add("ss_path text;");
    }

    static void begin(Block block) {
        block.add("ss_watched := EXISTS (SELECT FROM pg_event_trigger AS t WHERE t.evtenabled <> 'D');");
        block.add(
                "IF ss_watched THEN ss_path := (SELECT CASE WHEN s.reset_val LIKE '%pg_catalog%' THEN 'pg_catalog, ' ELSE '' END"
                        + " || s.reset_val FROM pg_settings AS s WHERE s.name = 'search_path'); END IF;");
    }

    /** Adds a statement that may fire some. */
    static void add(Block block, String statement) {
        usePath(block, "ss_path");
        block.add(statement + ";");
        usePath(block, "'" + PATH + "'");
    }

    /** What others' code has left for the end of the transaction would be done after the audit. */
    static void doNow(Block block) {
        block.add("IF ss_watched THEN");
        add(block, "SET CONSTRAINTS ALL IMMEDIATE");
        block.add("END IF;");
    }

    private static void usePath(Block block, String path) {
        block.add("IF ss_watched THEN PERFORM set_config('search_path', " + path + ", true); END IF;");
    }
}
