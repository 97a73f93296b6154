package io.github.schemasplit.testing;

import io.github.schemasplit.mapping.Access;
import io.github.schemasplit.mapping.Api;
import io.github.schemasplit.mapping.Baseline;
import io.github.schemasplit.mapping.BaselineReader;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.CrossSchemaForeignKeys;
import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.NamePattern;
import io.github.schemasplit.mapping.Origin;
import io.github.schemasplit.mapping.PolicyEntry;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.mapping.RowSecurity;
import io.github.schemasplit.mapping.SchemaCompatibility;
import io.github.schemasplit.mapping.SupabaseConfig;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.mapping.Unmapped;
import io.github.schemasplit.mapping.UnmappedViews;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mappings by hand, for tests without a file. Unmapped tables stay, and nothing that a later step builds is asked for. */
public final class MappingBuilder {
    private static final class Target {
        private final Map<EntryKind, List<Located<NamePattern>>> entries = new EnumMap<>(EntryKind.class);
        private Optional<Located<Identifier>> owner = Optional.empty();
        private Optional<Located<String>> purpose = Optional.empty();
        private Optional<Located<Compatibility>> compatibility = Optional.empty();
        private final List<SchemaCompatibility.Entry> compatibilityEntries = new ArrayList<>();
        private Optional<Located<Api>> api = Optional.empty();
        private Optional<Located<Access>> access = Optional.empty();
        private final List<Located<PolicyEntry>> policies = new ArrayList<>();
        private RowSecurity rowSecurity = RowSecurity.UNSAID;
    }

    private final Map<String, Target> targets = new LinkedHashMap<>();
    private String source = "public";
    private Unmapped unmapped = new Unmapped.Keep();
    private UnmappedViews unmappedViews = new UnmappedViews.Follow();
    private Compatibility compatibility = Compatibility.NONE;
    private RoutineBodies routineBodies = RoutineBodies.REPORT;
    private CrossSchemaForeignKeys foreignKeys = CrossSchemaForeignKeys.WARN;
    private Optional<SupabaseConfig> supabase = Optional.empty();
    private Optional<Baseline> baseline = Optional.empty();

    public MappingBuilder source(String schema) {
        source = schema;
        return this;
    }

    /** Entries of any kind. */
    public MappingBuilder entries(EntryKind kind, String target, String... patterns) {
        return add(kind, target, patterns);
    }

    public MappingBuilder tables(String target, String... patterns) {
        return add(EntryKind.TABLES, target, patterns);
    }

    public MappingBuilder views(String target, String... patterns) {
        return add(EntryKind.VIEWS, target, patterns);
    }

    public MappingBuilder routines(String target, String... patterns) {
        return add(EntryKind.ROUTINES, target, patterns);
    }

    public MappingBuilder types(String target, String... patterns) {
        return add(EntryKind.TYPES, target, patterns);
    }

    public MappingBuilder owner(String target, String owner) {
        target(target).owner = Optional.of(located(Identifier.of(owner), target + ".owner"));
        return this;
    }

    public MappingBuilder purpose(String target, String purpose) {
        target(target).purpose = Optional.of(located(purpose, target + ".purpose"));
        return this;
    }

    /** These are served by an API. */
    public MappingBuilder served(String... schemas) {
        for (String schema : schemas) {
            target(schema).api = Optional.of(located(Api.SERVED, schema + ".api"));
        }
        return this;
    }

    /** What the project's file says of the API. */
    public MappingBuilder supabase(SupabaseConfig config) {
        supabase = Optional.of(config);
        return this;
    }

    public MappingBuilder access(String target, Access access) {
        target(target).access = Optional.of(located(access, target + ".access"));
        return this;
    }

    public MappingBuilder policy(String target, PolicyEntry policy) {
        List<Located<PolicyEntry>> policies = target(target).policies;
        policies.add(located(policy, target + ".policies[" + policies.size() + "]"));
        return this;
    }

    /** Row security of tables, which is enabled and forced. */
    public MappingBuilder rowSecurity(String target, List<String> enable, List<String> force) {
        target(target).rowSecurity = new RowSecurity(patterns(target, enable), patterns(target, force));
        return this;
    }

    private static List<Located<NamePattern>> patterns(String target, List<String> patterns) {
        return patterns.stream()
                .map(p -> located(new NamePattern(p), target + ".rowSecurity"))
                .toList();
    }

    public MappingBuilder unmapped(Unmapped what) {
        unmapped = what;
        return this;
    }

    public MappingBuilder unmappedViews(UnmappedViews what) {
        unmappedViews = what;
        return this;
    }

    public MappingBuilder compatibility(Compatibility what) {
        compatibility = what;
        return this;
    }

    /** What one schema says of it: of what the patterns name, or of all where there are none. */
    public MappingBuilder compatibility(String target, Compatibility what, String... patterns) {
        if (patterns.length == 0) {
            target(target).compatibility = Optional.of(located(what, target + ".compatibility"));
        }
        for (String pattern : patterns) {
            target(target)
                    .compatibilityEntries
                    .add(new SchemaCompatibility.Entry(
                            what, located(new NamePattern(pattern), target + ".compatibility")));
        }
        return this;
    }

    public MappingBuilder routineBodies(RoutineBodies what) {
        routineBodies = what;
        return this;
    }

    public MappingBuilder crossSchemaForeignKeys(CrossSchemaForeignKeys what) {
        foreignKeys = what;
        return this;
    }

    /** A baseline of what its file holds below the version. */
    public MappingBuilder baseline(String yaml) {
        baseline = BaselineReader.read("version: 1\n" + yaml, "baseline.yml").baseline();
        return this;
    }

    public Mapping build() {
        List<TargetSchema> schemas = new ArrayList<>();
        targets.forEach((name, target) -> schemas.add(new TargetSchema(
                located(Identifier.of(name), name),
                target.purpose,
                target.owner,
                target.entries,
                new SchemaCompatibility(target.compatibility, target.compatibilityEntries),
                target.api,
                target.access,
                target.policies,
                target.rowSecurity)));
        return new Mapping(
                located(Identifier.of(source), "source"),
                schemas,
                List.of(),
                located(unmapped, "unmapped"),
                located(unmappedViews, "unmappedViews"),
                located(compatibility, "compatibility"),
                located(routineBodies, "routineBodies"),
                located(foreignKeys, "crossSchemaForeignKeys"),
                baseline,
                supabase);
    }

    private MappingBuilder add(EntryKind kind, String target, String... patterns) {
        List<Located<NamePattern>> list = target(target).entries.computeIfAbsent(kind, k -> new ArrayList<>());
        for (String pattern : patterns) {
            list.add(located(new NamePattern(pattern), target + "." + kind + "[" + list.size() + "]"));
        }
        return this;
    }

    private Target target(String name) {
        return targets.computeIfAbsent(name, n -> new Target());
    }

    private static <T> Located<T> located(T value, String path) {
        return new Located<>(value, new Origin("mapping.yml", 0, 0, path));
    }
}
