package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.jdbc.ConnectionFailedException;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.DatabaseProperties;
import io.github.schemasplit.jdbc.Definition;
import io.github.schemasplit.sql.Identifier;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The database that is restored into: one that is made for it, one that is empty, or, where it is named, one that is replaced. What
 * replaces it is made beside it, and takes its name once it is whole.
 */
public final class RestoreTarget {
    /** Kinds of objects that are in no schema and do something to what is made. */
    private static final List<String> AT_WORK = List.of("default acl ", "event trigger ", "publication ");

    private final ConnectionSettings database;
    private final DatabaseProperties wanted;
    private final State state;
    private final RestoreServer server;
    private final ReplacedDatabase replaced;
    private final NewDatabase made;

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
        this.server = new RestoreServer(database, state == State.FILLED);
        this.replaced = new ReplacedDatabase(server, database.database());
        this.made = new NewDatabase(server, filled().database(), wanted);
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
        return state == State.REPLACED ? database.withDatabase(replaced.beside()) : database;
    }

    <T> T onServer(RestoreServer.Work<T> work) throws SQLException {
        return server.on(work);
    }

    /**
     * What is to be known and to be allowed before anything is made.
     *
     * @param listener is told who would be in the way
     */
    void require(ChangeListener listener) throws SQLException {
        if (state == State.FILLED) {
            return;
        }
        if (state == State.REPLACED) {
            replaced.requireRights(made.forUs());
        }
        requireNothingLeft();
        if (state == State.REPLACED) {
            replaced.tellSessions(listener);
        }
    }

    /**
     * Makes the database that is filled, unless it is there; nobody but its owner may connect to it then.
     *
     * @param notes is told in what it is not as the backup's was
     */
    void prepare(Consumer<String> notes) throws SQLException {
        if (state == State.FILLED) {
            DatabaseProperties there = server.on(DatabaseProperties::read);
            NewDatabase.tellDifferences(there.locale(), wanted.locale(), notes);
        } else {
            made.make(notes);
        }
    }

    /** What a run that was ended has left may be the only one that there is. */
    private void requireNothingLeft() throws SQLException {
        List<String> names =
                state == State.REPLACED ? List.of(replaced.beside(), replaced.former()) : List.of(replaced.former());
        for (String name : names) {
            if (server.oid(name).isPresent()) {
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

    /** What was made stays from now on, whatever happens. */
    void keep() {
        made.keep();
    }

    /**
     * Gives what was made the name of what it replaces, and drops that.
     *
     * @param attempts how often it is tried at most while others are in that
     * @param notes is told what was not dropped
     */
    void takeOver(int attempts, ChangeListener listener, Consumer<String> notes) throws SQLException {
        if (state == State.REPLACED) {
            replaced.giveWay(attempts, listener, notes);
        }
    }

    /**
     * Drops what was made, and nothing else.
     *
     * @param cause why; what goes wrong is added to it
     * @return what is left, as a sentence, where it could not be dropped
     */
    Optional<String> abandon(Exception cause) {
        return made.abandon(cause);
    }
}
