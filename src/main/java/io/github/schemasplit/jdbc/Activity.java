package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.ObjectId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** How busy relations are, as the server counts. */
final class Activity {
    private Activity() {}

    /** How often each relation was scanned and written since the server's statistics began; idle ones are not in the map. */
    static Map<ObjectId, Long> read(Connection connection) throws SQLException {
        Map<ObjectId, Long> counts = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(new CatalogQuery("activity")
                        .sql(connection.getMetaData().getDatabaseMajorVersion()))) {
            while (rows.next()) {
                counts.put(ObjectId.relation(rows.getLong("relid")), rows.getLong("count"));
            }
        }
        return counts;
    }
}
