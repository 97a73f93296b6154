package io.github.schemasplit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.Turns;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random databases with random mappings; see {@link Trial} for what is to hold. */
class HostileDatabasesTest {
    private static final int DATABASES = Integer.getInteger("hostile.databases", 100);
    private static final long SEED = Long.getLong("hostile.seed", System.nanoTime() % 1_000_000);

    /** Where more are refused than this, too little is tried. */
    private static final double MOST_REFUSED = 0.5;

    /** The generator knows most of the server's rules, not all. */
    private static final double MOST_UNLOADABLE = 0.05;

    /** A kind that occurs in fewer databases is as good as not there. */
    private static final double RAREST_KIND = 0.05;

    /** Where fewer are given access and row security, too, that is as good as not tried. */
    private static final double FEWEST_WALLED = 0.05;

    private static final int GENERATED = 500;

    /** A share of few strays by chance from the generator's, which is what the bounds are for: more are tried before it is blamed. */
    private static final int MOST_DATABASES = 4 * DATABASES;

    @TempDir
    private Path output;

    @PostgresTest
    void areMigratedAsPlannedAndRestoredOrRefusedUntouched(TestDatabase database) {
        Roles.make(database.server());
        System.out.printf("%d hostile databases on %s: -Dhostile.seed=%d%n", DATABASES, database.server(), SEED);
        JqwikSession.run(() -> {
            RandomGenerator<HostileDatabase> generator =
                    HostileDatabases.arbitrary().generator(DATABASES);
            Random random = new Random(SEED);
            Tally tally = new Tally(database.server().major());
            Hunt hunt = new Hunt(database.server(), output);
            for (int i = 0; (i < DATABASES || i < MOST_DATABASES && isUnlucky(tally)) && !hunt.isTired(); i++) {
                Shrinkable<HostileDatabase> candidate = generator.next(random);
                hunt.tryOut(i, candidate, tally);
            }
            System.out.println(tally);
            assertThat(hunt.trophies()).as("-Dhostile.seed=" + SEED).isEmpty();
            assertThat(tally.unloadable()).as("share that is no database").isLessThan(MOST_UNLOADABLE);
            assertThat(tally.refused()).as("share that is refused").isLessThan(MOST_REFUSED);
            if (Turns.areAll()) {
                assertThat(tally.walled()).as("share that is given walls").isGreaterThan(FEWEST_WALLED);
            }
        });
    }

    private static boolean isUnlucky(Tally tally) {
        return tally.refused() >= MOST_REFUSED || tally.unloadable() >= MOST_UNLOADABLE;
    }

    /** Asked of many more than are tried, since a kind in every tenth database is now and then in none of fifty. */
    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void consistOfEveryKindThatAServerKnows(int major) {
        JqwikSession.run(() -> {
            RandomGenerator<HostileDatabase> generator =
                    HostileDatabases.arbitrary().generator(GENERATED);
            Random random = new Random(SEED);
            Map<Kind, Integer> databases = new EnumMap<>(Kind.class);
            for (int i = 0; i < GENERATED; i++) {
                generator.next(random).value().script(major).kinds().forEach(k -> databases.merge(k, 1, Integer::sum));
            }
            assertThat(Arrays.stream(Kind.values()).filter(k -> k.isKnownTo(major)))
                    .as("-Dhostile.seed=" + SEED)
                    .allSatisfy(k ->
                            assertThat(databases.getOrDefault(k, 0)).isGreaterThan((int) (RAREST_KIND * GENERATED)));
        });
    }
}
