package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.AccessList;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {
    @TempDir
    private Path output;

    @PostgresTest
    void nobodyGainsAndNobodyLoses(@Sample TestDatabase database) {
        withRoles(database, () -> {
            Set<String> access = assertMigrationKeepsAccess(database);
            for (String role : SampleDatabase.ROLES) {
                assertThat(access).anyMatch(line -> line.startsWith(role + "|relation"));
            }
        });
    }

    @PostgresTest
    void nobodyGainsAndNobodyLosesWhereTheSourceSchemaIsClosedToThePublic(@Sample TestDatabase database) {
        withRoles(database, () -> {
            database.execute("REVOKE USAGE ON SCHEMA public FROM PUBLIC; REVOKE USAGE ON SCHEMA public FROM reporting;"
                    + "GRANT ALL ON ALL TABLES IN SCHEMA public TO sample_locked_out");
            assertThat(assertMigrationKeepsAccess(database))
                    .noneMatch(line -> line.startsWith("sample_locked_out|relation"))
                    .noneMatch(line -> line.startsWith("reporting|"))
                    .anyMatch(line -> line.startsWith("sample_member|relation"));
        });
    }

    /** Roles beside those of the sample: members of others, and one that stands outside. */
    private static void withRoles(TestDatabase database, Runnable test) {
        database.execute("CREATE ROLE sample_locked_out; CREATE ROLE sample_member; CREATE ROLE sample_predefined;"
                + "GRANT service_role TO sample_member;"
                + "DO $$ DECLARE r text; BEGIN"
                + " FOR r IN SELECT rolname FROM pg_roles WHERE rolname IN ('pg_maintain', 'pg_write_all_data')"
                + " LOOP EXECUTE format('GRANT %I TO sample_predefined', r); END LOOP; END $$");
        try {
            test.run();
        } finally {
            database.execute("DROP OWNED BY sample_locked_out, sample_member, sample_predefined;"
                    + "DROP ROLE sample_locked_out, sample_member, sample_predefined");
        }
    }

    private Set<String> assertMigrationKeepsAccess(TestDatabase database) {
        Goals goals = Goals.on(database, output);
        Set<String> before = AccessList.of(database);
        assertThat(before).hasSizeGreaterThan(SampleDatabase.TABLES * SampleDatabase.ROLES.size());
        goals.migrate(SampleDatabase.mapping());
        Set<String> after = AccessList.of(database);
        assertThat(missing(before, after)).as("lost").isEmpty();
        assertThat(missing(after, before)).as("gained").isEmpty();
        goals.rollback();
        assertThat(AccessList.of(database)).isEqualTo(before);
        return after;
    }

    private static List<String> missing(Set<String> from, Set<String> in) {
        return from.stream().filter(line -> !in.contains(line)).toList();
    }
}
