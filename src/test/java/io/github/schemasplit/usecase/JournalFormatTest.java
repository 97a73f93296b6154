package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.CronDatabase;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals that earlier versions wrote are read by this one. */
class JournalFormatTest {
    /** An object in the text of a journal, as an expression whose value is its OID. */
    private static final Pattern OBJECT = Pattern.compile("\"<(.*?)>\"");

    @TempDir
    private Path output;

    @TempDir
    private Path directory;

    @PostgresTest
    void aMigrationOfFormatOneIsVerifiedAndRolledBack(TestDatabase database) throws IOException {
        database.execute("""
                CREATE TYPE state AS ENUM ('new');
                CREATE TABLE orders (id serial PRIMARY KEY, state state);
                CREATE STATISTICS counted ON id, state FROM orders;
                CREATE VIEW open_orders AS SELECT * FROM orders;
                CREATE FUNCTION price(orders) RETURNS int LANGUAGE sql AS 'SELECT 1';
                GRANT SELECT ON orders TO pg_monitor;
                ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO pg_monitor;
                """);
        MappingBuilder mapping = new MappingBuilder()
                .tables("shop", "orders")
                .types("shop", "state")
                .routines("shop", "price")
                .purpose("shop", "Orders \"and\" more");
        Goals goals = Goals.on(database, output);
        ObjectStates before = goals.states();
        goals.migrate(mapping);
        pretend(database, 1, "journal-format-1");
        database.execute("ALTER TABLE schemasplit.migration DROP COLUMN table_oid");
        assertThat(goals.verify(Goals.parsed(mapping.build()), Expectation.MIGRATED)
                        .findings())
                .isEmpty();
        goals.rollback();
        assertThat(goals.states()).isEqualTo(before);
        assertThat(database.query(
                        "SELECT format_version, table_oid = tableoid FROM schemasplit.migration ORDER BY number"))
                .containsExactly("1|null", "5|t");
    }

    @PostgresTest
    void aMigrationOfFormatTwoIsVerifiedAndRolledBack(TestDatabase database) throws IOException {
        database.execute("""
                CREATE TABLE orders (id int PRIMARY KEY);
                CREATE COLLATION "Sorted 😀" (LOCALE = 'C');
                CREATE TEXT SEARCH CONFIGURATION found (COPY = pg_catalog.simple);
                CREATE FUNCTION one() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.orders';
                """);
        MappingBuilder mapping = new MappingBuilder()
                .tables("shop", "orders")
                .entries(EntryKind.COLLATIONS, "shop", "Sorted 😀")
                .entries(EntryKind.TEXT_SEARCH, "shop", "found");
        isVerifiedAndRolledBack(database, mapping, 2, "journal-format-2");
    }

    @PostgresTest
    void aMigrationOfFormatThreeThatReplacedRoutinesIsVerifiedAndRolledBack(TestDatabase database) throws IOException {
        database.execute("""
                CREATE TABLE orders (id int PRIMARY KEY, placed date);
                CREATE FUNCTION counted(since date DEFAULT '2020-01-01') RETURNS bigint LANGUAGE sql STABLE COST 7 SET work_mem = '1MB'
                    AS 'SELECT count(*) FROM public.orders WHERE placed >= since -- it''s "all" \\ 😀';
                ALTER FUNCTION counted(date) DEPENDS ON EXTENSION plpgsql;
                CREATE FUNCTION price(o orders) RETURNS int LANGUAGE plpgsql
                    AS $$ DECLARE r public.orders%ROWTYPE; BEGIN SELECT * INTO r FROM public.orders AS p WHERE p = o; RETURN r.id; END $$;
                CREATE PROCEDURE place(INOUT n int) LANGUAGE plpgsql
                    AS $$ BEGIN INSERT INTO public.orders VALUES (n) RETURNING id INTO n; END $$;
                """);
        MappingBuilder mapping = new MappingBuilder()
                .tables("shop", "orders")
                .routines("shop", "price")
                .routineBodies(RoutineBodies.REWRITE);
        isVerifiedAndRolledBack(database, mapping, 3, "journal-format-3");
    }

    @PostgresTest
    void aMigrationOfFormatThreeThatGaveRoutinesAPathIsVerifiedAndRolledBack(TestDatabase database) throws IOException {
        database.execute("""
                CREATE TABLE orders (id int);
                CREATE FUNCTION counted() RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT count(*) FROM orders); END';
                CREATE FUNCTION own() RETURNS bigint LANGUAGE plpgsql SET work_mem = '1MB' SET search_path = "$user", public
                    AS 'BEGIN RETURN (SELECT count(*) FROM orders); END';
                """);
        MappingBuilder mapping =
                new MappingBuilder().tables("It's a Shop", "orders").routineBodies(RoutineBodies.SEARCH_PATH);
        isVerifiedAndRolledBack(database, mapping, 3, "journal-format-3-search-path");
    }

    @PostgresTest
    void aMigrationOfFormatFourThatSetASearchPathIsVerifiedAndRolledBack(TestDatabase database) throws IOException {
        database.execute("CREATE TABLE orders (id int)");
        MappingBuilder mapping =
                new MappingBuilder().tables("It's a Shop", "orders").compatibility(Compatibility.SEARCH_PATH);
        isVerifiedAndRolledBack(database, mapping, 4, "journal-format-4");
    }

    @Test
    void aMigrationOfFormatThreeThatAlteredAJobIsVerifiedAndRolledBack() throws IOException {
        try (CronDatabase cron = CronDatabase.in(directory)) {
            cron.database().execute("CREATE TABLE orders (id int)");
            cron.schedule("postgres", "night \"ly\"", "DELETE FROM public.orders; -- \\ 😀");
            List<String> commands = cron.commands();
            MappingBuilder mapping =
                    new MappingBuilder().tables("It's a Shop", "orders").routineBodies(RoutineBodies.REWRITE);
            isVerifiedAndRolledBack(cron.database(), mapping, 3, "journal-format-3-jobs");
            assertThat(cron.commands()).isEqualTo(commands);
        }
    }

    private void isVerifiedAndRolledBack(TestDatabase database, MappingBuilder mapping, int format, String written)
            throws IOException {
        Goals goals = Goals.on(database, output);
        ObjectStates before = goals.states();
        goals.migrate(mapping);
        pretend(database, format, written);
        assertThat(goals.verify(Goals.parsed(mapping.build()), Expectation.MIGRATED)
                        .findings())
                .isEmpty();
        goals.rollback();
        assertThat(goals.states()).isEqualTo(before);
        assertThat(database.query("SELECT format_version FROM schemasplit.migration ORDER BY number"))
                .containsExactly(String.valueOf(format), "5");
    }

    /** Makes the journal's entries those that a version of the plugin wrote which had this format. */
    private static void pretend(TestDatabase database, int format, String written) throws IOException {
        String text = OBJECT.matcher(written(written))
                .replaceAll(object ->
                        database.query("SELECT " + object.group(1) + "::oid").get(0));
        database.execute("UPDATE schemasplit.migration SET format_version = " + format
                + ", plugin_version = '0.1.0', operations = '" + text.replace("'", "''") + "'");
    }

    private static String written(String name) throws IOException {
        try (InputStream text = JournalFormatTest.class.getResourceAsStream(name + ".json")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
