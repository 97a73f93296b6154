package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.CreateSchema;
import io.github.schemasplit.plan.Movable;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An event trigger does something besides, each time to another catalog. */
class AuditTest {
    private static final Identifier TARGET = Identifier.of("target");
    private static final QualifiedName TABLE = QualifiedName.of(Specimen.SCHEMA, "Order Items");

    /** Those that follow others, that nobody but a superuser reads, or whose rows are about no object of a database. */
    private static final Set<String> NOT_AUDITED = Set.of(
            "pg_authid",
            "pg_depend",
            "pg_init_privs",
            "pg_largeobject",
            "pg_largeobject_metadata",
            "pg_parameter_acl",
            "pg_replication_origin",
            "pg_shdepend",
            "pg_shdescription",
            "pg_shseclabel",
            "pg_statistic",
            "pg_statistic_ext_data",
            "pg_subscription",
            "pg_subscription_rel",
            "pg_tablespace",
            "pg_user_mapping");

    /** The specimen has no rows in these, and no extension of the test's server makes any. */
    private static final Set<String> EMPTY = Set.of("pg_seclabel", "pg_publication_namespace", "pg_transform");

    @PostgresTest
    void aRowOfAnyCatalogThatASubtransactionWroteIsFound(TestDatabase database) throws SQLException {
        prepare(database);
        for (String catalog : audited(database)) {
            try (Connection connection = meddling(database, kept(write(database, catalog)))) {
                assertThat(failure(connection, change(database, connection)))
                        .as(catalog)
                        .isNotNull()
                        .satisfies(e -> assertThat(e.objects()).hasSize(1))
                        .hasMessageContaining("was changed that is not in the plan");
            }
        }
    }

    @PostgresTest
    void nothingIsBlamedThatASubtransactionWroteAndRolledBack(TestDatabase database) throws SQLException {
        prepare(database);
        String writes = audited(database).stream()
                .map(catalog -> rolledBack(write(database, catalog)))
                .collect(Collectors.joining());
        try (Connection connection = meddling(database, writes)) {
            assertThat(failure(connection, change(database, connection))).isNull();
        }
    }

    @PostgresTest
    void aChangeThatGoesWellIsNotLookedAtOnceMore(TestDatabase database) throws SQLException {
        database.execute("CREATE SCHEMA target; CREATE DOMAIN positive AS int CHECK (VALUE > 0);"
                + IntStream.range(0, 20)
                        .mapToObj(
                                ("CREATE TABLE t%1$d (id serial PRIMARY KEY, up int REFERENCES t%1$d, n positive, m int);"
                                                + "CREATE STATISTICS s%1$d ON id, m FROM t%1$d;")::formatted)
                        .collect(Collectors.joining()));
        try (Connection connection = OrderItems.connect(database)) {
            List<Operation> moves = database
                    .query("SELECT oid, relname FROM pg_class WHERE relkind = 'r'"
                            + " AND relnamespace = 'public'::regnamespace ORDER BY oid")
                    .stream()
                    .map(line -> line.split("\\|"))
                    .<Operation>map(table -> new AlterSetSchema(
                            Movable.TABLE,
                            ObjectId.relation(Long.parseLong(table[0])),
                            QualifiedName.of("public", table[1]),
                            "",
                            TARGET,
                            ""))
                    .toList();
            Change change = OrderItems.change(connection, new Plan(moves));
            String message = ChangeMessage.of(
                            change,
                            Journal.DEFAULT_SCHEMA,
                            new Journal(connection, Journal.DEFAULT_SCHEMA, StatementTimeout.NONE)
                                    .writing(change.entry()),
                            Timeouts.DEFAULT,
                            Instant.now().plusSeconds(60),
                            new LockWatch(false),
                            database.server().major())
                    .sql();
            String raising = message.replace(Audit.ONCE_MORE, Audit.ONCE_MORE + " RAISE 'once more: %', ss_suspects; ");
            assertThat(raising).isNotEqualTo(message);
            connection.createStatement().execute(raising);
        }
        assertThat(database.query(
                        "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'target'::regnamespace"))
                .containsExactly("20");
    }

    @PostgresTest
    void aServerThatDoesNotCountIsSearched(TestDatabase database) throws SQLException {
        prepare(database);
        database.execute("ALTER DATABASE " + database.name() + " SET track_counts = off");
        for (String catalog : List.of("pg_class", "pg_policy")) {
            try (Connection connection = meddling(database, kept(write(database, catalog)))) {
                assertThat(failure(connection, change(database, connection)))
                        .as(catalog)
                        .isNotNull();
            }
        }
        try (Connection connection = OrderItems.connect(database)) {
            assertThat(failure(connection, change(database, connection))).isNull();
        }
    }

    private static void prepare(TestDatabase database) {
        Specimen.load(database);
        database.execute("CREATE TEXT SEARCH CONFIGURATION words (COPY = simple);"
                + "ALTER DATABASE " + database.name() + " SET work_mem = '5MB';"
                + "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor;"
                + "CREATE FUNCTION meddle() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF tg_tag = 'ALTER TABLE' THEN EXECUTE coalesce(nullif(current_setting('test.meddling', true), ''), 'SELECT'); END IF;"
                + " END $$;"
                + "CREATE EVENT TRIGGER meddle ON ddl_command_end EXECUTE FUNCTION meddle()");
    }

    private static List<String> audited(TestDatabase database) {
        List<String> catalogs = database.query("SELECT relname FROM pg_class WHERE relkind = 'r'"
                + " AND relnamespace = 'pg_catalog'::regnamespace ORDER BY relname");
        return catalogs.stream()
                .filter(c -> !NOT_AUDITED.contains(c) && !EMPTY.contains(c))
                .toList();
    }

    /** Writes a row of a catalog anew, with the values it has; not one of the table that moves. */
    private static String write(TestDatabase database, String catalog) {
        String column = database.query(
                        "SELECT attname FROM pg_attribute WHERE attrelid = '" + catalog + "'::regclass AND attnum = 1")
                .get(0);
        return "UPDATE pg_catalog." + catalog + " SET " + column + " = " + column
                + " WHERE ctid = (SELECT min(ctid) FROM" + " pg_catalog." + catalog + ");";
    }

    private static String kept(String sql) {
        return "BEGIN " + sql + " EXCEPTION WHEN raise_exception THEN NULL; END;";
    }

    private static String rolledBack(String sql) {
        return kept(sql + " RAISE 'no';");
    }

    private static Connection meddling(TestDatabase database, String sql) throws SQLException {
        Connection connection = OrderItems.connect(database);
        connection
                .createStatement()
                .execute("SET test.meddling = $set$DO $do$ BEGIN SET LOCAL allow_system_table_mods = on; " + sql
                        + " END $do$$set$");
        return connection;
    }

    private static UnaccountedException failure(Connection connection, Change change) {
        return catchThrowableOfType(
                UnaccountedException.class,
                () -> new Executor(connection, Journal.DEFAULT_SCHEMA, Timeouts.DEFAULT).apply(change));
    }

    private static Change change(TestDatabase database, Connection connection) throws SQLException {
        long table = Long.parseLong(database.query("SELECT c.oid FROM pg_class c WHERE c.relname = 'Order Items'")
                .get(0));
        return OrderItems.change(
                connection,
                new Plan(List.of(
                        new CreateSchema(TARGET, Identifier.of("postgres"), ""),
                        new AlterSetSchema(Movable.TABLE, ObjectId.relation(table), TABLE, "", TARGET, ""))));
    }
}
