package io.github.schemasplit.staging;

import io.github.schemasplit.jdbc.ConnectionFailedException;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.jdbc.RoleSettings;
import io.github.schemasplit.jdbc.ServerIdentity;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A database of our own on a server that somebody names. What a killed build left there goes at the next start: a session to the
 * database stays open as long as it is used, so one of our names without sessions is left over.
 */
public final class ServerDatabase implements DisposableDatabase {
    /** What the names of such databases begin with. */
    static final String PREFIX = "schemasplit_rehearsal_";

    private static final String ROLES = "made by schema:rehearse, with the roles ";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int UNIQUE = 6;

    private final ConnectionSettings server;
    private final Identifier name;
    private final Connection used;
    private final RoleSettings roleSettings;
    private final Set<Identifier> roles = new LinkedHashSet<>();
    private final Set<RoleSettings.Difference> set = ConcurrentHashMap.newKeySet();
    /** The roles that something is being set for, so that nobody knows yet what. */
    private final AtomicReference<Predicate<Identifier>> beingSet = new AtomicReference<>(role -> false);

    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread closeAtExit = new Thread(this::close, "schemasplit-rehearsal-drop");

    private ServerDatabase(ConnectionSettings server, Identifier name, Connection used, RoleSettings roleSettings) {
        this.server = server;
        this.name = name;
        this.used = used;
        this.roleSettings = roleSettings;
    }

    /**
     * Makes a database.
     *
     * @param server how to reach some other database of the server, as a role that may make databases
     * @param original what it is to be a copy of
     * @throws StagingException when it cannot be made; when the server is that of the original nothing was done there
     */
    public static ServerDatabase create(ConnectionSettings server, Original original) {
        Identifier name = Identifier.of(PREFIX + MOMENT.format(Instant.now()) + "_"
                + UUID.randomUUID().toString().substring(0, UNIQUE));
        try (Connection connection = Connector.connect(server);
                Statement statement = connection.createStatement()) {
            refuse(ServerIdentity.read(connection), original.identity(), server);
            dropLeftOver(statement);
            RoleSettings settings = RoleSettings.read(connection);
            statement.execute("CREATE DATABASE " + name.sql() + " TEMPLATE template0");
            // Its rows, if it gets any, are nobody else's to read.
            statement.execute("REVOKE CONNECT ON DATABASE " + name.sql() + " FROM PUBLIC");
            ServerDatabase database =
                    new ServerDatabase(server, name, Connector.connect(server.withDatabase(name.value())), settings);
            Runtime.getRuntime().addShutdownHook(database.closeAtExit);
            return database;
        } catch (ConnectionFailedException e) {
            throw StagingException.of(e);
        } catch (SQLException e) {
            throw new StagingException(
                    "A database for the rehearsal cannot be made on the server of " + server + ": " + e.getMessage()
                            + ". Connect as a role that may make databases, or name another server in schema.staging.",
                    e);
        }
    }

    private static void refuse(ServerIdentity there, ServerIdentity original, ConnectionSettings server) {
        String identifier =
                there.database().system().map(s -> ", system identifier " + s).orElse("");
        if (there.isOnServerOf(original)) {
            throw new StagingException(
                    "schema.staging names the server of the database that is to be copied (" + server
                            + identifier
                            + "). Roles and their settings belong to the whole server, so a rehearsal there would"
                            + " change the database itself. Name another server, or leave schema.staging out for an embedded one.");
        }
        if (there.looksLike(original)) {
            throw new StagingException(
                    "schema.staging names the database that is to be copied, or a physical copy of it ("
                            + server + identifier + ", database OID "
                            + there.database().oid()
                            + "). If it is a copy, name another database of its server, such as postgres.");
        }
    }

    /**
     * Of a killed build: the roles that were made for it are in its comment. What a database says that is not the role's own is not
     * listened to, since anybody who may make databases could have written it.
     */
    private static void dropLeftOver(Statement statement) throws SQLException {
        List<String> drops = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT d.datname"
                + ", pg_catalog.shobj_description(d.oid, 'pg_database')"
                + ", pg_catalog.pg_get_userbyid(d.datdba) = CURRENT_USER FROM pg_catalog.pg_database AS d"
                + " WHERE d.datname ~ '^" + PREFIX + "\\d{14}_[0-9a-f]{6}$'"
                + " AND pg_catalog.to_timestamp(pg_catalog.substr(d.datname, " + (PREFIX.length() + 1)
                + ", 14), 'YYYYMMDDHH24MISS')::timestamp < (pg_catalog.now() AT TIME ZONE 'UTC') - interval '10 min'"
                + " AND pg_catalog.pg_has_role(CURRENT_USER, d.datdba, 'USAGE')"
                + " AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity AS a WHERE a.datid = d.oid)")) {
            while (rows.next()) {
                drops.add("DROP DATABASE IF EXISTS "
                        + Identifier.of(rows.getString(1)).sql());
                if (rows.getBoolean(3)
                        && rows.getString(2) != null
                        && rows.getString(2).startsWith(ROLES)) {
                    drops.add("DROP ROLE IF EXISTS " + rows.getString(2).substring(ROLES.length()));
                }
            }
        }
        for (String drop : drops) {
            statement.execute(drop);
        }
    }

    @Override
    public ConnectionSettings settings() {
        return server.withDatabase(name.value());
    }

    @Override
    public boolean ownsServer() {
        return false;
    }

    @Override
    public void owns(Collection<Identifier> made) {
        roles.addAll(made);
        String names = roles.stream().map(Identifier::sql).collect(Collectors.joining(", "));
        try (Statement statement = used.createStatement()) {
            statement.execute("COMMENT ON DATABASE " + name.sql() + " IS "
                    + Literal.of(ROLES + names).sql());
        } catch (SQLException e) {
            // It has another owner now, as the database that it is a copy of. Only whoever clears away after a killed
            // build misses it.
            return;
        }
    }

    @Override
    public <T> T setting(Predicate<Identifier> others, Supplier<T> work) {
        beingSet.set(others);
        T done = work.get();
        try (Connection connection = Connector.connect(server)) {
            roleSettings.differences(RoleSettings.read(connection)).stream()
                    .filter(difference -> others.test(Identifier.of(difference.role())))
                    .forEach(set::add);
        } catch (SQLException e) {
            throw new StagingException(
                    "What is set for roles on the server of " + server + " cannot be read: " + e.getMessage(), e);
        }
        beingSet.set(role -> false);
        return done;
    }

    /**
     * Drops the database and the roles that were made for it, and gives other roles the settings back that they had, where these are
     * still as they were set for it.
     *
     * @throws StagingException when something of it stays, which the message names
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        ProcessEnd.forget(closeAtExit);
        List<String> left = new ArrayList<>();
        try (Connection connection = Connector.connect(server);
                Statement statement = connection.createStatement()) {
            used.close();
            drop(statement, "DROP DATABASE IF EXISTS " + name.sql() + " WITH (FORCE)", "database " + name, left);
            for (Identifier role : roles) {
                drop(statement, "DROP ROLE IF EXISTS " + role.sql(), "role " + role, left);
            }
            left.addAll(
                    roleSettings.restore(connection, set, role -> beingSet.get().test(Identifier.of(role))));
        } catch (SQLException | RuntimeException e) {
            left.add("database " + name + " (" + e.getMessage() + ")");
        }
        if (!left.isEmpty()) {
            throw new StagingException("On the server of " + server + " the rehearsal leaves behind "
                    + String.join(", ", left) + ". Remove it by hand.");
        }
    }

    private static void drop(Statement statement, String sql, String what, List<String> left) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            left.add(what + " (" + e.getMessage() + ")");
        }
    }

    @Override
    public String toString() {
        return "database " + name + " on the server of " + server;
    }
}
