package io.github.schemasplit.hostile;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/** Generates random databases. */
final class HostileDatabases {
    private static final int MOST_PIECES = 120;
    private static final int NUMBERS = 10_000;

    private HostileDatabases() {}

    static Arbitrary<HostileDatabase> arbitrary() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, NUMBERS).withoutEdgeCases();
        return Combinators.combine(pieces(number), number.list().ofMinSize(1).ofMaxSize(60), number, number)
                .as(HostileDatabase::new);
    }

    private static Arbitrary<List<Piece>> pieces(Arbitrary<Integer> number) {
        List<Kind> kinds = Arrays.stream(Kind.values())
                .flatMap(kind -> Collections.nCopies(kind.weight(), kind).stream())
                .toList();
        return Combinators.combine(Arbitraries.of(kinds), number, number, number, number, number)
                .as(Piece::new)
                .list()
                .ofMinSize(0)
                .ofMaxSize(MOST_PIECES)
                .withSizeDistribution(RandomDistribution.uniform());
    }
}
