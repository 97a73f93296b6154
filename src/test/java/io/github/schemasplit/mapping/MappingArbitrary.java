package io.github.schemasplit.mapping;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Mappings of every kind, with names of every kind. */
final class MappingArbitrary {
    private MappingArbitrary() {}

    private record Rest(
            Optional<String> purpose,
            Optional<String> owner,
            SchemaCompatibility compatibility,
            Optional<Api> api,
            Optional<Access> access,
            List<PolicyEntry> policies,
            RowSecurity rowSecurity) {}

    static Arbitrary<Mapping> mappings() {
        Arbitrary<List<TargetSchema>> targets = Combinators.combine(
                        names().filter(MappingArbitrary::mayBeTarget), entries(), rest())
                .as(MappingArbitrary::schema)
                .list()
                .uniqueElements(t -> t.name().value())
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(MappingArbitrary::withoutRepetition);
        return Combinators.combine(
                        targets,
                        Arbitraries.integers().between(-2, 3),
                        Arbitraries.integers().between(-2, 3),
                        Arbitraries.of(Compatibility.class),
                        Arbitraries.of(RoutineBodies.class),
                        Arbitraries.of(CrossSchemaForeignKeys.class))
                .as((schemas, unmapped, views, compatibility, bodies, keys) -> new Mapping(
                        Unlocated.bare(Identifier.of("public")),
                        schemas,
                        made(schemas),
                        Unlocated.bare(unmapped(unmapped, schemas)),
                        Unlocated.bare(unmappedViews(views, schemas)),
                        Unlocated.bare(compatibility),
                        Unlocated.bare(bodies),
                        Unlocated.bare(keys),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Every other role that something is said of. */
    private static List<Located<Identifier>> made(List<TargetSchema> schemas) {
        List<Identifier> named = schemas.stream()
                .flatMap(schema -> Stream.concat(
                        schema.access().stream().flatMap(access -> access.value().roles().stream()),
                        schema.policies().stream().flatMap(policy -> policy.value().roles().stream())))
                .distinct()
                .filter(role -> !role.value().startsWith("pg_"))
                .toList();
        return IntStream.range(0, named.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(i -> Unlocated.bare(named.get(i)))
                .toList();
    }

    /** Names of letters, words that YAML or XML or SQL reads otherwise, and names that somebody thought up. */
    private static Arbitrary<String> names() {
        Arbitrary<String> words = Arbitraries.of(
                "no",
                "null",
                "~",
                "1e3",
                "Order Items",
                "a\"b",
                "it's",
                "select",
                "50%",
                "$1",
                "größen",
                "数字",
                "😀",
                "- x",
                "a: b",
                "#x",
                "[x]",
                "{x}",
                "a, b",
                "<x>",
                "&amp;",
                "x".repeat(63),
                "schema",
                "grant",
                "name",
                "table");
        Arbitrary<String> random = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("äß\t\u00e9\u4e00")
                .ofMinLength(1)
                .ofMaxLength(15)
                .map(String::strip)
                .filter(s -> !s.isEmpty());
        return Arbitraries.oneOf(words, random);
    }

    private static boolean mayBeTarget(String name) {
        return !name.startsWith("pg_")
                && !name.equals("public")
                && !name.equals("information_schema")
                && !Set.of("keep", "fail", "follow", "stay").contains(name);
    }

    private static Arbitrary<String> patterns() {
        return names().map(name -> name.replaceAll("[\\\\.()]", "\\\\$0"));
    }

    private static Arbitrary<Map<EntryKind, List<String>>> entries() {
        Arbitrary<String> withArguments = Combinators.combine(
                        patterns(),
                        Arbitraries.of("", "()", "(uuid, integer)", "(public.money[])", "(VARIADIC \"a b\")"))
                .as((name, arguments) -> name + arguments);
        List<Arbitrary<List<String>>> lists = Arrays.stream(EntryKind.values())
                .<Arbitrary<List<String>>>map(kind -> (kind.hasArguments() ? withArguments : patterns())
                        .list()
                        .uniqueElements()
                        .ofMaxSize(3))
                .toList();
        return Combinators.combine(lists)
                .as(all -> IntStream.range(0, all.size())
                        .boxed()
                        .collect(Collectors.toMap(i -> EntryKind.values()[i], all::get)));
    }

    private static Arbitrary<Rest> rest() {
        return Combinators.combine(
                        texts().optional(),
                        names().optional(),
                        compatibility(),
                        Arbitraries.of(Api.class).optional(),
                        access().optional(),
                        policy().list().uniqueElements(MappingArbitrary::key).ofMaxSize(3),
                        rowSecurity())
                .as(Rest::new);
    }

    private static Arbitrary<SchemaCompatibility> compatibility() {
        Arbitrary<SchemaCompatibility> all = Arbitraries.of(Compatibility.class)
                .map(word -> new SchemaCompatibility(Optional.of(Unlocated.bare(word)), List.of()));
        Arbitrary<SchemaCompatibility> byName = Combinators.combine(
                        patterns().list().uniqueElements().ofMinSize(1).ofMaxSize(4), Arbitraries.of(0, 1, 2))
                .as((patterns, split) -> new SchemaCompatibility(
                        Optional.empty(),
                        IntStream.range(0, patterns.size())
                                .mapToObj(i -> new SchemaCompatibility.Entry(
                                        Compatibility.values()[i < split ? split - 1 : 2],
                                        Unlocated.bare(new NamePattern(patterns.get(i)))))
                                .toList()));
        return Arbitraries.oneOf(Arbitraries.just(SchemaCompatibility.UNSAID), all, byName);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars("\n\täß\u6570")
                .ofMaxLength(60)
                .map(String::strip)
                .filter(s -> !s.isBlank());
    }

    private static Arbitrary<List<Identifier>> roles() {
        return names().map(Identifier::of).list().uniqueElements().ofMaxSize(3);
    }

    private static Arbitrary<Access> access() {
        Arbitrary<List<String>> onTables = Arbitraries.of("select", "insert", "maintain", "all")
                .list()
                .uniqueElements()
                .ofMinSize(1);
        Arbitrary<List<String>> onTypes = Arbitraries.just(List.of("usage"));
        Arbitrary<AccessGrants> grants = Combinators.combine(
                        Arbitraries.maps(names().map(Identifier::of), onTables)
                                .ofMinSize(1)
                                .ofMaxSize(2),
                        Arbitraries.maps(names().map(Identifier::of), onTypes)
                                .ofMinSize(1)
                                .ofMaxSize(2))
                .as((tables, types) -> new AccessGrants(Map.of("tables", tables, "types", types)));
        Arbitrary<List<Identifier>> some = names().map(Identifier::of)
                .filter(role -> !role.equals(Access.EVERYBODY))
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.of(AccessPreset.class).optional(),
                        Arbitraries.of(true, false),
                        some,
                        some,
                        grants,
                        grants,
                        some)
                .as(Access::new);
    }

    /** No two templates of a schema have the same name. */
    private static List<String> key(PolicyEntry policy) {
        return List.of(
                policy.tables() instanceof PolicyTables.Named named
                        ? "table " + named.table().value()
                        : "column",
                policy.name().value());
    }

    private static Arbitrary<RowSecurity> rowSecurity() {
        Arbitrary<List<Located<NamePattern>>> tables =
                patterns().list().uniqueElements().ofMaxSize(2).map(MappingArbitrary::located);
        return Combinators.combine(tables, tables).as(RowSecurity::new);
    }

    private static Arbitrary<PolicyEntry> policy() {
        Arbitrary<PolicyTables> tables = Combinators.combine(
                        names().filter(n -> n.indexOf('.') < 0).map(Identifier::of), Arbitraries.of(true, false))
                .as((name, table) -> table ? new PolicyTables.Named(name) : new PolicyTables.WithColumn(name));
        Arbitrary<PolicyEntry> dropped =
                Combinators.combine(tables, names().map(Identifier::of)).as(PolicyEntry::dropped);
        return Arbitraries.oneOf(wanted(tables), wanted(tables), dropped);
    }

    private static Arbitrary<PolicyEntry> wanted(Arbitrary<PolicyTables> tables) {
        return Combinators.combine(
                        tables,
                        names().map(Identifier::of),
                        Arbitraries.of(true, false),
                        Arbitraries.of("all", "select", "insert", "update", "delete"),
                        roles(),
                        texts())
                .as((table, name, permissive, command, roles, expression) -> new PolicyEntry(
                        table,
                        name,
                        permissive,
                        command,
                        roles,
                        command.equals("insert") ? Optional.empty() : Optional.of(expression),
                        command.equals("insert") || command.equals("all")
                                ? Optional.of(expression)
                                : Optional.empty()));
    }

    private static Unmapped unmapped(int choice, List<TargetSchema> schemas) {
        if (choice < 0) {
            return choice == -1 ? new Unmapped.Keep() : new Unmapped.Fail();
        }
        return new Unmapped.MoveTo(schemas.get(choice % schemas.size()).name().value());
    }

    private static UnmappedViews unmappedViews(int choice, List<TargetSchema> schemas) {
        if (choice < 0) {
            return choice == -1 ? new UnmappedViews.Follow() : new UnmappedViews.Stay();
        }
        return new UnmappedViews.MoveTo(
                schemas.get(choice % schemas.size()).name().value());
    }

    private static TargetSchema schema(String name, Map<EntryKind, List<String>> entries, Rest rest) {
        return new TargetSchema(
                Unlocated.bare(Identifier.of(name)),
                rest.purpose().map(Unlocated::bare),
                rest.owner().map(Identifier::of).map(Unlocated::bare),
                entries.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, ofKind -> located(ofKind.getValue()))),
                rest.compatibility(),
                rest.api().filter(api -> name.indexOf(',') < 0).map(Unlocated::bare),
                rest.access().map(Unlocated::bare),
                rest.policies().stream().map(Unlocated::bare).toList(),
                rest.rowSecurity());
    }

    private static List<Located<NamePattern>> located(List<String> texts) {
        return texts.stream().map(NamePattern::new).map(Unlocated::bare).toList();
    }

    /** The schemas without those entries and policies that an earlier schema has too, and without those that are then empty. */
    private static List<TargetSchema> withoutRepetition(List<TargetSchema> schemas) {
        Map<String, Integer> seen = new HashMap<>();
        List<TargetSchema> kept = new ArrayList<>();
        for (TargetSchema schema : schemas) {
            kept.add(new TargetSchema(
                    schema.name(),
                    schema.purpose(),
                    schema.owner(),
                    firsts("first of " + kept.size(), schema, seen),
                    schema.compatibility(),
                    schema.api(),
                    schema.access(),
                    schema.policies().stream()
                            .filter(p -> !(p.value().tables() instanceof PolicyTables.Named)
                                    || seen.merge("policy " + key(p.value()), 1, Integer::sum) == 1)
                            .toList(),
                    schema.rowSecurity()));
        }
        return kept;
    }

    private static Map<EntryKind, List<Located<NamePattern>>> firsts(
            String always, TargetSchema schema, Map<String, Integer> seen) {
        Map<EntryKind, List<Located<NamePattern>>> firsts = new EnumMap<>(EntryKind.class);
        for (EntryKind kind : EntryKind.values()) {
            firsts.put(
                    kind,
                    new ArrayList<>(schema.entries(kind).stream()
                            .filter(e -> seen.merge(
                                            kind + e.value().text().replaceAll("\\s*([(),])\\s*", "$1"),
                                            1,
                                            Integer::sum)
                                    == 1)
                            .toList()));
        }
        firsts.get(EntryKind.TABLES).add(Unlocated.bare(new NamePattern(always)));
        return firsts;
    }
}
