package io.github.schemasplit.report;

import io.github.schemasplit.watch.Comparison;
import java.time.Instant;
import java.util.UUID;

/**
 * What ran before a migration against what runs since.
 *
 * @param number the place of the migration in the journal's history, from 1
 * @param entry its first entry in the journal
 * @param appliedAt when that was made
 * @param exact whether it is known what had been counted right before it; else what had been some time earlier stands for that
 * @param takenBack whether it was taken back, which is where the time after it ends
 * @param comparison what was found
 */
public record ComparisonReport(
        int number, UUID entry, Instant appliedAt, boolean exact, boolean takenBack, Comparison comparison) {}
