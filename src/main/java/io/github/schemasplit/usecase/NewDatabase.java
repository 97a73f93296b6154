package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.AtExit;
import io.github.schemasplit.jdbc.ConnectionFailedException;
import io.github.schemasplit.jdbc.DatabaseLocale;
import io.github.schemasplit.jdbc.DatabaseProperties;
import io.github.schemasplit.jdbc.ServerMessage;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** A database that is made for a restore, and dropped where that fails or is ended. */
final class NewDatabase {
    /** Each database is in it unless something else is said, and to say it takes a right that nobody is given. */
    private static final String DEFAULT_TABLESPACE = "pg_default";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final RestoreServer server;
    private final Identifier name;
    private final DatabaseProperties wanted;
    private Optional<Long> made = Optional.empty();
    private Optional<AtExit> atExit = Optional.empty();

    NewDatabase(RestoreServer server, String name, DatabaseProperties wanted) {
        this.server = server;
        this.name = Identifier.of(name);
        this.wanted = wanted;
    }

    /**
     * Makes it, such that nobody but its owner may connect to it.
     *
     * @param notes is told in what it can not be as the backup's was
     */
    void make(Consumer<String> notes) throws SQLException {
        Statement create = create(notes);
        try {
            server.execute(Statement.of("%s ALLOW_CONNECTIONS false", create));
        } catch (SQLException e) {
            throw new GoalStoppedException("Nothing was restored: the database " + name + " can not be made: "
                    + ServerMessage.of(e) + ". "
                    + (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())
                            ? "Have somebody make it who may: "
                            : "Make it otherwise, with what this server has. It would have been: ")
                    + forUs(create) + "; an empty database is filled.");
        }
        made = server.oid(name.value());
        atExit = Optional.of(AtExit.run("schema-restore-drop", this::dropAtExit));
        server.execute(
                Statement.of("REVOKE CONNECT ON DATABASE %s FROM PUBLIC", name),
                Statement.of("ALTER DATABASE %s ALLOW_CONNECTIONS true", name));
    }

    /** What makes it as one that the restoring role fills. */
    Statement forUs() throws SQLException {
        return forUs(create(note -> {}));
    }

    private Statement forUs(Statement create) {
        return Statement.of(
                "%s OWNER %s", create, Identifier.of(server.database().user()));
    }

    private Statement create(Consumer<String> notes) throws SQLException {
        int major = server.on(connection -> connection.getMetaData().getDatabaseMajorVersion());
        DatabaseLocale locale = wanted.locale().on(major);
        tellDifferences(locale, wanted.locale(), notes);
        return Statement.of(
                "CREATE DATABASE %s TEMPLATE template0 %s%s", name, locale.options(major), tablespace(notes));
    }

    static void tellDifferences(DatabaseLocale locale, DatabaseLocale was, Consumer<String> notes) {
        if (!locale.differences(was).isEmpty()) {
            notes.accept("Not as it was: the database has " + String.join(", ", locale.differences(was))
                    + ", so that texts may be sorted and compared otherwise than in the backup's");
        }
    }

    private SqlPart tablespace(Consumer<String> notes) throws SQLException {
        String tablespace = wanted.tablespace();
        if (tablespace.equals(DEFAULT_TABLESPACE)) {
            return new Statement("");
        }
        Optional<Boolean> usable = server.on(connection -> usable(connection, tablespace));
        if (usable.equals(Optional.of(true))) {
            return Statement.of(" TABLESPACE %s", Identifier.of(tablespace));
        }
        notes.accept("Not as it was: the database is in the server's default tablespace, since "
                + (usable.isEmpty() ? "there is no tablespace " : "this role may make nothing in the tablespace ")
                + Identifier.of(tablespace) + ", where it was");
        return new Statement("");
    }

    /** Whether the role may use a tablespace; empty when there is none of that name. */
    private static Optional<Boolean> usable(Connection connection, String tablespace) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT pg_catalog.has_tablespace_privilege(t.oid, 'CREATE')"
                        + " FROM pg_catalog.pg_tablespace AS t WHERE t.spcname = ?")) {
            query.setString(1, tablespace);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getBoolean(1)) : Optional.empty();
            }
        }
    }

    /** It stays from now on, also when the process is told to end. */
    void keep() {
        atExit.ifPresent(AtExit::close);
        atExit = Optional.empty();
    }

    /**
     * Drops what was made, and nothing else.
     *
     * @param cause why; what goes wrong is added to it
     * @return what is left, as a sentence, where it could not be dropped
     */
    Optional<String> abandon(Exception cause) {
        try {
            drop();
            return Optional.empty();
        } catch (SQLException | ConnectionFailedException e) {
            cause.addSuppressed(e);
            return Optional.of("The database " + name + " is left, since it could not be dropped: "
                    + (e instanceof SQLException said ? ServerMessage.of(said) : e.getMessage())
                    + ". When that is mended: " + Statement.of("DROP DATABASE %s", name));
        } finally {
            keep();
        }
    }

    /** Nobody but us is to be in it, and what our programs do there may take longer to end than they. */
    private void drop() throws SQLException {
        if (made.isEmpty() || !server.oid(name.value()).equals(made)) {
            return;
        }
        Statement drop = Statement.of("DROP DATABASE IF EXISTS %s", name);
        try {
            server.execute(Statement.of("%s WITH (FORCE)", drop));
        } catch (SQLException e) {
            if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw e;
            }
            // Sessions of the server's own, such as autovacuum's, are not ours to end: without FORCE it ends those
            // itself.
            server.execute(drop);
        }
    }

    private void dropAtExit() {
        try {
            drop();
        } catch (SQLException | ConnectionFailedException e) {
            // Nobody is left to be told: the next restore finds it, and says so.
        }
    }
}
