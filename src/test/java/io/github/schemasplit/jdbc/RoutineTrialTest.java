package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.DebianServer;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each routine of a database is checked: in PL/pgSQL by {@code plpgsql_check}, as its owner, and by nothing that somebody put in its place. */
class RoutineTrialTest {
    @TempDir
    private Path directory;

    @Test
    void namesEachRoutineThatFailsAndLeavesNothing() throws SQLException {
        try (DebianServer debian = DebianServer.with("plpgsql_check", directory);
                TestDatabase database = debian.server().createDatabase()) {
            database.execute("""
                    CREATE SCHEMA extensions;
                    CREATE EXTENSION plpgsql_check SCHEMA extensions;
                    CREATE ROLE author;
                    GRANT USAGE ON SCHEMA extensions TO PUBLIC;
                    CREATE TABLE orders (id int);
                    CREATE SEQUENCE runs;
                    CREATE FUNCTION works() RETURNS bigint LANGUAGE plpgsql AS
                        'BEGIN CREATE TEMP TABLE mine (n int); RETURN (SELECT count(*) FROM mine, public.orders); END';
                    CREATE FUNCTION found_by_path() RETURNS bigint LANGUAGE plpgsql SET search_path = public AS
                        'BEGIN RETURN (SELECT count(*) FROM orders); END';
                    CREATE FUNCTION "not found" (int) RETURNS bigint LANGUAGE plpgsql SET search_path = '' AS
                        'BEGIN RETURN (SELECT count(*) FROM orders); END';
                    CREATE FUNCTION of_trigger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.gone := 1; RETURN NEW; END';
                    CREATE TRIGGER t BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION of_trigger();
                    SET check_function_bodies = off;
                    CREATE FUNCTION in_sql() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM nowhere';
                    CREATE SCHEMA closed; CREATE TABLE closed.box (id int);
                    CREATE FUNCTION shut_out() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM closed.box';
                    ALTER FUNCTION shut_out() OWNER TO author;
                    CREATE FUNCTION within() RETURNS bigint LANGUAGE plpgsql AS
                        'BEGIN PERFORM count(*) FROM closed.box; RETURN 1; END';
                    ALTER FUNCTION within() OWNER TO author;
                    SET check_function_bodies = on;
                    CREATE FUNCTION spy() RETURNS int LANGUAGE plpgsql IMMUTABLE AS
                        'BEGIN PERFORM nextval(''public.runs''); RETURN 1; END';
                    CREATE FUNCTION bait() RETURNS bigint LANGUAGE plpgsql AS
                        'BEGIN RETURN (SELECT count(*) FROM pg_class WHERE relpages = public.spy()); END';
                    ALTER FUNCTION spy() OWNER TO author;
                    ALTER FUNCTION bait() OWNER TO author;
                    """);
            try (Connection connection = database.connect()) {
                RoutineTrial.Result result = new RoutineTrial(connection).run();
                assertThat(result.failures().values())
                        .extracting(failure -> failure.name() + ": " + failure.error())
                        .containsExactlyInAnyOrder(
                                "\"not found\"(integer): relation \"orders\" does not exist",
                                "of_trigger(): record \"new\" has no field \"gone\"",
                                "in_sql(): relation \"nowhere\" does not exist");
                assertThat(result.unchecked()).containsExactly("shut_out()", "within()", "bait()");
                assertThat(result.checked()).isEqualTo(6);
                assertThat(connection.getAutoCommit()).isTrue();
            }
            assertThat(database.query("SELECT is_called FROM runs")).containsExactly("f");
            assertThat(database.query("SELECT count(*) FROM pg_locks WHERE relation >= 16384"))
                    .containsExactly("0");
        }
    }
}
