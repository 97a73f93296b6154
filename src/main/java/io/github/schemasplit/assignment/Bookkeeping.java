package io.github.schemasplit.assignment;

import io.github.schemasplit.mapping.NamePattern;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The tables in which migration tools keep what they have done. A tool would not find its table in another schema. */
final class Bookkeeping {
    private static final List<NamePattern> NAMES = Stream.of(
                    "flyway_schema_history",
                    "databasechangelog*",
                    "_prisma_migrations",
                    "schema_migrations",
                    "ar_internal_metadata",
                    "alembic_version",
                    "goose_db_version",
                    "knex_migrations*",
                    "__efmigrationshistory")
            .map(NamePattern::new)
            .toList();

    private Bookkeeping() {}

    /** Whether a table of that name is one of Flyway, Liquibase, Prisma, Rails, Alembic, goose, Knex or Entity Framework. */
    static boolean is(String table) {
        String name = table.toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(pattern -> pattern.matches(name));
    }
}
