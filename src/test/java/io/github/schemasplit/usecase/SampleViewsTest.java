package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.CompatibilityView;
import io.github.schemasplit.testing.AccessMatrix;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** The sample application's database with views under the old names. */
class SampleViewsTest {
    private static final String USER = "{\"sub\": \"%s\", \"role\": \"authenticated\"}";

    @TempDir
    private Path output;

    @PostgresTest
    void everyRoleCanDoTheSameByTheOldNameAndByTheNewOne(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        List<AccessMatrix.Asker> askers = askers(database);
        // By its rule nothing is removed, whoever asks for it, with rights or without.
        database.execute("DROP RULE payment_audit_is_kept ON public.payment_audit");
        Map<String, String> before = AccessMatrix.of(database, askers, named("public", tables(database, "public")));
        Migrate.Result migration = goals.migrate(SampleDatabase.mappingWithViews(database));
        Map<String, String> young = migration
                .plan()
                .moves()
                .filter(move -> move.lockedRelation().isPresent())
                .collect(Collectors.toMap(
                        move -> move.name().name().sql(),
                        move -> move.name().in(move.target()).sql()));
        young.keySet().retainAll(tables(database, "public"));
        Map<String, String> old = migration
                .plan()
                .madeViews()
                .map(CompatibilityView::name)
                .collect(Collectors.toMap(name -> name.name().sql(), name -> name.sql()));
        assertThat(young).hasSameSizeAs(old);
        assertThat(AccessMatrix.difference(of(before, young), AccessMatrix.of(database, askers, young)))
                .isEmpty();
        assertThat(AccessMatrix.difference(of(before, old), AccessMatrix.of(database, askers, old)))
                .isEmpty();
        new Contract(
                        goals.workplace(),
                        new Contract.Terms(List.of(), false, Duration.ZERO, Duration.ZERO),
                        Goals.PERSISTENCE,
                        ChangeListener.NONE)
                .run();
        assertThat(AccessMatrix.difference(of(before, young), AccessMatrix.of(database, askers, young)))
                .isEmpty();
        assertThat(database.query("SELECT count(*) FROM unnest(ARRAY["
                        + String.join(
                                ", ",
                                old.values().stream()
                                        .map(name -> "$n$" + name + "$n$")
                                        .toList())
                        + "]) AS n WHERE to_regclass(n) IS NOT NULL"))
                .containsExactly("0");
        goals.rollback();
        assertThat(AccessMatrix.difference(of(before, old), AccessMatrix.of(database, askers, old)))
                .isEmpty();
        goals.rollback();
        assertThat(AccessMatrix.of(database, askers, named("public", tables(database, "public"))))
                .isEqualTo(before);
        System.out.println("Access by doing on " + database.server() + ": " + askers.size() + " askers, "
                + before.size() + " outcomes before and after rollback, "
                + of(before, young).size()
                + " of them by the new names and " + of(before, old).size() + " by the old ones (" + old.size()
                + " views)");
    }

    private static Map<String, String> of(Map<String, String> outcomes, Map<String, String> relations) {
        Map<String, String> some = new TreeMap<>(outcomes);
        some.keySet().removeIf(key -> !relations.containsKey(key.split(" \\| ")[1]));
        return some;
    }

    private static List<AccessMatrix.Asker> askers(TestDatabase database) {
        List<AccessMatrix.Asker> askers = new ArrayList<>();
        for (String role : SampleDatabase.ROLES) {
            askers.add(new AccessMatrix.Asker(role));
        }
        for (String user : database.query("SELECT id FROM auth.users ORDER BY created_at LIMIT 2")) {
            askers.add(new AccessMatrix.Asker("authenticated", USER.formatted(user)));
        }
        askers.add(new AccessMatrix.Asker("pg_monitor"));
        return askers;
    }

    private static List<String> tables(TestDatabase database, String schema) {
        return database.query("SELECT quote_ident(relname) FROM pg_class WHERE relnamespace = '" + schema
                + "'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') ORDER BY 1");
    }

    private static Map<String, String> named(String schema, List<String> names) {
        return names.stream().collect(Collectors.toMap(name -> name, name -> schema + "." + name));
    }

    @PostgresTest
    void theCatalogIsAsItWasAfterMigrationAndRollback(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        ObjectStates states = goals.states();
        List<String> rows = RawCatalog.rows(database);
        ParsedMapping mapping = SampleDatabase.mappingWithViews(database);
        Migrate.Result migration = goals.migrate(mapping);
        assertThat(migration.plan().madeViews()).isNotEmpty();
        assertThat(goals.analyze(mapping).plan().isEmpty()).isTrue();
        assertThat(goals.verify(mapping, Expectation.MIGRATED).findings()).isEmpty();
        assertThat(migration.plan().moves().map(AlterSetSchema::object)).doesNotHaveDuplicates();
        goals.rollback();
        assertThat(goals.states()).isEqualTo(states);
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                .isEmpty();
    }

    @PostgresTest
    void theDumpIsAsItWasByteForByteAfterMigrationAndRollback(@Sample TestDatabase database) {
        ClientProgram dump = ClientProgram.dumpOf(database.server());
        Goals goals = Goals.on(database, output);
        String start = dump.schemaDump(database, Goals.JOURNAL);
        goals.migrate(SampleDatabase.mappingWithViews(database));
        assertThat(dump.schemaDump(database, Goals.JOURNAL)).contains("CREATE VIEW public.order_items");
        goals.rollback();
        assertThat(dump.schemaDump(database, Goals.JOURNAL)).isEqualTo(start);
    }
}
