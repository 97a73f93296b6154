package io.github.schemasplit.plan;

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
        implements SettingOperation {
    public AlterSearchPath {
        schemas = List.copyOf(schemas);
    }

    @Override
    public Optional<Identifier> holder() {
        return role;
    }

    @Override
    public boolean everywhere() {
        return false;
    }

    @Override
    public String setting() {
        return "search_path";
    }

    @Override
    public Optional<String> valueBefore() {
        return from.map(AlterSearchPath::value);
    }

    @Override
    public Optional<String> valueAfter() {
        return to.map(AlterSearchPath::value);
    }

    @Override
    public Optional<String> valueOtherwise() {
        return adds() && from.isEmpty() ? to.map(path -> value(path.without(schemas))) : Optional.empty();
    }

    private static String value(SearchPath path) {
        return path.setting().substring(SearchPath.SETTING.length());
    }

    @Override
    public Statement statement() {
        return Statement.of("%s%s%s", beforeDatabase(), database, afterDatabase());
    }

    @Override
    public Statement beforeDatabase() {
        return role.map(own -> Statement.of("ALTER ROLE %s IN DATABASE ", own))
                .orElseGet(() -> new Statement("ALTER DATABASE "));
    }

    @Override
    public Statement afterDatabase() {
        return to.map(path -> Statement.of(" SET search_path TO %s", path))
                .orElseGet(() -> new Statement(" RESET search_path"));
    }

    @Override
    public AlterSearchPath in(Identifier other) {
        return new AlterSearchPath(other, role, from, to, schemas, reason);
    }

    @Override
    public AlterSearchPath inverse() {
        return new AlterSearchPath(database, role, to, from, schemas, reason);
    }

    @Override
    public boolean adds() {
        return to.filter(path -> path.schemas().containsAll(schemas)).isPresent();
    }

    @Override
    public boolean isBefore(List<String> settings) {
        return SearchPath.in(settings).equals(from);
    }

    @Override
    public boolean isAfter(List<String> settings) {
        return SearchPath.in(settings).equals(to);
    }

    @Override
    public boolean isSettable(Snapshot snapshot) {
        Server server = snapshot.server();
        return role.isEmpty()
                ? snapshot.roleMembership().inherits(server.currentRole(), server.databaseOwner())
                : snapshot.role(role.get()).filter(Role::settable).isPresent();
    }

    @Override
    public String subject() {
        return role.map(own -> "role " + own).orElseGet(() -> "database " + database);
    }
}
