package io.github.schemasplit.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Hazards of what only a server can hold. */
class FoundHazardsTest {
    private static final String TABLES = "CREATE TABLE \"Order Items\" (id int); CREATE TABLE stays (id int);";
    private final MappingBuilder mapping =
            new MappingBuilder().tables("The \"Shop\"", "Order Items").routineBodies(RoutineBodies.REWRITE);

    @PostgresTest
    void jobsThatNameWhatMoves(TestDatabase database) throws SQLException {
        database.execute(TABLES + """
                CREATE SCHEMA cron;
                CREATE TABLE cron.job (jobid bigserial, schedule text, command text, nodename text, nodeport int,
                    database text DEFAULT current_database(), username text DEFAULT current_user, active bool DEFAULT true, jobname text);
                INSERT INTO cron.job (command) VALUES ('TABLE public."Order Items"'), ('TABLE stays');
                """);
        assertThat(found(database).subjects(HazardId.JOB_NEEDS_PERSON)).containsExactly("cron job 1");
    }

    @PostgresTest
    void expressionsThatNameWhatMoves(TestDatabase database) throws SQLException {
        database.execute(TABLES + "CREATE SEQUENCE \"My Seq\" OWNED BY \"Order Items\".id;"
                + "ALTER TABLE stays ALTER COLUMN id SET DEFAULT nextval('\"My Seq\"'::text)");
        assertThat(found(database).subjects(HazardId.EXPRESSION_NEEDS_PERSON))
                .containsExactly("column id of table public.stays");
    }

    @PostgresTest
    void eventTriggersThatNameWhatMoves(TestDatabase database) throws SQLException {
        database.execute(TABLES + "CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS"
                + " 'BEGIN PERFORM FROM public.\"Order Items\"; END';"
                + "CREATE EVENT TRIGGER \"My Watch\" ON ddl_command_end EXECUTE FUNCTION watch()");
        Found found = found(database);
        assertThat(found.subjects(HazardId.EVENT_TRIGGER)).containsExactly("event trigger \"My Watch\"");
        assertThat(found.severe()).containsExactly(HazardId.OLD_NAME_LOST);
    }

    @PostgresTest
    void functionsThatAreNoLongerInlined(TestDatabase database) throws SQLException {
        database.execute(TABLES + "CREATE FUNCTION f() RETURNS SETOF int STABLE LANGUAGE sql AS"
                + " 'SELECT id FROM \"Order Items\"'");
        mapping.routineBodies(RoutineBodies.SEARCH_PATH);
        assertThat(found(database).subjects(HazardId.ROUTINE_NO_LONGER_INLINED)).containsExactly("routine public.f()");
    }

    @PostgresTest
    void aDisabledSubscriptionThatFeedsWhatMoves(TestDatabase database) throws SQLException {
        database.execute(TABLES + "CREATE SUBSCRIPTION \"My Sub\" CONNECTION 'host=localhost dbname=nowhere'"
                + " PUBLICATION p WITH (connect = false)");
        try {
            database.execute("INSERT INTO pg_subscription_rel SELECT oid, '\"Order Items\"'::regclass, 'r'"
                    + " FROM pg_subscription WHERE subname = 'My Sub'");
            assertThat(found(database).subjects(HazardId.SUBSCRIPTION_DISABLED))
                    .containsExactly("subscription \"My Sub\"");
        } finally {
            database.execute("ALTER SUBSCRIPTION \"My Sub\" SET (slot_name = NONE)");
            database.execute("DROP SUBSCRIPTION \"My Sub\"");
        }
    }

    @PostgresTest
    void whatMovedBeforeIsReachedByWhoGetsUsage(TestDatabase database) throws SQLException {
        database.execute(TABLES + """
                DO $$ BEGIN CREATE ROLE hazard_reader; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
                CREATE SCHEMA "My Shop"; CREATE TABLE "My Shop".before (id int);
                GRANT SELECT ON "Order Items", "My Shop".before TO hazard_reader;
                """);
        MappingBuilder more = new MappingBuilder().tables("My Shop", "Order Items", "before");
        assertThat(found(database, more).subjects(HazardId.ACCESS_WIDENS)).containsExactly("role hazard_reader");
    }

    @PostgresTest
    void aForeignKeyThatARollbackDoesNotPutBack(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE users (id int PRIMARY KEY); CREATE SCHEMA shop;
                CREATE TABLE shop.orders (id int REFERENCES users) PARTITION BY LIST (id);
                CREATE TABLE orders_1 PARTITION OF shop.orders FOR VALUES IN (1);
                """);
        MappingBuilder whole = new MappingBuilder().tables("shop", "orders");
        List<String> left = found(database, whole).subjects(HazardId.ROLLBACK_NOT_EXACT);
        assertThat(left).isEqualTo(database.server().major() == 13 ? List.of("table public.orders_1") : List.of());
    }

    private Found found(TestDatabase database) throws SQLException {
        return found(database, mapping);
    }

    private static Found found(TestDatabase database, MappingBuilder mapping) throws SQLException {
        try (Connection connection = database.connect()) {
            return Found.of(new CatalogReader().readInOwnTransaction(connection), mapping);
        }
    }
}
