package io.github.schemasplit.verify;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** A small database that has one object of every kind, under names that try their best. */
final class ShopDatabase {
    static final Identifier TARGET = Identifier.of("Web \"Shop\" %s $1 \\ü");
    static final Identifier JOURNAL = Identifier.of("schemasplit");

    private static final String OBJECTS = """
            DO $$ BEGIN CREATE ROLE journal_anon; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
            DO $$ BEGIN CREATE ROLE journal_owner; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
            GRANT USAGE ON SCHEMA public TO journal_anon;
            ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO journal_anon;
            CREATE TYPE "order Status" AS ENUM ('new', 'done');
            CREATE TYPE money_range AS RANGE (subtype = numeric);
            CREATE TYPE "Pair" AS (a int, b text);
            CREATE DOMAIN "pos%s" AS int CONSTRAINT "is pos" CHECK (VALUE > 0);
            CREATE FUNCTION "touch $1"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TABLE "Order Items" (
                id serial PRIMARY KEY, "a""b" int GENERATED ALWAYS AS IDENTITY, status "order Status" DEFAULT 'new',
                amount "pos%s" CONSTRAINT "select" CHECK (amount < 1000), note text DEFAULT 'x', tags money_range);
            CREATE INDEX "idx \\" ON "Order Items" (note);
            CREATE STATISTICS "stat é" ON id, note FROM "Order Items";
            CREATE TRIGGER "touch it" BEFORE UPDATE ON "Order Items" FOR EACH ROW EXECUTE FUNCTION "touch $1"();
            ALTER TABLE "Order Items" ENABLE ROW LEVEL SECURITY;
            CREATE POLICY "own rows" ON "Order Items" TO journal_anon USING (id > 0);
            COMMENT ON TABLE "Order Items" IS 'lines';
            COMMENT ON COLUMN "Order Items".note IS 'free text';
            GRANT UPDATE (note) ON "Order Items" TO journal_anon;
            CREATE TABLE parted (id int, at date, item int REFERENCES "Order Items") PARTITION BY RANGE (at);
            CREATE TABLE parted_2024 PARTITION OF parted FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
            CREATE VIEW "v""iew" AS SELECT id, note FROM "Order Items";
            CREATE MATERIALIZED VIEW mat AS SELECT id FROM "v""iew";
            CREATE INDEX ON mat (id);
            CREATE RULE "no delete" AS ON DELETE TO parted DO INSTEAD NOTHING;
            CREATE TABLE stays (id int PRIMARY KEY);
            CREATE SEQUENCE alone;
            CREATE PUBLICATION "Pub" FOR TABLE "Order Items", stays;
            CREATE TEMP TABLE passing (id int);
            """;

    private ShopDatabase() {}

    static void fill(TestDatabase database) {
        database.execute(OBJECTS);
    }

    static Mapping mapping() {
        return new MappingBuilder()
                .tables(TARGET.value(), "Order Items", "parted")
                .routines(TARGET.value(), "touch $1()")
                .types(TARGET.value(), "order Status", "pos%s", "Pair")
                .build();
    }

    static Snapshot read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return new CatalogReader().readInOwnTransaction(connection);
        }
    }

    static Assignment assign(TestDatabase database, Mapping mapping) throws SQLException {
        return Assigner.assign(read(database), mapping);
    }
}
