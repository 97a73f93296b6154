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
    private static final int ATTEMPTS = 10;

    private static final String NO_TIMEOUT = "0";

    private final StatementTimeout statementTimeout;
    private final String lockTimeout;

    /** A reader whose statements may take as long as they need. */
    public CatalogReader() {
        this(StatementTimeout.NONE);
    }

    /**
     * @param statementTimeout how long each statement may take in a transaction of the reader's own
     */
    public CatalogReader(StatementTimeout statementTimeout) {
        this(statementTimeout, NO_TIMEOUT);
    }

    /**
     * A reader that waits for nobody for long. The server prints what names a table only when nobody keeps that locked for himself.
     *
     * @param lockTimeout how long a statement may wait for a lock in a transaction of the reader's own, as {@code lock_timeout} has it
     */
    CatalogReader(StatementTimeout statementTimeout, String lockTimeout) {
        this.statementTimeout = statementTimeout;
        this.lockTimeout = lockTimeout;
    }

    /**
     * Reads within the caller's transaction, as what it sees at each query; for one moment's view of everything the
     * transaction must be REPEATABLE READ. The transaction's {@code search_path} is {@code pg_catalog, pg_temp} afterwards.
     *
     * @param connection in a transaction
     * @throws CatalogChangedException when others changed what is read since the transaction's snapshot
     */
    public Snapshot read(Connection connection) throws SQLException {
        Reading reading = new Reading();
        CatalogQueries queries = new CatalogQueries(connection);
        queries.add("server", false, StatementTimeout.NONE.milliseconds(), NO_TIMEOUT);
        reading.addTo(queries);
        queries.run(reading);
        return reading.snapshot(connection);
    }

    /**
     * Reads in a read-only transaction of its own, in which no timeout of role or database applies, but the reader's does; and
     * again, in another, when others changed what it read.
     *
     * @param connection in auto-commit mode, in which it is left
     * @throws CatalogChangedException when they did so each time
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
        for (int attempt = 1; ; attempt++) {
            try {
                return once(connection, addition);
            } catch (CatalogChangedException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(Connection connection, Addition<T> addition) throws SQLException {
        Reading reading = new Reading();
        return new Transaction(connection, () -> begin(connection, reading)).run(() -> {
            CatalogQueries queries = new CatalogQueries(connection);
            reading.addTo(queries);
            queries.run(reading);
            return addition.read(reading.snapshot(connection));
        });
    }

    private void begin(Connection connection, Reading reading) throws SQLException {
        CatalogQueries queries =
                new CatalogQueries(connection, Optional.of("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
        queries.add("server", true, statementTimeout.milliseconds(), lockTimeout);
        queries.run(reading);
    }

    /** One reading, from the first query to the snapshot. */
    private static final class Reading implements CatalogQueries.Consumer {
        /** Those without parameters, in the order in which they run: columns before the relations that have them. */
        private static final List<String> QUERIES = List.of(
                "roles",
                "schemas",
                "columns",
                "relations",
                "constraints",
                "indexes",
                "triggers",
                "rewriting",
                "statistics",
                "types",
                "routines",
                "publications",
                "default-acls",
                "extensions",
                "others");

        private final List<Server> server = new ArrayList<>();
        private final Map<Long, List<Column>> columns = new HashMap<>();
        private final List<CatalogObject> objects = new ArrayList<>();
        private final LinkRows links = new LinkRows(objects);
        private final ReplacementRows replacements = new ReplacementRows();
        private boolean subscribed;

        /** Adds the queries that follow the one of the server. */
        void addTo(CatalogQueries queries) {
            for (String query : QUERIES) {
                queries.add(query);
            }
            queries.add("texts", links.catalogs(), links.catalogs());
            queries.add("dependencies", (Object) links.catalogs());
        }

        /** What was read, after all queries have run, and what depends on it. */
        Snapshot snapshot(Connection connection) throws SQLException {
            replacements.read(connection, objects);
            return new Snapshot(
                    server.get(0),
                    objects,
                    links.comments(),
                    links.securityLabels(),
                    links.textConstants(),
                    links.dependencies(),
                    ScheduledJobRows.read(connection, objects),
                    SubscriptionRows.read(connection, subscribed));
        }

        @Override
        public void accept(String query, Row row) throws SQLException {
            switch (query) {
                case "server" -> addServer(row);
                case "roles" -> objects.add(CatalogRows.role(row));
                case "schemas" -> objects.add(CatalogRows.schema(row));
                case "columns" -> addColumn(row.number(), CatalogRows.column(row));
                case "relations" -> objects.add(CatalogRows.relation(row, columns));
                case "constraints" -> objects.add(CatalogRows.constraint(row));
                case "indexes" -> objects.add(CatalogRows.index(row));
                case "triggers" -> objects.add(CatalogRows.trigger(row));
                case "rewriting" -> objects.add(CatalogRows.rewriting(row));
                case "statistics" -> objects.add(CatalogRows.statisticsObject(row));
                case "types" -> objects.add(CatalogRows.type(row));
                case "routines" -> objects.add(replacements.routine(row));
                case "publications" -> objects.add(CatalogRows.publication(row));
                case "default-acls" -> objects.add(CatalogRows.defaultAcl(row));
                case "extensions" -> objects.add(CatalogRows.extension(row));
                case "others" -> objects.add(CatalogRows.other(row));
                case "texts" -> links.text(row);
                case "dependencies" -> links.dependency(row);
                default -> throw new IllegalArgumentException("nothing takes the rows of " + query);
            }
        }

        private void addServer(Row row) throws SQLException {
            subscribed = row.flag();
            server.add(CatalogRows.server(row));
        }

        private void addColumn(long relation, Column column) {
            List<Column> ofRelation = columns.get(relation);
            if (ofRelation == null) {
                ofRelation = new ArrayList<>();
                columns.put(relation, ofRelation);
            }
            ofRelation.add(column);
        }
    }
}
