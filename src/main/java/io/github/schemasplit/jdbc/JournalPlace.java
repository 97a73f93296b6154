package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Where a journal is to be made, as it is before.
 *
 * @param schema the journal's schema
 * @param database the current database
 * @param role the current role
 * @param mayCreateSchema whether that role may make schemas
 * @param owner the owner of the schema; empty when it does not exist
 * @param used whether the schema holds something already
 */
record JournalPlace(
        Identifier schema,
        Identifier database,
        Identifier role,
        boolean mayCreateSchema,
        Optional<Identifier> owner,
        boolean used) {
    static JournalPlace read(Connection connection, Identifier schema) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        try (PreparedStatement query = connection.prepareStatement(new CatalogQuery("journal-place").sql(major))) {
            query.setString(1, schema.value());
            ResultSet row = query.executeQuery();
            row.next();
            return new JournalPlace(
                    schema,
                    Identifier.of(row.getString("database")),
                    Identifier.of(row.getString("role")),
                    row.getBoolean("may_create_schema"),
                    Optional.ofNullable(row.getString("owner")).map(Identifier::of),
                    row.getBoolean("used"));
        }
    }

    boolean exists() {
        return owner.isPresent();
    }

    /** Why no journal can be made here, and what to do; empty when one can. */
    Optional<String> obstacle() {
        if (owner.isEmpty()) {
            return mayCreateSchema ? Optional.empty() : Optional.of(missingRight());
        }
        if (used) {
            return Optional.of(
                    "Schema " + schema + " exists and holds no journal but other things, so the journal can not"
                            + " be made there. Name another one with schema.journalSchema.");
        }
        return owner.get().equals(role) ? Optional.empty() : Optional.of(otherOwner(owner.get()));
    }

    private String missingRight() {
        return "The journal is to be made in schema " + schema + ", which does not exist, and role " + role
                + " may not make schemas. Let the owner of database " + database + " or a superuser run: "
                + Statement.of("CREATE SCHEMA %s AUTHORIZATION %s", schema, role)
                        .sql() + "; or: "
                + Statement.of("GRANT CREATE ON DATABASE %s TO %s", database, role)
                        .sql() + ";";
    }

    /** Its owner could replace the journal. */
    private String otherOwner(Identifier other) {
        return "Schema " + schema + " exists and belongs to role " + other + ", so role " + role
                + " can not keep its journal there. Let a superuser run: "
                + Statement.of("ALTER SCHEMA %s OWNER TO %s", schema, role).sql()
                + "; or name another schema with schema.journalSchema.";
    }
}
