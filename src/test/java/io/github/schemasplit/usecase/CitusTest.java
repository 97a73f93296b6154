package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/**
 * Databases with Citus. No server of the tests has it; this one has what the plugin looks at: an extension of that name, its
 * catalog of distributed tables, and a view of it in the source schema.
 */
class CitusTest {
    private static final String CITUS = """
            SET allow_system_table_mods = on;
            CREATE TABLE pg_catalog.pg_dist_partition (logicalrelid regclass, partmethod "char");
            INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
                SELECT 99999, 'citus', 10, 'pg_catalog'::regnamespace, false, '13.0-1';
            CREATE VIEW citus_tables AS SELECT logicalrelid FROM pg_catalog.pg_dist_partition;
            INSERT INTO pg_depend SELECT 'pg_class'::regclass, 'citus_tables'::regclass, 0, 'pg_extension'::regclass, 99999, 0, 'e';
            RESET allow_system_table_mods;
            CREATE TABLE orders (id int);
            CREATE TABLE events (id int);
            """;

    @TempDir
    private Path output;

    @PostgresTest
    void aDistributedTableIsRefusedByName(TestDatabase database) {
        database.execute(CITUS + "INSERT INTO pg_catalog.pg_dist_partition VALUES ('events', 'h')");
        Goals goals = Goals.on(database, output);
        assertThatThrownBy(() -> goals.migrate(new MappingBuilder().tables("shop", "*")))
                .isInstanceOfSatisfying(
                        GoalStoppedException.class,
                        e -> assertThat(e.findings())
                                .filteredOn(Finding::isError)
                                .singleElement()
                                .satisfies(f -> {
                                    assertThat(f.code()).isEqualTo(FindingCode.DISTRIBUTED_TABLE);
                                    assertThat(f.subject()).isEqualTo("table public.events");
                                    assertThat(f.remedy()).contains("undistribute_table('public.events')");
                                }));
    }

    @PostgresTest
    void theRestMovesWithSchemaBasedShardingOffAndItsViewsStay(TestDatabase database) throws Exception {
        database.execute(CITUS + """
                CREATE TABLE seen (setting text);
                CREATE FUNCTION note() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER AS
                    'BEGIN INSERT INTO public.seen VALUES (current_setting(''citus.enable_schema_based_sharding'', true)); END';
                CREATE EVENT TRIGGER noted ON ddl_command_start WHEN TAG IN ('CREATE SCHEMA') EXECUTE FUNCTION note();
                """);
        Goals goals = Goals.on(database, output);
        MappingBuilder mapping =
                new MappingBuilder().tables("shop", "orders", "events").views("shop", "*");
        goals.migrate(mapping);
        assertThat(database.query("SELECT setting FROM seen WHERE setting IS NOT NULL"))
                .contains("off");
        assertThat(database.query("SELECT to_regclass('shop.orders'), to_regclass('public.citus_tables')"))
                .containsExactly("shop.orders|citus_tables");
        goals.rollback();
        goals.generate(Goals.parsed(mapping.build()), Optional.empty());
        assertThat(Files.readString(output.resolve("migrate.sql")))
                .contains("SET LOCAL citus.enable_schema_based_sharding = off;");
        assertThat(Files.readString(output.resolve("rollback.sql")))
                .contains("SET LOCAL citus.enable_schema_based_sharding = off;");
    }

    @PostgresTest
    void nothingIsSetThatCitusBeforeItsVersion12DoesNotKnow(TestDatabase database) throws Exception {
        database.execute(CITUS + "UPDATE pg_extension SET extversion = '11.3-1' WHERE extname = 'citus'");
        Goals goals = Goals.on(database, output);
        MappingBuilder mapping = new MappingBuilder().tables("shop", "orders");
        goals.generate(Goals.parsed(mapping.build()), Optional.empty());
        assertThat(Files.readString(output.resolve("migrate.sql"))).doesNotContain("citus.");
        assertThat(Files.readString(output.resolve("rollback.sql"))).doesNotContain("citus.");
        goals.migrate(mapping);
        assertThat(database.query("SELECT to_regclass('shop.orders')")).containsExactly("shop.orders");
    }
}
