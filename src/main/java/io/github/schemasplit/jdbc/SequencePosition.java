package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a sequence is that was used. It goes on while a dump is made, and is never back where it was.
 *
 * @param sequence its name
 * @param ascending whether it counts upwards
 * @param position the last number that it gave
 */
public record SequencePosition(QualifiedName sequence, boolean ascending, long position) {
    /** Those of a database. */
    public static List<SequencePosition> read(Connection connection) throws SQLException {
        List<SequencePosition> positions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(new CatalogQuery("sequence-positions")
                        .sql(connection.getMetaData().getDatabaseMajorVersion()))) {
            while (row.next()) {
                positions.add(new SequencePosition(
                        QualifiedName.of(row.getString("nspname"), row.getString("relname")),
                        row.getBoolean("ascending"),
                        row.getLong("position")));
            }
        }
        return positions;
    }

    /** Whether it would give numbers once more that it gave before it was there. */
    public boolean isBefore(long other) {
        return ascending ? position < other : position > other;
    }

    /** The one of two positions of a sequence that is the first to come. */
    public SequencePosition earlier(SequencePosition other) {
        return other.isBefore(position) ? other : this;
    }
}
