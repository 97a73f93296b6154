package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.jdbc.ConnectionFailedException;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.jdbc.DatabaseProperties;
import io.github.schemasplit.jdbc.Definition;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The database that is restored into: one that is made for it, one that is empty, or, where it is named, one that is replaced. What
 * replaces it is made beside it, and takes its name once it is whole.
 */
public final class RestoreTarget {
    /** Databases to connect to while one is made or renamed. */
    private static final String ALWAYS_THERE = "postgres";

    private static final String THERE_ELSE = "template1";

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

    /** A schema's restore is in the way of what is in that schema, and a database's of all but what each database has. */
    private static boolean isInTheWay(Definition definition, Manifest manifest) {
        if (definition.schema().isEmpty()
                || definition.object().equals("schema " + definition.schema().get())) {
            return manifest.schema().isEmpty()
                    && definition.schema().isPresent()
                    && !definition.object().equals("schema public");
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
        return state == State.REPLACED ? named(database, beside()) : database;
    }

    private String beside() {
        return database.database() + "_restored";
    }

    private String former() {
        return database.database() + "_replaced";
    }

    private static ConnectionSettings named(ConnectionSettings settings, String name) {
        return new ConnectionSettings(
                settings.hosts(), name, settings.user(), settings.password(), settings.parameters());
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
        try {
            return on(named(database, ALWAYS_THERE), work);
        } catch (ConnectionFailedException e) {
            return on(named(database, THERE_ELSE), work);
        }
    }

    private static <T> T on(ConnectionSettings settings, Work<T> work) throws SQLException {
        try (Connection connection = Connector.connect(settings)) {
            return work.run(connection);
        }
    }

    /** Makes the database that is filled, unless it is there. */
    void prepare() throws SQLException {
        if (state == State.FILLED) {
            return;
        }
        Statement create = Statement.of(
                "CREATE DATABASE %s TEMPLATE template0 ENCODING %s LC_COLLATE %s LC_CTYPE %s",
                Identifier.of(filled().database()),
                Literal.of(wanted.encoding()),
                Literal.of(wanted.collation()),
                Literal.of(wanted.characterType()));
        try {
            execute(create);
        } catch (SQLException e) {
            throw new GoalStoppedException("Nothing was restored: the database " + filled().database()
                    + " can not be made: " + e.getMessage() + ". Have somebody make it who may: " + create
                    + "; an empty database is filled.");
        }
    }

    /** Gives what was made the name of what it replaces. */
    void takeOver() throws SQLException {
        if (state != State.REPLACED) {
            return;
        }
        Identifier name = Identifier.of(database.database());
        try {
            execute(Statement.of("ALTER DATABASE %s RENAME TO %s", name, Identifier.of(former())));
        } catch (SQLException e) {
            throw new GoalStoppedException(
                    "Nothing was replaced: " + e.getMessage() + ". The backup is restored in the database "
                            + beside() + ". End the sessions in " + database.database()
                            + " (see pg_stat_activity), drop " + beside()
                            + " and run the goal again, or rename both yourself.");
        }
        try {
            execute(Statement.of("ALTER DATABASE %s RENAME TO %s", Identifier.of(beside()), name));
        } catch (SQLException e) {
            execute(Statement.of("ALTER DATABASE %s RENAME TO %s", Identifier.of(former()), name));
            throw e;
        }
        execute(Statement.of("DROP DATABASE %s", Identifier.of(former())));
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
