package io.github.schemasplit.bench;

import io.github.schemasplit.mapping.Access;
import io.github.schemasplit.mapping.AccessGrants;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.PolicyEntry;
import io.github.schemasplit.mapping.PolicyTables;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.MappingBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A mapping of a {@link SyntheticSchema} to five target schemas, half of the tables by their names and half by globs. */
public final class SyntheticMapping {
    static final int TARGETS = 5;

    private static final Set<Integer> KEEPING = Set.of(1, 2);
    private static final int DIGITS = 10;

    private SyntheticMapping() {}

    public static Mapping of(int tables) {
        return of(tables, Compatibility.NONE);
    }

    /** The same, with old names that are kept, or not. */
    static Mapping of(int tables, Compatibility compatibility) {
        return builder(tables, compatibility).build();
    }

    /** The same, with old names that are kept of what goes to two of the target schemas, where no row security is. */
    public static Mapping withSomeOldNames(int tables) {
        MappingBuilder mapping = builder(tables, Compatibility.NONE);
        KEEPING.forEach(target -> mapping.compatibility(target(target), Compatibility.VIEWS));
        return mapping.build();
    }

    /** The same, where one role may read, everybody else is shut out, and row security lets in what has a number. */
    static Mapping withWalls(int tables, String role) {
        MappingBuilder mapping = builder(tables, Compatibility.NONE);
        Identifier reader = Identifier.of(role);
        for (int number = 0; number < TARGETS; number++) {
            AccessGrants reads = new AccessGrants(Map.of("tables", Map.of(reader, List.of("select"))));
            mapping.access(
                            target(number),
                            new Access(
                                    Optional.empty(),
                                    true,
                                    List.of(reader),
                                    List.of(),
                                    reads,
                                    AccessGrants.NONE,
                                    List.of()))
                    .policy(
                            target(number),
                            new PolicyEntry(
                                    new PolicyTables.WithColumn(Identifier.of("id")),
                                    Identifier.of("numbered"),
                                    true,
                                    "select",
                                    List.of(reader),
                                    Optional.of("id > 0"),
                                    Optional.empty()))
                    .rowSecurity(target(number), List.of("*"), List.of());
        }
        return mapping.build();
    }

    /** The old names that these are. */
    public static List<String> someOldNames(int tables) {
        return IntStream.range(0, tables)
                .filter(number -> KEEPING.contains(number % TARGETS))
                .mapToObj(SyntheticSchema::name)
                .toList();
    }

    private static MappingBuilder builder(int tables, Compatibility compatibility) {
        MappingBuilder mapping = new MappingBuilder().compatibility(compatibility);
        for (int target = 0; target < TARGETS; target++) {
            mapping.tables(
                    target(target),
                    Stream.concat(names(tables, target), Stream.of("t*" + (target + TARGETS)))
                            .toArray(String[]::new));
        }
        return mapping;
    }

    /** The name of the target schema of that number, from 0. */
    static String target(int number) {
        return "target" + number;
    }

    /** The tables whose names end with that digit. */
    private static Stream<String> names(int tables, int digit) {
        return IntStream.range(0, tables)
                .filter(number -> number % DIGITS == digit)
                .mapToObj(SyntheticSchema::name);
    }
}
