package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.jdbc.ConnectionFailedException;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.jdbc.DatabaseProperties;
import io.github.schemasplit.jdbc.Definition;
import io.github.schemasplit.jdbc.ServerMessage;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.Statement;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The database that is restored into: one that is made for it, one that is empty, or, where it is named, one that is replaced. What
 * replaces it is made beside it, and takes its name once it is whole.
 */
public final class RestoreTarget {
    /** Databases to connect to while one is made or renamed. */
    private static final String ALWAYS_THERE = "postgres";

    private static final String THERE_ELSE = "template1";

    /** Kinds of objects that are in no schema and do something to what is made. */
    private static final List<String> AT_WORK = List.of("default acl ", "event trigger ", "publication ");

    private static final int LONGEST_NAME = 63;

    private final ConnectionSettings database;
    private final DatabaseProperties wanted;
    private final State state;

    /** What is done with the database. */
    public enum State {
        MADE("made"),
        FILLED("filled"),
        REPLACED("replaced");

        private final String text;

        State(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private RestoreTarget(ConnectionSettings database, DatabaseProperties wanted, State state) {
        this.database = database;
        this.wanted = wanted;
        this.state = state;
    }

    /**
     * @param over the database that may be replaced
     * @throws GoalStoppedException when there is something in it that would be in the way
     */
    static RestoreTarget find(ConnectionSettings database, Manifest manifest, Optional<String> over)
            throws SQLException {
        if (over.isPresent() && !over.get().equals(database.database())) {
            throw new GoalStoppedException("Nothing was restored: schema.restore.over names " + over.get()
                    + ", and schema.url the database " + database.database() + ".");
        }
        List<Definition> there;
        try {
            there = RestoredState.definitions(database);
        } catch (ConnectionFailedException e) {
            if (e.reason() != ConnectionFailedException.Reason.NO_DATABASE) {
                throw e;
            }
            return new RestoreTarget(database, manifest.database(), State.MADE);
        }
        List<String> objects = there.stream()
                .filter(definition -> isInTheWay(definition, manifest))
                .map(Definition::object)
                .sorted()
                .toList();
        if (objects.isEmpty()) {
            return new RestoreTarget(database, manifest.database(), State.FILLED);
        }
        if (manifest.schema().isPresent()) {
            throw new GoalStoppedException(
                    "Nothing was restored: the schema " + manifest.schema().get() + " of "
                            + database + " is not empty, it has " + some(objects)
                            + ". Rename it or drop it, or restore into another database.");
        }
        if (over.isEmpty()) {
            throw new GoalStoppedException("Nothing was restored: " + database + " is not empty, it has "
                    + some(objects) + ". Name a database that is empty or does not exist yet in schema.url; or, to have"
                    + " this one replaced by the backup, set schema.restore.over=" + database.database() + ".");
        }
        return new RestoreTarget(database, manifest.database(), State.REPLACED);
    }

    /**
     * A schema's restore is in the way of what is in that schema; a database's of all but what each database has, and of what would do
     * something to all that is made in it: give it to others, or change it.
     */
    private static boolean isInTheWay(Definition definition, Manifest manifest) {
        String object = definition.object();
        if (definition.schema().isEmpty()) {
            return manifest.schema().isEmpty() && AT_WORK.stream().anyMatch(object::startsWith);
        }
        if (object.startsWith("schema ")) {
            return manifest.schema().isEmpty() && !object.equals("schema public");
        }
        return manifest.schema().isEmpty() || manifest.schema().equals(definition.schema());
    }

    private static String some(List<String> objects) {
        return objects.get(0) + (objects.size() > 1 ? " and " + (objects.size() - 1) + " more" : "");
    }

    State state() {
        return state;
    }

    /** The database that is filled. */
    ConnectionSettings filled() {
        return state == State.REPLACED ? database.withDatabase(beside()) : database;
    }

    private String beside() {
        return named("_restored");
    }

    private String former() {
        return named("_replaced");
    }

    /** The server cuts what is too long, and the two names would be one then. */
    private String named(String ending) {
        String name = database.database();
        while ((name + ending).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return name + ending;
    }

    /** What is done with a connection to the server, whether or not the database is there. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    <T> T onServer(Work<T> work) throws SQLException {
        if (state == State.FILLED) {
            return on(database, work);
        }
        if (database.database().equals(ALWAYS_THERE)) {
            return on(database.withDatabase(THERE_ELSE), work);
        }
        try {
            return on(database.withDatabase(ALWAYS_THERE), work);
        } catch (ConnectionFailedException e) {
            return on(database.withDatabase(THERE_ELSE), work);
        }
    }

    private static <T> T on(ConnectionSettings settings, Work<T> work) throws SQLException {
        try (Connection connection = Connector.connect(settings)) {
            return work.run(connection);
        }
    }

    /** Makes the database that is filled, unless it is there; nobody but its owner may connect to it then. */
    void prepare() throws SQLException {
        if (state == State.FILLED) {
            return;
        }
        requireNothingLeft();
        Identifier name = Identifier.of(filled().database());
        Statement create = Statement.of(
                "CREATE DATABASE %s TEMPLATE template0 ENCODING %s LC_COLLATE %s LC_CTYPE %s",
                name,
                Literal.of(wanted.encoding()),
                Literal.of(wanted.collation()),
                Literal.of(wanted.characterType()));
        try {
            execute(Statement.of("%s ALLOW_CONNECTIONS false", create));
        } catch (SQLException e) {
            throw new GoalStoppedException("Nothing was restored: the database " + name + " can not be made: "
                    + e.getMessage() + ". Have somebody make it who may: " + create
                    + "; an empty database is filled.");
        }
        try {
            execute(Statement.of("REVOKE CONNECT ON DATABASE %s FROM PUBLIC", name));
            execute(Statement.of("ALTER DATABASE %s ALLOW_CONNECTIONS true", name));
        } catch (SQLException e) {
            abandon();
            throw e;
        }
    }

    /** What a run that was ended has left may be the only one that there is. */
    private void requireNothingLeft() throws SQLException {
        List<String> names = state == State.REPLACED ? List.of(beside(), former()) : List.of(former());
        for (String name : names) {
            if (oid(name).isPresent()) {
                throw new GoalStoppedException("Nothing was restored: there is a database " + name
                        + " already, which an earlier restore has left. "
                        + (state == State.REPLACED
                                ? ""
                                : "It is what " + database.database()
                                        + " was: give it its name back with ALTER DATABASE "
                                        + Identifier.of(name) + " RENAME TO " + Identifier.of(database.database())
                                        + "; or, ")
                        + "if nobody needs it, drop it with DROP DATABASE " + Identifier.of(name)
                        + "; then run the goal again.");
            }
        }
    }

    private Optional<Long> oid(String name) throws SQLException {
        return onServer(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT oid FROM pg_catalog.pg_database WHERE datname = ?")) {
                query.setString(1, name);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
                }
            }
        });
    }

    /**
     * Gives what was made the name of what it replaces, and drops that.
     *
     * @param notes is told what was not dropped
     */
    void takeOver(Consumer<String> notes) throws SQLException {
        if (state != State.REPLACED) {
            return;
        }
        Identifier name = Identifier.of(database.database());
        Identifier former = Identifier.of(former());
        Identifier beside = Identifier.of(beside());
        Optional<Long> made = oid(beside());
        try {
            execute(Statement.of("ALTER DATABASE %s RENAME TO %s", name, former));
        } catch (SQLException e) {
            throw new GoalStoppedException("Nothing was replaced: " + e.getMessage()
                    + ". The backup is restored in the database "
                    + beside() + ". End the sessions in " + database.database()
                    + " (see pg_stat_activity), drop " + beside()
                    + " and run the goal again, or rename both yourself.");
        }
        try {
            execute(Statement.of("ALTER DATABASE %s RENAME TO %s", beside, name));
        } catch (SQLException e) {
            execute(Statement.of("ALTER DATABASE %s RENAME TO %s", former, name));
            throw e;
        }
        Statement drop = Statement.of("DROP DATABASE %s", former);
        String remedy = ", and is called " + former + " now. If nobody needs it: " + drop;
        if (made.isEmpty() || !oid(database.database()).equals(made)) {
            notes.accept("What the database was is left, since its name is not that of what was restored" + remedy);
            return;
        }
        try {
            execute(drop);
        } catch (SQLException e) {
            notes.accept("What the database was could not be dropped, " + ServerMessage.of(e) + remedy);
        }
    }

    /** Drops what was made, and nothing else. */
    void abandon() throws SQLException {
        if (state != State.FILLED) {
            execute(Statement.of("DROP DATABASE IF EXISTS %s", Identifier.of(filled().database())));
        }
    }

    private void execute(Statement statement) throws SQLException {
        onServer(connection -> {
            try (java.sql.Statement sql = connection.createStatement()) {
                return sql.execute(statement.sql());
            }
        });
    }
}
