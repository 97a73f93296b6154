package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.PrintedDefinitions;
import io.github.schemasplit.catalog.PrintedDefinitions.Origin;
import io.github.schemasplit.catalog.PrintedDefinitions.PrintedColumn;
import io.github.schemasplit.catalog.PrintedDefinitions.Texts;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the catalog, and what the server prints of the definitions in some schemas, as they are at one moment: in one read-only,
 * repeatable-read transaction.
 */
public final class PrintedDefinitionReader {
    private static final String LOCK_TIMEOUT = "10s";

    private final StatementTimeout statementTimeout;

    /**
     * @param statementTimeout how long each statement may take
     */
    public PrintedDefinitionReader(StatementTimeout statementTimeout) {
        this.statementTimeout = statementTimeout;
    }

    /**
     * A database, and what is printed of it.
     *
     * @param snapshot the catalog
     * @param definitions of the schemas that were asked for
     */
    public record Reading(Snapshot snapshot, PrintedDefinitions definitions) {}

    /**
     * Reads both; schemas that are not there are left out.
     *
     * @param connection in auto-commit mode, in which it is left
     * @throws CatalogChangedException when others changed what is read each time that it was
     * @throws BusyException when others keep something locked for too long of which definitions are printed
     */
    public Reading read(Connection connection, Collection<Identifier> schemas) throws SQLException {
        String[] names = schemas.stream().map(Identifier::value).toArray(String[]::new);
        try {
            return new CatalogReader(statementTimeout, LOCK_TIMEOUT)
                    .inOwnTransaction(connection, snapshot -> new Reading(snapshot, read(connection, names)));
        } catch (SQLException e) {
            if (SqlStates.LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new BusyException(
                        "Printing the definitions of tables",
                        ServerMessage.of(e),
                        LockHolder.describe(LockHolder.read(connection, "shutting-lock-holders")),
                        e);
            }
            throw e;
        }
    }

    private static PrintedDefinitions read(Connection connection, String[] schemas) throws SQLException {
        // Settings first, in a message of their own: the server may evaluate the others before.
        CatalogQueries settings = new CatalogQueries(connection);
        settings.add("printed-settings");
        settings.run((query, row) -> {});
        Map<ObjectId, Map<Integer, PrintedColumn>> columns = new HashMap<>();
        Map<ObjectId, Texts> objects = new HashMap<>();
        CatalogQueries queries = new CatalogQueries(connection);
        queries.add("printed-columns", (Object) schemas);
        queries.add("printed-definitions", (Object) schemas);
        queries.run((query, row) -> {
            if (query.equals("printed-columns")) {
                columns.computeIfAbsent(ObjectId.relation(row.number()), r -> new HashMap<>())
                        .put((int) row.number(), column(row));
            } else {
                ObjectId object = new ObjectId(Catalog.ofOid(row.number()).orElseThrow(), row.number());
                objects.put(object, new Texts(row.textIfAny(), row.textIfAny(), row.texts()));
            }
        });
        return new PrintedDefinitions(columns, objects);
    }

    private static PrintedColumn column(Row row) throws SQLException {
        return new PrintedColumn(row.commonText(), Origin.of(row.text(), row.text()), row.textIfAny());
    }
}
