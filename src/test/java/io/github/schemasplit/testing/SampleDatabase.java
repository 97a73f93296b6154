package io.github.schemasplit.testing;

import io.github.schemasplit.mapping.MappingOption;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.staging.InitLoader;
import io.github.schemasplit.staging.InitScripts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sample application's database. It is loaded once a server; a test gets a copy, in which every OID is the same. */
public final class SampleDatabase {
    /** The roles that the sample makes. */
    public static final List<String> ROLES =
            List.of("anon", "app_owner", "authenticated", "data_steward", "reporting", "service_role");

    /** Its tables, and how many of them its mapping leaves where they are. */
    public static final int TABLES = 69;

    public static final int UNMAPPED = 6;

    private static final Path DIRECTORY = Path.of("src/it/demo");
    private static final Map<TestServer, TestDatabase> LOADED = new ConcurrentHashMap<>();

    private SampleDatabase() {}

    /** A new copy. */
    public static TestDatabase copy(TestServer server) {
        return server.createDatabase(
                LOADED.computeIfAbsent(server, SampleDatabase::load).name());
    }

    /** The mapping of the demo, which leaves no views: what moves is gone from where it was. */
    public static ParsedMapping mapping() {
        return mapping(MappingOption.COMPATIBILITY, "none");
    }

    /** The mapping of the demo as it is. */
    public static ParsedMapping mappingWithViews() {
        return mapping(MappingOption.COMPATIBILITY, "views");
    }

    private static ParsedMapping mapping(MappingOption option, String value) {
        return MappingParser.parse(new MappingSources(
                Map.of(option, value),
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
