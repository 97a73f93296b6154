package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.backup.ManifestReader;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {
    @TempDir
    private Path directory;

    /** The sample's sixty-nine tables with their rows, moved and journalled. */
    @PostgresTest
    void aDatabaseThatWasDroppedComesBackAsItWas(@Sample TestDatabase database) {
        Backups.require(database);
        Goals.on(database, directory).migrate(SampleDatabase.mapping());
        String name = database.name();
        database.execute("COMMENT ON DATABASE %1$s IS 'the ''shop'''; ALTER DATABASE %1$s SET search_path = ecommerce, \"O'x\", public;"
                        .formatted(name)
                + "ALTER DATABASE %1$s SET app.mode = 'a b'; ALTER ROLE app_owner IN DATABASE %1$s SET work_mem = '5MB';"
                        .formatted(name)
                + "REVOKE CONNECT ON DATABASE %1$s FROM PUBLIC; GRANT CONNECT ON DATABASE %1$s TO anon WITH GRANT OPTION"
                        .formatted(name));
        Backup.Made before = Backups.whole(database, directory);
        assertThat(before.manifest().rows().values().stream().mapToLong(n -> n).sum()).isPositive();
        assertThat(before.manifest().rows()).hasSizeGreaterThanOrEqualTo(SampleDatabase.TABLES);
        List<String> properties = properties(database);
        database.close();

        Restore.Result result = Backups.restore(database, before.file());
        assertThat(result.database()).isEqualTo(RestoreTarget.State.MADE);
        assertThat(result.notes()).isEmpty();
        Manifest after = Backups.whole(database, directory).manifest();
        assertThat(after.fingerprint()).isEqualTo(before.manifest().fingerprint());
        assertThat(after.rows()).isEqualTo(before.manifest().rows());
        assertThat(properties(database)).isEqualTo(properties);
        Goals.on(database, directory).rollback();
        assertThat(database.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactly(String.valueOf(SampleDatabase.TABLES));
    }

    private static List<String> properties(TestDatabase database) {
        return Stream.of(
                        "SELECT shobj_description(oid, 'pg_database'), datacl, pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()",
                        "SELECT setrole::regrole, setconfig FROM pg_db_role_setting JOIN pg_database d ON d.oid = setdatabase"
                                + " WHERE datname = current_database() ORDER BY 1")
                .flatMap(query -> database.query(query).stream())
                .toList();
    }

    @PostgresTest
    void eachSchemaOfTheSampleComesBackAlone(@Sample TestDatabase database) {
        Backups.require(database);
        Goals.on(database, directory).migrate(SampleDatabase.mapping());
        List<Backup.Made> backups = Backups.schemas(database, directory, BackupOrder.EACH);
        assertThat(backups).hasSizeGreaterThanOrEqualTo(5);
        for (Backup.Made backup : backups) {
            try (TestDatabase empty = database.server().createDatabase()) {
                Restore.Result result = Backups.restore(empty, backup.file());
                System.out.println(backup.file().getFileName() + " " + result.notes());
            }
        }
    }
}
