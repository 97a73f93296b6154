package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** That a snapshot shows every change, and that a move is none. */
class CatalogReaderStateTest {
    @PostgresTest
    void everyChangeMakesTheStateOfSomeObjectDiffer(TestDatabase database) throws SQLException {
        Specimen.load(database);
        List<String> changes = new CatalogQuery("changes")
                .sql(database.server().major())
                .lines()
                .toList();
        assertThat(changes).hasSizeGreaterThan(100);
        List<String> unseen = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            List<String> before = Specimen.states(new CatalogReader().read(connection));
            for (String change : changes) {
                statement.execute("SET LOCAL search_path = \"Old \"\"%$\\\"");
                statement.execute(change);
                if (Specimen.states(new CatalogReader().read(connection)).equals(before)) {
                    unseen.add(change);
                }
                connection.rollback();
            }
            assertThat(Specimen.states(new CatalogReader().read(connection))).isEqualTo(before);
        }
        assertThat(unseen).isEmpty();
    }

    @PostgresTest
    void aMoveChangesNoStateAndMovingBackRestoresTheSnapshot(TestDatabase database) {
        Specimen.load(database);
        Snapshot before = Specimen.read(database);
        move(database, "\"Old \"\"%$\\\"", "\"select\"");
        Snapshot moved = Specimen.read(database);
        assertThat(moved.relations())
                .allSatisfy(r -> assertThat(r.name().schema().value()).isEqualTo("select"));
        assertThat(Specimen.states(moved)).isEqualTo(Specimen.states(before));
        move(database, "\"select\"", "\"Old \"\"%$\\\"");
        Snapshot back = Specimen.read(database);
        assertThat(back.objects()).containsExactlyElementsOf(before.objects().toList());
        assertThat(back.dependencies()).isEqualTo(before.dependencies());
        assertThat(back.comments()).isEqualTo(before.comments());
    }

    private static void move(TestDatabase database, String from, String to) {
        database.execute("""
                DO $do$
                DECLARE command text;
                BEGIN
                  FOR command IN
                    SELECT format('ALTER %%s %%I.%%I SET SCHEMA %1$s', CASE c.relkind WHEN 'v' THEN 'VIEW'
                        WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'f' THEN 'FOREIGN TABLE' WHEN 'S' THEN 'SEQUENCE'
                        WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END, n.nspname, c.relname)
                      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                     WHERE n.oid = '%2$s'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c')
                       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i')
                                          AND c.relkind = 'S' AND d.refobjsubid > 0)
                    UNION ALL
                    SELECT format('ALTER STATISTICS %%I.%%I SET SCHEMA %1$s', n.nspname, s.stxname)
                      FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
                     WHERE n.oid = '%2$s'::regnamespace
                    UNION ALL
                    SELECT format('ALTER %%s %%I.%%I SET SCHEMA %1$s', CASE t.typtype WHEN 'd' THEN 'DOMAIN'
                        ELSE 'TYPE' END, n.nspname, t.typname)
                      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
                     WHERE n.oid = '%2$s'::regnamespace AND t.typtype IN ('e', 'd', 'r')
                    UNION ALL
                    SELECT format('ALTER ROUTINE %%s SET SCHEMA %1$s', p.oid::regprocedure)
                      FROM pg_proc p WHERE p.pronamespace = '%2$s'::regnamespace AND p.prokind <> 'a'
                       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype IN ('e', 'i'))
                  LOOP EXECUTE command; END LOOP;
                END $do$
                """.formatted(to.replace("%", "%%"), from));
    }
}
