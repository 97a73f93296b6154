package io.github.schemasplit.bench;

import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.testing.MappingBuilder;
import java.util.stream.IntStream;

/** A mapping of a {@link SyntheticSchema} to ten target schemas, half of the tables by their names and half by globs. */
public final class SyntheticMapping {
    static final int TARGETS = 10;

    private SyntheticMapping() {}

    public static Mapping of(int tables) {
        MappingBuilder mapping = new MappingBuilder();
        for (int target = 0; target < TARGETS; target++) {
            mapping.tables(target(target), target < TARGETS / 2 ? names(tables, target) : new String[] {"t*" + target});
        }
        return mapping.build();
    }

    /** The name of the target schema of that number, from 0. */
    static String target(int number) {
        return "target" + number;
    }

    private static String[] names(int tables, int target) {
        return IntStream.range(0, tables)
                .filter(number -> number % TARGETS == target)
                .mapToObj(SyntheticSchema::name)
                .toArray(String[]::new);
    }
}
