package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.ScheduledJob;
import io.github.schemasplit.catalog.ScheduledJobs;
import io.github.schemasplit.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads the jobs of pg_cron, where a table is that looks like its own; the extension need not be there. */
final class ScheduledJobRows implements CatalogQueries.Consumer {
    private static final QualifiedName TABLE = QualifiedName.of("cron", "job");
    private static final long BIGINT = 20;
    private static final long TEXT = 25;
    private static final Map<String, Long> COLUMNS =
            Map.of("jobid", BIGINT, "command", TEXT, "database", TEXT, "username", TEXT);

    private final Connection connection;
    private final List<ScheduledJob> jobs = new ArrayList<>();
    private boolean readable;
    private boolean filtered;

    private ScheduledJobRows(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param objects all objects that were read, the table among them if it is there
     */
    static ScheduledJobs read(Connection connection, Collection<CatalogObject> objects) throws SQLException {
        for (CatalogObject object : objects) {
            if (object instanceof Relation relation && isTable(relation)) {
                return new ScheduledJobRows(connection).read();
            }
        }
        return ScheduledJobs.ABSENT;
    }

    private static boolean isTable(Relation relation) {
        int columns = 0;
        if (relation.kind() == RelationKind.TABLE && relation.name().equals(TABLE)) {
            for (Column column : relation.columns()) {
                if (Long.valueOf(column.typeOid())
                        .equals(COLUMNS.get(column.name().value()))) {
                    columns++;
                }
            }
        }
        return columns == COLUMNS.size();
    }

    private ScheduledJobs read() throws SQLException {
        run("cron-access");
        if (readable) {
            run("cron-jobs");
        }
        return new ScheduledJobs(
                !readable ? ScheduledJobs.Sight.NONE : filtered ? ScheduledJobs.Sight.OWN : ScheduledJobs.Sight.ALL,
                jobs);
    }

    private void run(String query) throws SQLException {
        CatalogQueries queries = new CatalogQueries(connection);
        queries.add(query);
        queries.run(this);
    }

    @Override
    public void accept(String query, Row row) throws SQLException {
        if (query.equals("cron-access")) {
            readable = row.flag();
            filtered = row.flag();
        } else {
            jobs.add(new ScheduledJob(row.number(), row.textIfAny(), row.text(), row.name(), row.flag()));
        }
    }
}
