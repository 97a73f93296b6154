package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.plan.GrantOnSchema;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.usecase.ForeignKeyProbe.Attempt;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** Foreign keys are checked in the name of the tables' owner, who has to reach both tables whoever writes. */
class ForeignKeysAsEachRoleTest {
    private static final String SUPERUSER = "postgres";

    @TempDir
    private Path output;

    @PostgresTest(takesLong = true)
    void eachRoleWritesAsBeforeWhereForeignKeysAreChecked(@Sample TestDatabase database) throws SQLException {
        List<String> roles = new ArrayList<>(SampleDatabase.ROLES);
        roles.add(SUPERUSER);
        Map<Attempt, String> before;
        Map<Attempt, String> after;
        try (TestDatabase original = SampleDatabase.copy(database.server())) {
            List<Long> tables = tables(migrate(database));
            before = ForeignKeyProbe.run(original, tables, roles);
            after = ForeignKeyProbe.run(database, tables, roles);
        }
        System.out.println(database.server() + ", before the migration: " + counts(before));
        System.out.println(database.server() + ", after the migration:  " + counts(after));
        assertThat(differences(before, after)).isEmpty();
        assertThat(after.values().stream().filter(ForeignKeysAsEachRoleTest::wasChecked))
                .hasSizeGreaterThan(2_500);
        assertEachForeignKeyWasCheckedAs(SUPERUSER, after);
        assertEachForeignKeyWasCheckedAs("app_owner", after);
        assertThat(checkedAs("service_role", after)).hasSizeGreaterThan(100);
        assertThat(checkedAs("authenticated", after)).hasSizeGreaterThan(10);
    }

    @PostgresTest(takesLong = true)
    void withoutTheGrantsOfThePlanNobodyWrites(@Sample TestDatabase database) throws SQLException {
        Plan plan = migrate(database);
        List<Operation> grants = plan.operations().stream()
                .filter(GrantOnSchema.class::isInstance)
                .toList();
        assertThat(grants).isNotEmpty();
        grants.forEach(g -> database.execute(g.inverse().statement().sql()));
        Map<Attempt, String> outcomes = ForeignKeyProbe.run(database, tables(plan), List.of(SUPERUSER));
        assertThat(outcomes.values().stream().filter(ForeignKeyProbe.DENIED::equals))
                .as("the superuser writes, and the check in the owner's name is denied")
                .hasSizeGreaterThan(500);
    }

    private Plan migrate(TestDatabase database) {
        return Goals.on(database, output).migrate(SampleDatabase.mapping()).plan();
    }

    private static List<Long> tables(Plan plan) {
        return plan.moves().map(move -> move.object().oid()).toList();
    }

    private static void assertEachForeignKeyWasCheckedAs(String role, Map<Attempt, String> outcomes) {
        assertThat(checkedAs(role, outcomes))
                .isEqualTo(outcomes.keySet().stream().map(Attempt::name).collect(Collectors.toSet()));
    }

    /** The foreign keys of which one check passed and one failed. */
    private static Set<String> checkedAs(String role, Map<Attempt, String> outcomes) {
        Map<String, Set<String>> byKey = outcomes.entrySet().stream()
                .filter(e -> e.getKey().role().equals(role) && wasChecked(e.getValue()))
                .collect(Collectors.groupingBy(
                        e -> e.getKey().name(), Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        byKey.values().removeIf(seen -> seen.size() < 2);
        return byKey.keySet();
    }

    private static boolean wasChecked(String outcome) {
        return outcome.equals(ForeignKeyProbe.OK) || outcome.equals(ForeignKeyProbe.VIOLATION);
    }

    private static Map<Attempt, String> differences(Map<Attempt, String> before, Map<Attempt, String> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        Map<Attempt, String> differences = new TreeMap<>(after);
        differences.entrySet().removeIf(e -> e.getValue().equals(before.get(e.getKey())));
        return differences;
    }

    private static Map<String, Long> counts(Map<Attempt, String> outcomes) {
        return outcomes.values().stream().collect(Collectors.groupingBy(o -> o, TreeMap::new, Collectors.counting()));
    }
}
