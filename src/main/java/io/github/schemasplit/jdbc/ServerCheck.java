package io.github.schemasplit.jdbc;

import io.github.schemasplit.jdbc.ConnectionFailedException.Reason;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.PGConnection;

/** Refuses servers that this tool does not work on, by name. */
public final class ServerCheck {
    /** The oldest major version that is supported. */
    public static final int OLDEST_MAJOR = 13;

    private ServerCheck() {}

    /**
     * @param connection in auto-commit mode
     * @param settings what it was opened with, for the message
     * @param writes whether the goal changes the database, which a standby does not allow
     * @throws ConnectionFailedException if the server is refused
     */
    public static void check(Connection connection, ConnectionSettings settings, boolean writes) {
        try (Statement statement = connection.createStatement()) {
            refuse(refusal(text(statement, "SELECT pg_catalog.version()"), cockroachVersion(connection)), settings);
            if (writes
                    && text(statement, "SELECT pg_catalog.pg_is_in_recovery()").equals("t")) {
                throw new ConnectionFailedException(
                        Reason.STANDBY,
                        "The server of " + settings
                                + " is a standby, which takes no changes. Name the primary in schema.url, or "
                                + "add targetServerType=primary (target_session_attrs=read-write in a postgresql:// URI) to it.");
            }
        } catch (SQLException e) {
            throw new ConnectionFailedException(
                    Reason.UNSUPPORTED_SERVER,
                    "The server of " + settings + " does not answer as PostgreSQL does. Name a PostgreSQL "
                            + OLDEST_MAJOR + " or later in schema.url.",
                    e);
        }
    }

    /** Why to refuse a server that says this of itself; empty if it will do. */
    static Optional<String> refusal(String version, String cockroachVersion) {
        Optional<ServerProduct> product =
                cockroachVersion.isEmpty() ? ServerProduct.of(version) : Optional.of(ServerProduct.COCKROACHDB);
        if (product.isPresent()) {
            return Optional.of("is " + product.get().label() + " and not PostgreSQL (it says \"" + version
                    + "\"): there DDL is not transactional as it is in PostgreSQL, so a move could be left half done");
        }
        int major = Integer.parseInt(version.substring("PostgreSQL ".length()).split("\\D", 2)[0]);
        return major < OLDEST_MAJOR
                ? Optional.of(
                        "is PostgreSQL " + major + ", which is older than " + OLDEST_MAJOR + ", the oldest supported")
                : Optional.empty();
    }

    private static void refuse(Optional<String> refusal, ConnectionSettings settings) {
        if (refusal.isPresent()) {
            throw new ConnectionFailedException(
                    Reason.UNSUPPORTED_SERVER,
                    "The server of " + settings + " " + refusal.get() + ". Name a PostgreSQL " + OLDEST_MAJOR
                            + " or later in schema.url.");
        }
    }

    /** CockroachDB reports its own version as a parameter, whatever {@code version()} is made to say. */
    private static String cockroachVersion(Connection connection) throws SQLException {
        String version = connection.unwrap(PGConnection.class).getParameterStatus("crdb_version");
        return version == null ? "" : version;
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
