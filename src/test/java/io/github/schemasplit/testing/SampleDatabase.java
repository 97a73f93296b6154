package io.github.schemasplit.testing;

import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.MappingOption;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.NamePattern;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.RowSecurity;
import io.github.schemasplit.mapping.SchemaCompatibility;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.staging.InitLoader;
import io.github.schemasplit.staging.InitScripts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The sample application's database. It is loaded once a server; a test gets a copy, in which every OID is the same. */
public final class SampleDatabase {
    /** The roles that the sample makes. */
    public static final List<String> ROLES =
            List.of("anon", "app_owner", "authenticated", "data_steward", "reporting", "service_role");

    /** Its tables, and how many of them its mapping leaves where they are. */
    public static final int TABLES = 69;

    public static final int UNMAPPED = 6;

    private static final int INVOKER_VIEWS = 15;
    private static final Path DIRECTORY = Path.of("src/it/demo");
    private static final Map<TestServer, TestDatabase> LOADED = new ConcurrentHashMap<>();

    private SampleDatabase() {}

    /** A new copy. */
    public static TestDatabase copy(TestServer server) {
        return server.createDatabase(
                LOADED.computeIfAbsent(server, SampleDatabase::load).name());
    }

    /**
     * Where the mapping of the demo has everything, and no views: what moves is gone from where it was. It has no policies either, which
     * would be a second change.
     */
    public static ParsedMapping mapping() {
        return places(mapping("none"));
    }

    /** The same, with views under old names, as the demo has them. */
    public static ParsedMapping mappingWithViews(TestDatabase database) {
        return places(wholeMapping(database));
    }

    /**
     * The mapping of the demo as it is, policies included; on servers whose views can not ask for the rights of their readers, without
     * views of what has row security.
     */
    public static ParsedMapping wholeMapping(TestDatabase database) {
        ParsedMapping parsed = mapping("views");
        if (database.server().major() >= INVOKER_VIEWS) {
            return parsed;
        }
        List<String> rowSecurity = database.query(
                "SELECT relname FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace");
        Mapping mapping = parsed.mapping().orElseThrow();
        List<TargetSchema> targets = new ArrayList<>();
        for (TargetSchema target : mapping.targets()) {
            List<SchemaCompatibility.Entry> entries = new ArrayList<>();
            for (Located<NamePattern> table : target.entries(EntryKind.TABLES)) {
                if (rowSecurity.contains(table.value().text())) {
                    entries.add(new SchemaCompatibility.Entry(Compatibility.NONE, table));
                }
            }
            targets.add(new TargetSchema(
                    target.name(),
                    target.purpose(),
                    target.owner(),
                    target.entries(),
                    new SchemaCompatibility(Optional.empty(), entries),
                    target.api(),
                    target.access(),
                    target.policies(),
                    target.rowSecurity()));
        }
        return with(mapping, mapping.createRoles(), targets);
    }

    private static ParsedMapping places(ParsedMapping parsed) {
        Mapping mapping = parsed.mapping().orElseThrow();
        return with(
                mapping,
                mapping.createRoles(),
                mapping.targets().stream()
                        .map(target -> new TargetSchema(
                                target.name(),
                                target.purpose(),
                                target.owner(),
                                target.entries(),
                                target.compatibility(),
                                target.api(),
                                target.access(),
                                List.of(),
                                target.rowSecurity()))
                        .toList());
    }

    private static ParsedMapping with(
            Mapping mapping, List<Located<Identifier>> createRoles, List<TargetSchema> targets) {
        return new ParsedMapping(
                Optional.of(new Mapping(
                        mapping.source(),
                        targets,
                        createRoles,
                        mapping.unmapped(),
                        mapping.unmappedViews(),
                        mapping.compatibility(),
                        mapping.routineBodies(),
                        mapping.crossSchemaForeignKeys(),
                        mapping.baseline(),
                        mapping.supabase())),
                List.of(),
                List.of());
    }

    /**
     * As another mapping, with access.
     *
     * @param access a mapping of which the access and the row security of each schema are taken, and the roles that it makes; its policies
     *     are added
     */
    public static ParsedMapping withAccess(ParsedMapping parsed, String access) {
        Mapping mapping = parsed.mapping().orElseThrow();
        Mapping other = MappingParser.parse(MappingSources.of(YamlMappingReader.read(access, "access.yml")))
                .mapping()
                .orElseThrow();
        return with(
                mapping,
                other.createRoles(),
                mapping.targets().stream()
                        .map(target -> new TargetSchema(
                                target.name(),
                                target.purpose(),
                                target.owner(),
                                target.entries(),
                                target.compatibility(),
                                target.api(),
                                other.target(target.name().value()).flatMap(TargetSchema::access),
                                Stream.concat(
                                                target.policies().stream(),
                                                other.target(target.name().value()).stream()
                                                        .flatMap(more -> more.policies().stream()))
                                        .toList(),
                                other.target(target.name().value())
                                        .map(TargetSchema::rowSecurity)
                                        .orElse(RowSecurity.UNSAID)))
                        .toList());
    }

    private static ParsedMapping mapping(String compatibility) {
        return MappingParser.parse(new MappingSources(
                Map.of(MappingOption.COMPATIBILITY, compatibility),
                Map.of(),
                Optional.empty(),
                Optional.of(YamlMappingReader.read(DIRECTORY.resolve("mapping.yml"), "mapping.yml"))));
    }

    private static TestDatabase load(TestServer server) {
        TestDatabase database = server.createDatabase();
        try (Connection connection = database.connect()) {
            InitLoader.load(connection, InitScripts.expand(List.of("database/V*.sql"), DIRECTORY));
        } catch (SQLException e) {
            throw new IllegalStateException(database.toString(), e);
        }
        return database;
    }
}
