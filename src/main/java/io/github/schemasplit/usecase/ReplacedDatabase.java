package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.ConnectionFailedException;
import io.github.schemasplit.jdbc.DatabaseRights;
import io.github.schemasplit.jdbc.DatabaseSession;
import io.github.schemasplit.jdbc.ServerMessage;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A database that another one takes the place of, and the names that both have meanwhile.
 *
 * @param server its server
 * @param name its name
 */
record ReplacedDatabase(RestoreServer server, String name) {
    private static final int LONGEST_NAME = 63;

    /** How often it is tried to rename it, by waits of a second, while others are in it. */
    private static final int ATTEMPTS = 10;

    /** A wait for others is a second, and no longer: so long nobody can connect to it. */
    private static final Duration WAIT = Duration.ofSeconds(1);

    /** What the server says while others are in it: that they are, or that the wait has ended. */
    private static final Set<String> IN_USE = Set.of("55006", "57014");

    /** What takes its place is made under this name. */
    String beside() {
        return named("_restored");
    }

    /** What it is called before it is dropped. */
    String former() {
        return named("_replaced");
    }

    /** The server cuts what is too long, and the two names would be one then. */
    private String named(String ending) {
        String beginning = name;
        while ((beginning + ending).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            beginning = beginning.substring(0, beginning.offsetByCodePoints(beginning.length(), -1));
        }
        return beginning + ending;
    }

    /**
     * That it may be replaced in the end is known before anything is made.
     *
     * @param create what makes the database beside it
     * @throws GoalStoppedException with what is to be granted, or done by somebody else
     */
    void requireRights(Statement create) throws SQLException {
        DatabaseRights rights = server.on(connection -> DatabaseRights.read(connection, name));
        if (rights.makes() && rights.owns()) {
            return;
        }
        int major = server.on(connection -> connection.getMetaData().getDatabaseMajorVersion());
        Identifier role = Identifier.of(rights.role());
        Identifier owner = Identifier.of(rights.owner());
        List<String> why = new ArrayList<>();
        List<Statement> grants = new ArrayList<>();
        if (!rights.makes()) {
            why.add("it may not make and rename databases");
            grants.add(Statement.of("ALTER ROLE %s CREATEDB", role));
        }
        if (!rights.owns()) {
            why.add("that one's owner is " + owner + ", whose rights it does not have");
            grants.add(
                    rights.member() && major < 16
                            ? Statement.of("ALTER ROLE %s INHERIT", role)
                            : Statement.of(
                                    "GRANT %s TO %s%s",
                                    owner, role, new Statement(rights.member() ? " WITH INHERIT TRUE" : "")));
        }
        throw new GoalStoppedException("Nothing was restored: the role " + role + " can not replace the database "
                + Identifier.of(name) + ", since " + String.join(", and ", why) + ". Have that granted: "
                + statements(grants) + " Or have somebody make the other one: " + create
                + "; restore into it by its own name, with schema.url=…/" + beside()
                + " and without schema.restore.over; and have both renamed then: " + statements(renamed()));
    }

    private List<Statement> renamed() {
        return List.of(rename(name, former()), rename(beside(), name));
    }

    private static Statement rename(String name, String other) {
        return Statement.of("ALTER DATABASE %s RENAME TO %s", Identifier.of(name), Identifier.of(other));
    }

    private static String statements(List<Statement> statements) {
        return String.join(" ", statements.stream().map(s -> s + ";").toList());
    }

    /** Tells who is in it, and would be in the way in the end. */
    void tellSessions(ChangeListener listener) throws SQLException {
        List<DatabaseSession> sessions = sessions();
        if (!sessions.isEmpty()) {
            listener.on(new Event.InReplaced(name, sessions));
        }
    }

    private List<DatabaseSession> sessions() throws SQLException {
        return server.on(connection -> DatabaseSession.read(connection, name));
    }

    /**
     * Gives what was made the name of this one, and drops this one.
     *
     * @param attempts how often it is tried at most while others are in it
     * @param notes is told what was not dropped
     */
    void giveWay(int attempts, ChangeListener listener, Consumer<String> notes) throws SQLException {
        Optional<Long> made = server.oid(beside());
        stepAside(Math.min(attempts, ATTEMPTS), listener);
        try {
            server.execute(rename(beside(), name));
        } catch (SQLException | ConnectionFailedException e) {
            if (!isCalled(name, made)) {
                throw takenBack(e);
            }
        }
        Statement drop = Statement.of("DROP DATABASE %s", Identifier.of(former()));
        String remedy = ", and is called " + Identifier.of(former()) + " now. If nobody needs it: " + drop;
        if (!isCalled(name, made)) {
            notes.accept("What the database was is left, since its name is not that of what was restored" + remedy);
            return;
        }
        try {
            server.execute(drop);
        } catch (SQLException | ConnectionFailedException e) {
            notes.accept("What the database was could not be dropped, " + reason(e) + remedy);
        }
    }

    private boolean isCalled(String called, Optional<Long> oid) {
        try {
            return oid.isPresent() && server.oid(called).equals(oid);
        } catch (SQLException | ConnectionFailedException e) {
            return false;
        }
    }

    /** It has its name again, or it is said which one it has. */
    private RuntimeException takenBack(Exception cause) {
        try {
            server.execute(rename(former(), name));
            return notReplaced(reason(cause));
        } catch (SQLException | ConnectionFailedException e) {
            cause.addSuppressed(e);
            return new GoalFailedException(
                    "Nothing was replaced: " + reason(cause) + ". The database " + Identifier.of(name)
                            + " may be called "
                            + Identifier.of(former()) + " now, since it could not be given its name back ("
                            + reason(e) + "): see pg_database. When that is mended: "
                            + statements(List.of(rename(former(), name))) + " The backup is restored in "
                            + Identifier.of(beside()) + ", whole and compared.",
                    cause);
        }
    }

    private static String reason(Exception cause) {
        return cause instanceof SQLException said ? ServerMessage.of(said) : String.valueOf(cause.getMessage());
    }

    private void stepAside(int attempts, ChangeListener listener) throws SQLException {
        Optional<Long> old = server.oid(name);
        Statement wait = new Statement("SET statement_timeout = " + WAIT.toMillis());
        for (int attempt = 1; ; attempt++) {
            try {
                server.execute(wait, rename(name, former()));
                return;
            } catch (SQLException | ConnectionFailedException e) {
                if (isCalled(former(), old)) {
                    return; // The answer was lost.
                }
                if (!(e instanceof SQLException said) || !IN_USE.contains(String.valueOf(said.getSQLState()))) {
                    throw notReplaced(reason(e));
                }
                List<DatabaseSession> sessions = sessions();
                String why = "the database " + Identifier.of(name) + " is being accessed by other users"
                        + (sessions.isEmpty() ? "" : ": " + Words.some(sessions));
                if (attempt >= attempts) {
                    throw notReplaced(why + " (" + Lengths.attempts(attempt) + ")");
                }
                listener.on(new Event.Busy(attempt, WAIT, why, Duration.ZERO));
            }
        }
    }

    private GoalStoppedException notReplaced(String why) {
        return new GoalStoppedException("Nothing was replaced: " + why + ". The backup is restored in the database "
                + Identifier.of(beside()) + ", whole and compared. End the sessions in " + name
                + " (see pg_stat_activity, and pg_prepared_xacts for transactions that were prepared) and rename both: "
                + statements(renamed()) + " Or drop "
                + Identifier.of(beside()) + " and run the goal again.");
    }
}
