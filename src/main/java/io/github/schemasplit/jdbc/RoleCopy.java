package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings the roles of a database to a copy of it, with their memberships and settings, and the database's own settings: what a dump of
 * the database leaves out. No role that is made may log in.
 */
public final class RoleCopy {
    private static final int INHERITING_MAJOR = 16;

    private final Connection copy;
    private final Snapshot source;
    private final boolean ownServer;
    private final Set<Identifier> made = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();

    /**
     * @param copy a connection to the copy, of a role that may make roles
     * @param source what is copied
     * @param ownServer whether the copy's roles are nobody else's: then those that are there get the settings, too; elsewhere they get
     *     them for this database alone
     */
    public RoleCopy(Connection copy, Snapshot source, boolean ownServer) {
        this.copy = copy;
        this.source = source;
        this.ownServer = ownServer;
    }

    /**
     * What was done.
     *
     * @param made the roles that were missing and were made, in order
     * @param complaints what could not be done, a clause each
     */
    public record Result(List<Identifier> made, List<String> complaints) {
        public Result {
            made = List.copyOf(made);
            complaints = List.copyOf(complaints);
        }
    }

    public Result run() throws SQLException {
        Set<Identifier> there = names("SELECT rolname FROM pg_catalog.pg_roles");
        boolean superuser = names("SELECT CURRENT_USER WHERE pg_catalog.current_setting('is_superuser') = 'on'")
                        .size()
                == 1;
        List<Role> roles = source.all(Role.class).stream()
                .filter(role -> !role.name().value().startsWith("pg_"))
                .toList();
        List<Identifier> order = new ArrayList<>();
        for (Role role : roles) {
            if (!there.contains(role.name())) {
                make(role, superuser);
                order.add(role.name());
            }
        }
        for (Role role : roles) {
            if (ownServer || made.contains(role.name())) {
                memberships(role);
            }
            settings(role);
        }
        Server server = source.server();
        set(server.databaseSettings(), "ALTER DATABASE " + database());
        rights(server);
        return new Result(order.stream().filter(made::contains).toList(), complaints);
    }

    /** What the role that reads the database may do with it as a whole. Last, since whoever gives a database away may do no more with it. */
    private void rights(Server server) throws SQLException {
        Identifier role = server.currentRole();
        boolean superuser = source.role(role).filter(Role::superuser).isPresent();
        if (!superuser && server.mayCreateSchema()) {
            attempt("GRANT CREATE ON DATABASE " + database() + " TO " + role.sql());
        }
        if (!superuser && server.mayCreateRole() && (ownServer || made.contains(role))) {
            attempt("ALTER ROLE " + role.sql() + " CREATEROLE");
        }
        if (!server.databaseOwner().equals(Identifier.of(copy.getMetaData().getUserName()))) {
            attempt("ALTER DATABASE " + database() + " OWNER TO "
                    + server.databaseOwner().sql());
        }
    }

    private void make(Role role, boolean superuser) {
        String attributes = superuser
                ? (role.superuser() ? " SUPERUSER" : "") + (role.bypassesRowSecurity() ? " BYPASSRLS" : "")
                : "";
        if (attempt("CREATE ROLE " + role.name().sql() + " NOLOGIN" + attributes)) {
            made.add(role.name());
        }
    }

    private void memberships(Role role) throws SQLException {
        int major = copy.getMetaData().getDatabaseMajorVersion();
        for (Role.Membership membership : role.memberOf()) {
            attempt("GRANT " + membership.role().sql() + " TO " + role.name().sql()
                    + (major >= INHERITING_MAJOR ? " WITH INHERIT " + membership.inherits() : ""));
        }
    }

    private void settings(Role role) throws SQLException {
        String alter = "ALTER ROLE " + role.name().sql();
        String here = alter + " IN DATABASE " + database();
        set(role.settingsEverywhere(), ownServer || made.contains(role.name()) ? alter : here);
        set(role.settingsHere(), here);
    }

    private void set(List<String> settings, String alter) {
        for (String setting : settings) {
            try {
                RoleSettings.store(copy, alter, setting);
            } catch (SQLException e) {
                complaints.add(alter + " SET " + RoleSettings.name(setting) + ": " + RoleSettings.why(e, setting));
            }
        }
    }

    private boolean attempt(String sql) {
        try (Statement statement = copy.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            complaints.add(sql + ": " + ServerMessage.of(e));
            return false;
        }
    }

    private String database() throws SQLException {
        return Identifier.of(copy.getCatalog()).sql();
    }

    private Set<Identifier> names(String query) throws SQLException {
        Set<Identifier> names = new HashSet<>();
        try (Statement statement = copy.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(Identifier.of(rows.getString(1)));
            }
        }
        return names;
    }
}
