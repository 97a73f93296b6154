package io.github.schemasplit.jdbc;

import io.github.schemasplit.plan.Plan;

/**
 * What is to be made of a database, in one transaction.
 *
 * @param plan the operations
 * @param read the catalog that the plan was made on
 * @param entry what the journal is to tell of it
 */
public record Change(Plan plan, GuardedSnapshot read, JournalDraft entry) {}
