package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.Turns;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/**
 * An event trigger that, while one table moves, changes another one: one that was moved and looked at before, one that is still to
 * move, or the same. Tables that move last are looked at after the others, so each order is tried.
 */
class LateTamperingTest {
    private static final List<String> TABLES = List.of("t01", "t10", "t13", "t20");

    /** In the gate, a server tries one half of them, and the other server the other. */
    private static final List<List<String>> TAMPERINGS = List.of(
            List.of("GRANT SELECT ON %s TO pg_monitor", "ALTER TABLE %s ALTER n SET DEFAULT 2"),
            List.of("ALTER TABLE %s ENABLE ROW LEVEL SECURITY", "CREATE INDEX ON %s (n)"));

    @TempDir
    private Path output;

    @PostgresTest
    void isFoundInWhateverOrder(TestDatabase database) {
        String tables = IntStream.rangeClosed(1, 20)
                .mapToObj("CREATE TABLE t%02d (id int PRIMARY KEY, n int DEFAULT 1);"::formatted)
                .collect(Collectors.joining());
        database.execute(tables + """
                CREATE TABLE tampering (moving text, statement text, tampered text);
                CREATE FUNCTION tamper() RETURNS event_trigger LANGUAGE plpgsql AS $$
                DECLARE t record;
                BEGIN
                    FOR t IN SELECT p.statement, c.oid::regclass AS tampered
                               FROM pg_event_trigger_ddl_commands() AS d
                               JOIN public.tampering AS p ON d.object_identity LIKE '%.' || p.moving
                               JOIN pg_class AS c ON c.relname = p.tampered
                              WHERE d.command_tag = 'ALTER TABLE' AND (current_setting('test.done', true) = 'yes') IS NOT TRUE
                    LOOP
                        PERFORM set_config('test.done', 'yes', true);
                        EXECUTE format(t.statement, t.tampered);
                    END LOOP;
                END $$;
                CREATE EVENT TRIGGER tampers ON ddl_command_end EXECUTE FUNCTION tamper();
                """);
        Goals goals = Goals.on(database, output);
        MappingBuilder mapping = new MappingBuilder().tables("shop", "t??");
        List<String> rows = RawCatalog.rows(database);
        int turn = 0;
        for (String moving : TABLES) {
            for (String tampered : TABLES) {
                for (String statement : Turns.of(database.server(), turn++, TAMPERINGS).stream()
                        .flatMap(List::stream)
                        .toList()) {
                    database.execute("DELETE FROM tampering; INSERT INTO tampering VALUES ('" + moving + "', '"
                            + statement + "', '" + tampered + "')");
                    assertThatThrownBy(() -> goals.migrate(mapping))
                            .as(statement.formatted(tampered) + " while " + moving + " moves")
                            .isInstanceOfSatisfying(
                                    GoalStoppedException.class,
                                    e -> assertThat(e.findings())
                                            .anyMatch(f -> f.subject().contains(tampered)));
                    assertThat(RawCatalog.difference(rows, RawCatalog.rows(database)))
                            .isEmpty();
                }
            }
        }
        database.execute("DELETE FROM tampering");
        assertThat(goals.migrate(mapping).migration()).isPresent();
    }
}
