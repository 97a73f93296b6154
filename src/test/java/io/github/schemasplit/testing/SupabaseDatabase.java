package io.github.schemasplit.testing;

import io.github.schemasplit.staging.InitLoader;
import io.github.schemasplit.staging.InitPreset;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The database of a new Supabase project, on a server of its own: the settings of its roles hold for all databases of a server. */
final class SupabaseDatabase {
    private static final Map<TestServer, TestDatabase> LOADED = new ConcurrentHashMap<>();

    private SupabaseDatabase() {}

    /**
     * A new copy.
     *
     * @param like a server of the version that it is to have
     */
    static TestDatabase copy(TestServer like) {
        TestDatabase loaded = LOADED.computeIfAbsent(like, SupabaseDatabase::load);
        return loaded.server().createDatabase(loaded.name());
    }

    private static TestDatabase load(TestServer like) {
        TestDatabase database = like.ofSameVersion().createDatabase();
        try (Connection connection = database.connect()) {
            InitLoader.load(connection, InitPreset.SUPABASE);
        } catch (SQLException e) {
            throw new IllegalStateException(database.toString(), e);
        }
        return database;
    }
}
