package shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the embedded database is, which the build has started. */
final class Database {
    static final String USER = "postgres";

    private Database() {}

    static String port() throws IOException {
        return Files.readAllLines(Path.of("target/database/data/postmaster.pid")).get(3);
    }
}
