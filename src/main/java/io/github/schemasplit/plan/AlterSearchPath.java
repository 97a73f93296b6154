package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SearchPath;
import io.github.schemasplit.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * {@code ALTER DATABASE … SET search_path}, or {@code ALTER ROLE … IN DATABASE … SET search_path}: gives sessions that begin afterwards
 * another search_path.
 *
 * <p>SET of a setting that is there keeps its place among the others, and a new one is their last; so RESET of what SET has added
 * is exact, whatever else was set before.
 *
 * @param database the database
 * @param role whose sessions; empty for the database's own setting, which holds for roles that set none
 * @param from the setting before; empty for none
 * @param to the setting after; empty for none
 * @param schemas the schemas that it has after and had not before or, of one that takes that back, the other way round
 * @param reason why
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdatabase.html">ALTER DATABASE</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterrole.html">ALTER ROLE</a>
 */
public record AlterSearchPath(
        Identifier database,
        Optional<Identifier> role,
        Optional<SearchPath> from,
        Optional<SearchPath> to,
        List<Identifier> schemas,
        String reason)
        implements Operation {
    public AlterSearchPath {
        schemas = List.copyOf(schemas);
    }

    @Override
    public Statement statement() {
        return Statement.of("%s%s%s", beforeDatabase(), database, afterDatabase());
    }

    /** The statement up to the name of the database, for who names another. */
    public Statement beforeDatabase() {
        return role.map(own -> Statement.of("ALTER ROLE %s IN DATABASE ", own))
                .orElseGet(() -> new Statement("ALTER DATABASE "));
    }

    /** The statement from there on. */
    public Statement afterDatabase() {
        return to.map(path -> Statement.of(" SET search_path TO %s", path))
                .orElseGet(() -> new Statement(" RESET search_path"));
    }

    /** The same for a copy of the database that is called otherwise. */
    public AlterSearchPath in(Identifier other) {
        return new AlterSearchPath(other, role, from, to, schemas, reason);
    }

    @Override
    public AlterSearchPath inverse() {
        return new AlterSearchPath(database, role, to, from, schemas, reason);
    }

    /** Whether it adds schemas, and does not take them away. */
    public boolean adds() {
        return to.filter(path -> path.schemas().containsAll(schemas)).isPresent();
    }

    /** What is set in a snapshot's database of what it sets. */
    public List<String> settings(Snapshot snapshot) {
        return role.isEmpty()
                ? snapshot.server().databaseSettings()
                : snapshot.role(role.get()).map(Role::settingsHere).orElse(List.of());
    }

    /** Whether the role that a snapshot was read as may set it. */
    public boolean isSettable(Snapshot snapshot) {
        Server server = snapshot.server();
        return role.isEmpty()
                ? snapshot.roleMembership().inherits(server.currentRole(), server.databaseOwner())
                : snapshot.role(role.get()).filter(Role::settable).isPresent();
    }

    /** The state of a database holds the settings of roles in it. */
    @Override
    public boolean changes(CatalogObject object) {
        return object.id().catalog() == Catalog.PG_DATABASE
                || (object instanceof Role other && role.equals(Optional.of(other.name())));
    }

    @Override
    public String subject() {
        return role.map(own -> "role " + own).orElseGet(() -> "database " + database);
    }
}
