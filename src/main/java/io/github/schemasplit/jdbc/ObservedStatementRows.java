package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Extension;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what {@code pg_stat_statements} counts, where that extension is.
 *
 * @see <a href="https://www.postgresql.org/docs/current/pgstatstatements.html">pg_stat_statements</a>
 */
public final class ObservedStatementRows {
    private static final Identifier EXTENSION = Identifier.of("pg_stat_statements");

    /** The extension is created, but its library is not loaded. */
    static final String NOT_LOADED = "55000";

    private ObservedStatementRows() {}

    /**
     * The statements of this database whose text the role may see, the ones that took longest first; none where the extension is
     * not there, or not at work.
     *
     * @param connection in auto-commit mode
     */
    public static List<ObservedStatement> read(Connection connection, Snapshot snapshot) throws SQLException {
        Optional<Extension> extension = extension(snapshot);
        if (extension.isEmpty()) {
            return List.of();
        }
        String sql = new CatalogQuery("observed-statements")
                .sql(snapshot.server().major())
                .replace("pg_stat_statements", extension.get().schema().sql() + "." + EXTENSION);
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            List<ObservedStatement> statements = new ArrayList<>();
            while (row.next()) {
                statements.add(new ObservedStatement(
                        row.getString(1),
                        Identifier.of(row.getString(2)),
                        row.getLong(3),
                        row.getDouble(4),
                        row.getBoolean(5)));
            }
            return statements;
        } catch (SQLException e) {
            if (NOT_LOADED.equals(e.getSQLState())) {
                return List.of();
            }
            throw e;
        }
    }

    private static Optional<Extension> extension(Snapshot snapshot) {
        for (Extension extension : snapshot.all(Extension.class)) {
            if (extension.name().equals(EXTENSION)) {
                return Optional.of(extension);
            }
        }
        return Optional.empty();
    }
}
