package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.ApiServer;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * {@code ALTER ROLE … SET pgrst.db_schemas}: has the API that connects as a role serve other schemas, once it is told to look.
 *
 * @param database the database
 * @param role the role
 * @param everywhere whether it is the role's setting for all databases that have no other
 * @param from the list before, as it is written; empty for none
 * @param to the list after; empty for none
 * @param schemas the schemas that it has after and had not before or, of one that takes that back, the other way round
 * @param reason why
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterrole.html">ALTER ROLE</a>
 * @see <a href="https://docs.postgrest.org/en/stable/references/configuration.html#db-schemas">db-schemas</a>
 */
public record AlterServedSchemas(
        Identifier database,
        Identifier role,
        boolean everywhere,
        Optional<String> from,
        Optional<String> to,
        List<Identifier> schemas,
        String reason)
        implements SettingOperation {
    public AlterServedSchemas {
        schemas = List.copyOf(schemas);
    }

    @Override
    public Optional<Identifier> holder() {
        return Optional.of(role);
    }

    @Override
    public String setting() {
        return ApiServer.SETTING;
    }

    @Override
    public Optional<String> valueBefore() {
        return from;
    }

    @Override
    public Optional<String> valueAfter() {
        return to;
    }

    /** What it is made of counts only while nothing is set for all databases either. */
    @Override
    public Optional<String> valueOtherwise() {
        return adds() && from.isEmpty() && !everywhere ? Optional.of("") : Optional.empty();
    }

    @Override
    public Statement statement() {
        return everywhere
                ? Statement.of("%s%s", beforeDatabase(), afterDatabase())
                : Statement.of("%s%s%s", beforeDatabase(), database, afterDatabase());
    }

    @Override
    public Statement beforeDatabase() {
        return everywhere ? Statement.of("ALTER ROLE %s", role) : Statement.of("ALTER ROLE %s IN DATABASE ", role);
    }

    @Override
    public Statement afterDatabase() {
        return to.map(list -> Statement.of(" SET " + ApiServer.SETTING + " TO %s", Literal.of(list)))
                .orElseGet(() -> new Statement(" RESET " + ApiServer.SETTING));
    }

    @Override
    public AlterServedSchemas in(Identifier other) {
        return new AlterServedSchemas(other, role, everywhere, from, to, schemas, reason);
    }

    @Override
    public AlterServedSchemas inverse() {
        return new AlterServedSchemas(database, role, everywhere, to, from, schemas, reason);
    }

    @Override
    public boolean adds() {
        return to.filter(list -> ApiServer.schemas(list).containsAll(schemas)).isPresent();
    }

    @Override
    public boolean isBefore(List<String> settings) {
        return ApiServer.value(settings, ApiServer.SETTING).equals(from);
    }

    @Override
    public boolean isAfter(List<String> settings) {
        return ApiServer.value(settings, ApiServer.SETTING).equals(to);
    }

    @Override
    public boolean isSettable(Snapshot snapshot) {
        return snapshot.role(role)
                .filter(own -> ApiServer.isSettable(own, snapshot.server()))
                .isPresent();
    }

    @Override
    public String subject() {
        return "role " + role;
    }
}
