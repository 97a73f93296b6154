package io.github.schemasplit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.Unmapped;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.Planner;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PlanRunner;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

class VerifierTest {
    private static final String TARGET = ShopDatabase.TARGET.sql();
    private static final String ITEMS = TARGET + ".\"Order Items\"";

    @PostgresTest
    void saysWhatIsNotInPlaceUntilItIs(TestDatabase database) throws SQLException {
        ShopDatabase.fill(database);
        assertThat(migrated(database, Optional.empty()))
                .extracting(Finding::subject)
                .contains("table public.\"Order Items\"", "table public.parted_2024", "routine public.\"touch $1\"()")
                .doesNotContain("table public.stays");
        assertThat(migrated(database, Optional.empty()))
                .extracting(Finding::code)
                .containsOnly(FindingCode.NOT_IN_PLACE);
        apply(database, plan(database));
        assertThat(migrated(database, Optional.of(states(database)))).isEmpty();
    }

    @PostgresTest
    void saysWhatChangedSinceTheMigration(TestDatabase database) throws SQLException {
        ShopDatabase.fill(database);
        apply(database, plan(database));
        Optional<ObjectStates> then = Optional.of(states(database));
        database.execute("GRANT DELETE ON " + ITEMS + " TO journal_anon;" + "ALTER TABLE " + TARGET
                + ".parted SET SCHEMA public; CREATE TABLE public.\"Order Items\" (id int)");
        assertThat(migrated(database, then))
                .extracting(Finding::code, Finding::subject)
                .containsSubsequence(
                        tuple(FindingCode.NOT_IN_PLACE, "partitioned table public.parted"),
                        tuple(FindingCode.IN_TWO_SCHEMAS, "table " + ITEMS),
                        tuple(FindingCode.CHANGED_SINCE_MIGRATION, "partitioned table public.parted"),
                        tuple(FindingCode.CHANGED_SINCE_MIGRATION, "table " + ITEMS),
                        tuple(FindingCode.NEW_SINCE_MIGRATION, "table public.\"Order Items\""));
    }

    @PostgresTest
    void everyTableNeedsAnEntryUnlessTheMappingSaysOtherwise(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE \"a\"\"b\" (); CREATE TABLE flyway_schema_history ()");
        MappingBuilder mapping = new MappingBuilder().tables("shop", "\"gone\"", "none_*");
        assertThat(verify(database, mapping.build(), Optional.empty(), Expectation.MIGRATED))
                .extracting(Finding::code, Finding::subject)
                .containsExactly(tuple(FindingCode.NOT_IN_PLACE, "table \"gone\""));
        mapping.unmapped(new Unmapped.Fail());
        assertThat(verify(database, mapping.build(), Optional.empty(), Expectation.MIGRATED))
                .extracting(Finding::code, Finding::subject)
                .containsExactly(
                        tuple(FindingCode.NOT_IN_PLACE, "table \"gone\""),
                        tuple(FindingCode.LEFT_IN_SOURCE, "table public.\"a\"\"b\""));
    }

    @PostgresTest
    void aRollbackBringsBackTheStart(TestDatabase database) throws SQLException {
        ShopDatabase.fill(database);
        Optional<ObjectStates> start = Optional.of(states(database));
        Plan plan = plan(database);
        assertThat(original(database, start)).isEmpty();
        apply(database, plan);
        assertThat(original(database, start))
                .filteredOn(Finding::isError)
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.code()).isEqualTo(FindingCode.NOT_RESTORED))
                .extracting(Finding::subject)
                .contains("table " + ITEMS, "routine " + TARGET + ".\"touch $1\"()");
        assertThat(original(database, Optional.empty()))
                .extracting(Finding::subject)
                .contains("table " + ITEMS)
                .doesNotContain("table public.stays");
        apply(database, plan.inverse());
        assertThat(original(database, start)).isEmpty();
        assertThat(original(database, Optional.empty())).isEmpty();
        database.execute("DROP TRIGGER \"touch it\" ON \"Order Items\"");
        assertThat(original(database, start))
                .singleElement()
                .returns(FindingCode.NOT_RESTORED, Finding::code)
                .returns("trigger \"touch it\" on table public.\"Order Items\"", Finding::subject);
    }

    private static List<Finding> migrated(TestDatabase database, Optional<ObjectStates> then) throws SQLException {
        return verify(database, ShopDatabase.mapping(), then, Expectation.MIGRATED);
    }

    private static List<Finding> original(TestDatabase database, Optional<ObjectStates> then) throws SQLException {
        return verify(database, ShopDatabase.mapping(), then, Expectation.ORIGINAL);
    }

    private static List<Finding> verify(
            TestDatabase database, Mapping mapping, Optional<ObjectStates> then, Expectation expectation)
            throws SQLException {
        Assignment assignment = ShopDatabase.assign(database, mapping);
        return Verifier.verify(assignment, then, List.of(), ShopDatabase.JOURNAL, expectation);
    }

    private static Plan plan(TestDatabase database) throws SQLException {
        return new Planner().plan(ShopDatabase.assign(database, ShopDatabase.mapping()));
    }

    private static void apply(TestDatabase database, Plan plan) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            PlanRunner.run(connection, plan);
            connection.commit();
        }
    }

    private static ObjectStates states(TestDatabase database) throws SQLException {
        return ObjectStates.of(ShopDatabase.read(database), ShopDatabase.JOURNAL);
    }
}
