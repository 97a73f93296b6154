package io.github.schemasplit.jdbc;

import io.github.schemasplit.jdbc.DatabaseProperties.Grant;
import io.github.schemasplit.jdbc.DatabaseProperties.Setting;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.SearchPath;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives a database the properties of another. */
public final class DatabasePropertiesWriter {
    /** What a statement sets something to. */
    private static final Pattern VALUE = Pattern.compile("(?s)( SET \\S+ =) .*");

    /** Settings that are lists of names, each quoted by itself. */
    private static final Set<String> LISTS = Set.of(
            "search_path",
            "temp_tablespaces",
            "local_preload_libraries",
            "session_preload_libraries",
            "shared_preload_libraries",
            "unix_socket_directories");

    private final Connection connection;
    private final Identifier database;

    /**
     * @param connection to it, in auto-commit mode
     * @param database its name
     */
    public DatabasePropertiesWriter(Connection connection, Identifier database) {
        this.connection = connection;
        this.database = database;
    }

    /**
     * Does one after the other.
     *
     * @return what could not be done, a statement with the server's reason each
     */
    public List<String> write(DatabaseProperties wanted) throws SQLException {
        return run(statements(DatabaseProperties.read(connection), wanted));
    }

    /**
     * Gives the database the privileges of the other, and nothing else of it.
     *
     * @return what could not be done
     */
    public List<String> writePrivileges(DatabaseProperties wanted) throws SQLException {
        return run(privileges(
                Statement.of("DATABASE %s", database),
                DatabaseProperties.read(connection).privileges(),
                wanted.privileges()));
    }

    /** Gives the schema {@code public} the privileges that the other database's has. */
    public List<String> writePublicSchema(DatabaseProperties wanted) throws SQLException {
        return run(privileges(
                Statement.of("SCHEMA %s", Identifier.of("public")),
                DatabaseProperties.read(connection).publicSchema(),
                wanted.publicSchema()));
    }

    private List<String> run(List<Statement> statements) {
        List<String> failures = new ArrayList<>();
        for (Statement statement : statements) {
            run(statement).ifPresent(failures::add);
        }
        return failures;
    }

    private List<Statement> statements(DatabaseProperties there, DatabaseProperties wanted) {
        List<Statement> statements = new ArrayList<>();
        if (!there.comment().equals(wanted.comment())) {
            statements.add(Statement.of(
                    "COMMENT ON DATABASE %s IS %s",
                    database,
                    wanted.comment().isPresent() ? Literal.of(wanted.comment().get()) : new Statement("NULL")));
        }
        for (Setting setting : wanted.settings()) {
            if (!there.settings().contains(setting)) {
                statements.add(set(setting));
            }
        }
        if (there.connectionLimit() != wanted.connectionLimit()) {
            statements.add(Statement.of(
                    "ALTER DATABASE %s CONNECTION LIMIT %s",
                    database, new Statement(String.valueOf(wanted.connectionLimit()))));
        }
        statements.addAll(privileges(Statement.of("DATABASE %s", database), there.privileges(), wanted.privileges()));
        // Last, since whoever gives it away may do no more with it.
        if (!there.owner().equals(wanted.owner())) {
            statements.add(Statement.of("ALTER DATABASE %s OWNER TO %s", database, Identifier.of(wanted.owner())));
        }
        return statements;
    }

    private static List<Statement> privileges(SqlPart object, List<Grant> there, List<Grant> wanted) {
        List<Statement> statements = new ArrayList<>();
        for (Grant grant : there) {
            if (!wanted.contains(grant)) {
                statements.add(Statement.of(
                        "REVOKE %s ON %s FROM %s", new Statement(grant.privilege()), object, grantee(grant)));
            }
        }
        for (Grant grant : wanted) {
            if (!there.contains(grant)) {
                statements.add(Statement.of(
                        "GRANT %s ON %s TO %s%s",
                        new Statement(grant.privilege()),
                        object,
                        grantee(grant),
                        new Statement(grant.grantable() ? " WITH GRANT OPTION" : "")));
            }
        }
        return statements;
    }

    private static SqlPart grantee(Grant grant) {
        return grant.grantee().isPresent() ? Identifier.of(grant.grantee().get()) : new Statement("PUBLIC");
    }

    private Statement set(Setting setting) {
        int equals = setting.text().indexOf('=');
        String name = setting.text().substring(0, equals);
        String value = setting.text().substring(equals + 1);
        Statement assignment = Statement.of("SET %s = %s", name(name), value(name, value));
        return setting.role().isPresent()
                ? Statement.of(
                        "ALTER ROLE %s IN DATABASE %s %s",
                        Identifier.of(setting.role().get()), database, assignment)
                : Statement.of("ALTER DATABASE %s %s", database, assignment);
    }

    /** A setting of an extension has a name in two parts. */
    private static SqlPart name(String name) {
        List<SqlPart> parts = new ArrayList<>();
        for (String part : name.split("\\.")) {
            parts.add(Identifier.of(part));
        }
        List<String> texts = parts.stream().map(SqlPart::sql).toList();
        return new Statement(String.join(".", texts));
    }

    private static SqlPart value(String name, String value) {
        if (!LISTS.contains(name.toLowerCase(Locale.ROOT))) {
            return Literal.of(value);
        }
        List<SqlPart> elements = new ArrayList<>();
        for (Identifier element : SearchPath.of(value).schemas()) {
            elements.add(Literal.of(element.value()));
        }
        return elements.isEmpty() ? Literal.of("") : Statement.list(elements);
    }

    private Optional<String> run(Statement statement) {
        try (java.sql.Statement sql = connection.createStatement()) {
            sql.setEscapeProcessing(false);
            sql.execute(statement.sql());
            return Optional.empty();
        } catch (SQLException e) {
            // A setting's value can be a secret.
            return Optional.of(VALUE.matcher(statement.sql()).replaceFirst("$1 …") + ": " + ServerMessage.of(e));
        }
    }
}
