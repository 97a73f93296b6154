package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ReplaceObstacle;
import io.github.schemasplit.catalog.Routine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes the routines, and reads which a constant in a default hinders from being replaced, where any has one that may. */
final class ReplacementRows implements CatalogQueries.Consumer {
    private final List<Long> suspects = new ArrayList<>();
    private final Set<Long> hindered = new HashSet<>();

    /**
     * The next row's routine, with every obstacle but that.
     *
     * @throws CatalogChangedException when somebody replaced it since the transaction's snapshot, in which its body is another
     *     than in the statement that the server prints
     */
    Routine routine(Row row) throws SQLException {
        boolean suspect = row.flag();
        Routine routine = CatalogRows.routine(row);
        if (routine.definition().isPresent() && routine.definition().get().isEmpty()) {
            throw new CatalogChangedException();
        }
        if (suspect) {
            suspects.add(routine.oid());
        }
        return routine;
    }

    /**
     * Reads about the routines that were taken.
     *
     * @param objects those routines among them; what is hindered is replaced in it
     */
    void read(Connection connection, List<CatalogObject> objects) throws SQLException {
        if (suspects.isEmpty()) {
            return;
        }
        CatalogQueries queries = new CatalogQueries(connection);
        queries.add("foreign-constants", (Object) suspects.toArray(new Long[0]));
        queries.run(this);
        objects.replaceAll(object -> object instanceof Routine routine && hindered.contains(routine.oid())
                ? routine.withObstacle(ReplaceObstacle.CONSTANT)
                : object);
    }

    @Override
    public void accept(String query, Row row) throws SQLException {
        hindered.add(row.number());
    }
}
