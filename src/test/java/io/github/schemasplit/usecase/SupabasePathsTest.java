package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Supabase;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Roles of Supabase set paths of their own, postgres too, so that it can not see the one that all others have. */
class SupabasePathsTest {
    private static final String PATHS = "SELECT coalesce(setrole::regrole::text, ''), setconfig FROM pg_db_role_setting"
            + " WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY 1";

    @TempDir
    private Path output;

    @PostgresTest
    void aPathThatIsNotKnownIsNotGuessedAndOnceItIsSaidOldNamesAreFoundByIt(@Supabase TestDatabase database) {
        database.execute("CREATE TABLE public.orders (id int)");
        MappingBuilder mapping =
                new MappingBuilder().compatibility(Compatibility.SEARCH_PATH).tables("shop", "orders");
        Goals goals = Goals.on(database, output);
        assertThat(goals.analyze(mapping).findings())
                .filteredOn(Finding::isError)
                .singleElement()
                .returns(FindingCode.SEARCH_PATH_NOT_SET, Finding::code)
                .extracting(Finding::remedy)
                .asString()
                .startsWith(
                        "run the goal as a role that sets none; or first make it known, as the database's owner, with ALTER"
                                + " DATABASE " + database.name()
                                + " SET search_path = …, the value that SHOW search_path prints");

        database.execute("ALTER DATABASE " + database.name() + " SET search_path = \"$user\", public");
        List<String> before = database.query(PATHS);
        goals.migrate(mapping);
        assertThat(database.query(PATHS))
                .contains(
                        "-|{\"search_path=\\\"$user\\\", public, shop\"}",
                        "postgres|{\"search_path=\\\"$user\\\", public, shop, extensions\"}",
                        "supabase_admin|{\"search_path=\\\"$user\\\", public, shop, auth, extensions\"}",
                        "supabase_realtime_admin|{\"search_path=public, shop, extensions, realtime\"}");
        assertThat(database.query("SELECT count(*) FROM orders")).containsExactly("0");
        assertThat(goals.verify(Goals.parsed(mapping.build()), Expectation.MIGRATED)
                        .findings())
                .isEmpty();
        goals.rollback();
        assertThat(database.query(PATHS)).isEqualTo(before);
    }
}
