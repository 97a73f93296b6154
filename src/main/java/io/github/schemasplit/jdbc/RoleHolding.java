package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.plan.DropRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that a role has got since it was made, and that it would have to lose before it is dropped, or that would go with it.
 *
 * @param clause what it is, such as {@code it owns table orders}
 * @param object the object of this database that it is about; empty where it is about none, or one of a kind that is not read
 */
public record RoleHolding(String clause, Optional<ObjectId> object) {
    /** All that the role of an operation has got; nothing where there is no such role. */
    public static List<RoleHolding> read(Connection connection, DropRole drop) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        try (PreparedStatement statement = connection.prepareStatement(new CatalogQuery("role-holdings").sql(major))) {
            statement.setString(1, drop.role().value());
            statement.setString(2, drop.creator().value());
            List<RoleHolding> holdings = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    long oid = row.getLong(3);
                    holdings.add(new RoleHolding(
                            row.getString(1),
                            Catalog.ofOid(row.getLong(2)).map(catalog -> new ObjectId(catalog, oid))));
                }
            }
            return holdings;
        }
    }
}
