package io.github.schemasplit.assignment;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tables in which migration tools keep what they have done. A tool would not find its table in another schema. */
final class Bookkeeping {
    private static final Set<String> NAMES = Set.of(
            "flyway_schema_history",
            "_prisma_migrations",
            "schema_migrations",
            "ar_internal_metadata",
            "alembic_version",
            "goose_db_version",
            "__efmigrationshistory");

    /** What the names of tools begin with that have several tables. */
    private static final List<String> BEGINNINGS = List.of("databasechangelog", "knex_migrations");

    private Bookkeeping() {}

    /** Whether a table of that name is one of Flyway, Liquibase, Prisma, Rails, Alembic, goose, Knex or Entity Framework. */
    static boolean is(String table) {
        String name = table.toLowerCase(Locale.ROOT);
        for (String beginning : BEGINNINGS) {
            if (name.startsWith(beginning)) {
                return true;
            }
        }
        return NAMES.contains(name);
    }
}
