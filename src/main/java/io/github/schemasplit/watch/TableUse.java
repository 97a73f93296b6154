package io.github.schemasplit.watch;

import io.github.schemasplit.catalog.TableStatistics;

/**
 * What a table went through in a time.
 *
 * @param sequentialScans how often it was read from one end to the other
 * @param sequentialRows how many rows such scans read
 * @param indexScans how often an index of it was scanned
 * @param indexRows how many rows such scans fetched
 * @param written how many rows were inserted, updated and deleted
 */
public record TableUse(long sequentialScans, long sequentialRows, long indexScans, long indexRows, long written) {
    static final TableUse NONE = new TableUse(0, 0, 0, 0, 0);

    static TableUse of(TableStatistics table) {
        return new TableUse(
                table.sequentialScans(),
                table.sequentialRows(),
                table.indexScans(),
                table.indexRows(),
                table.written());
    }

    /** What came since; all of it where less is counted now than was then, since the server counts the table anew. */
    TableUse since(TableUse earlier) {
        boolean anew = sequentialScans < earlier.sequentialScans
                || sequentialRows < earlier.sequentialRows
                || indexScans < earlier.indexScans
                || indexRows < earlier.indexRows
                || written < earlier.written;
        return anew
                ? this
                : new TableUse(
                        sequentialScans - earlier.sequentialScans,
                        sequentialRows - earlier.sequentialRows,
                        indexScans - earlier.indexScans,
                        indexRows - earlier.indexRows,
                        written - earlier.written);
    }
}
