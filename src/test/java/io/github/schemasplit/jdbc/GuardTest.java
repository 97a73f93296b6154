package io.github.schemasplit.jdbc;

import static io.github.schemasplit.jdbc.OrderItems.CREATE;
import static io.github.schemasplit.jdbc.OrderItems.PLACE;
import static io.github.schemasplit.jdbc.OrderItems.TARGET;
import static io.github.schemasplit.jdbc.OrderItems.apply;
import static io.github.schemasplit.jdbc.OrderItems.change;
import static io.github.schemasplit.jdbc.OrderItems.connect;
import static io.github.schemasplit.jdbc.OrderItems.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What has to be planned anew, and what not. */
class GuardTest {
    @PostgresTest
    void aCatalogThatIsNotTheOneThatWasReadIsLeftAlone(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE \"Order Items\" (id serial, n int); CREATE TABLE parent (id int, n int);"
                + "CREATE VIEW v AS SELECT 1 AS n; CREATE SEQUENCE s; CREATE TYPE e AS ENUM ('a');"
                + "CREATE SCHEMA b; GRANT CREATE ON SCHEMA b TO PUBLIC");
        for (String ddl : List.of(
                "CREATE TABLE news ()",
                "ALTER TABLE parent RENAME TO ancestor",
                "ALTER SEQUENCE s OWNED BY \"Order Items\".id",
                "ALTER TABLE \"Order Items\" INHERIT ancestor",
                "GRANT SELECT (id) ON \"Order Items\" TO PUBLIC",
                "CREATE INDEX i ON \"Order Items\" (id)",
                "ALTER TABLE \"Order Items\" ADD UNIQUE (id)",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 2'",
                "ALTER FUNCTION f() COST 5",
                "CREATE DOMAIN d AS int",
                "ALTER TYPE e RENAME TO f",
                "CREATE STATISTICS st ON id, n FROM ancestor",
                "REVOKE CREATE ON SCHEMA b FROM PUBLIC",
                "ALTER DEFAULT PRIVILEGES IN SCHEMA b GRANT SELECT ON TABLES TO PUBLIC",
                "CREATE PUBLICATION p FOR TABLE \"Order Items\"",
                "CREATE OR REPLACE VIEW v AS SELECT n FROM ancestor",
                "ALTER TABLE \"Order Items\" ALTER n SET DEFAULT nextval('s')",
                "CREATE POLICY own ON \"Order Items\" USING (n = 1)",
                "DROP VIEW v",
                "ALTER DATABASE " + database.name() + " SET search_path = b, public",
                "ALTER ROLE postgres IN DATABASE " + database.name() + " SET search_path = b")) {
            try (Connection connection = connect(database)) {
                Change change = change(connection, new Plan(List.of(CREATE)));
                database.execute(ddl);
                assertThatThrownBy(() -> apply(connection, change)).as(ddl).isInstanceOf(CatalogChangedException.class);
            }
        }
    }

    @PostgresTest
    void trafficAndMaintenanceAreNoChangeOfTheCatalog(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE \"Order Items\" (id serial PRIMARY KEY, t text); CREATE TABLE staging (id int);"
                + "CREATE MATERIALIZED VIEW m AS SELECT 1 AS one");
        try (Connection connection = connect(database);
                Connection other = database.connect()) {
            Change change = change(connection, new Plan(List.of(CREATE, move(database))));
            for (String sql : List.of(
                    "INSERT INTO \"Order Items\" SELECT i, repeat('x', 3000) FROM generate_series(1, 100) i",
                    "TRUNCATE staging",
                    "CREATE TEMP TABLE scratch (id serial PRIMARY KEY, t text)",
                    "REFRESH MATERIALIZED VIEW m",
                    "REINDEX TABLE \"Order Items\"",
                    "VACUUM FULL \"Order Items\"",
                    "ANALYZE")) {
                other.createStatement().execute(sql);
            }
            apply(connection, change);
        }
        assertThat(database.query(PLACE)).containsExactly(TARGET.value());
    }
}
