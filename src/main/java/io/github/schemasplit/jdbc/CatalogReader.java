package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.catalog.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the catalog into a {@link Snapshot}, in as many queries as there are kinds of object, whatever the number of
 * tables. It reads catalogs that every role may read, and works under whatever settings role or database bring along.
 */
public final class CatalogReader {
    private final StatementTimeout statementTimeout;

    /** A reader whose statements may take as long as they need. */
    public CatalogReader() {
        this(StatementTimeout.NONE);
    }

    /**
     * @param statementTimeout how long each statement may take in a transaction of the reader's own
     */
    public CatalogReader(StatementTimeout statementTimeout) {
        this.statementTimeout = statementTimeout;
    }

    /**
     * Reads within the caller's transaction, as what it sees at each query; for one moment's view of everything the
     * transaction must be REPEATABLE READ. The transaction's {@code search_path} is {@code pg_catalog, pg_temp} afterwards.
     *
     * @param connection in a transaction
     */
    public Snapshot read(Connection connection) throws SQLException {
        return new Reading(connection, Optional.empty()).snapshot();
    }

    /**
     * Reads in a read-only transaction of its own, in which no timeout of role or database applies, but the reader's does.
     *
     * @param connection in auto-commit mode, in which it is left
     */
    public Snapshot readInOwnTransaction(Connection connection) throws SQLException {
        return inOwnTransaction(connection, snapshot -> snapshot);
    }

    /** What is read once the snapshot is, in the same transaction. */
    @FunctionalInterface
    interface Addition<T> {
        T read(Snapshot snapshot) throws SQLException;
    }

    /** As {@link #readInOwnTransaction}, with more that is read at the same moment. */
    <T> T inOwnTransaction(Connection connection, Addition<T> addition) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new IllegalStateException("the connection is in a transaction of the caller's");
        }
        return new Transaction(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .run(() -> addition.read(new Reading(connection, Optional.of(statementTimeout)).snapshot()));
    }

    /** Makes an object of a row. */
    @FunctionalInterface
    private interface Mapping {
        CatalogObject object(Row row) throws SQLException;
    }

    /** One reading, from the first query to the snapshot. */
    private static final class Reading {
        private final CatalogQueries queries;
        private final Optional<StatementTimeout> own;
        private final List<CatalogObject> objects = new ArrayList<>();

        /**
         * @param own the limit of a transaction of the reader's own; empty in the caller's
         */
        Reading(Connection connection, Optional<StatementTimeout> own) throws SQLException {
            this.queries = new CatalogQueries(connection);
            this.own = own;
        }

        Snapshot snapshot() throws SQLException {
            List<Server> server = new ArrayList<>();
            queries.add(
                    "server",
                    row -> server.add(CatalogRows.server(row)),
                    own.isPresent(),
                    own.orElse(StatementTimeout.NONE).milliseconds());
            add("roles", CatalogRows::role);
            add("schemas", CatalogRows::schema);
            Map<Long, List<Column>> columns = new HashMap<>();
            queries.add(
                    "columns",
                    row -> columns.computeIfAbsent(row.number(), r -> new ArrayList<>())
                            .add(CatalogRows.column(row)));
            add("relations", row -> CatalogRows.relation(row, columns));
            add("constraints", CatalogRows::constraint);
            add("indexes", CatalogRows::index);
            add("triggers", CatalogRows::trigger);
            add("rules", CatalogRows::rule);
            add("policies", CatalogRows::policy);
            add("statistics", CatalogRows::statisticsObject);
            add("types", CatalogRows::type);
            add("routines", CatalogRows::routine);
            add("publications", CatalogRows::publication);
            add("default-acls", CatalogRows::defaultAcl);
            add("extensions", CatalogRows::extension);
            LinkRows links = new LinkRows(objects);
            queries.add("texts", links::text, (Object) links.catalogs());
            queries.add("dependencies", links::dependency, (Object) links.catalogs());
            queries.run();
            return new Snapshot(server.get(0), objects, links.comments(), links.textConstants(), links.dependencies());
        }

        private void add(String query, Mapping mapping) {
            queries.add(query, row -> objects.add(mapping.object(row)));
        }
    }
}
