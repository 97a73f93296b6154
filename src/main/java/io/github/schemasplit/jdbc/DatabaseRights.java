package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What a role may do with a database as a whole.
 *
 * @param role the role
 * @param makes whether it may make databases
 * @param owner who owns the database
 * @param owns whether the role has that one's rights
 * @param member whether it could have them, since it is a member
 */
public record DatabaseRights(String role, boolean makes, String owner, boolean owns, boolean member) {
    /** Those of the connected role. */
    public static DatabaseRights read(Connection connection, String database) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        try (PreparedStatement query = connection.prepareStatement(new CatalogQuery("database-rights").sql(major))) {
            query.setString(1, database);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new DatabaseRights(
                        row.getString("rolname"),
                        row.getBoolean("may_make"),
                        row.getString("owner"),
                        row.getBoolean("owns"),
                        row.getBoolean("is_member"));
            }
        }
    }
}
