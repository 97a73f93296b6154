package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.QualifiedName;

/**
 * What the server counted of a table since its statistics began.
 *
 * @param oid its OID, which it keeps wherever it goes
 * @param table its name
 * @param sequentialScans how often it was read from one end to the other
 * @param sequentialRows how many rows such scans read
 * @param indexScans how often an index of it was scanned
 * @param indexRows how many rows such scans fetched
 * @param written how many rows were inserted, updated and deleted
 */
public record TableStatistics(
        long oid,
        QualifiedName table,
        long sequentialScans,
        long sequentialRows,
        long indexScans,
        long indexRows,
        long written) {}
