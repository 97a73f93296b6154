package io.github.schemasplit.mapping;

/** What to do with routines whose bodies name moved objects in text; jobs of pg_cron are mended with the first, and else left alone. */
public enum RoutineBodies {
    /** Mend the names in the body. */
    REWRITE,
    /** Give the routine a search path that reaches them. */
    SEARCH_PATH,
    /** Say it, and leave the routine alone. */
    REPORT,
    /** Refuse to move. */
    FAIL
}
