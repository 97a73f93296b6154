package io.github.schemasplit.verify;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.catalog.ScheduledJob;
import io.github.schemasplit.catalog.ScheduledJobs;
import io.github.schemasplit.plan.AlterJob;
import io.github.schemasplit.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands that a migration gave to jobs of pg_cron, or took from them, against those of now. */
public final class JobComparison {
    private JobComparison() {}

    /**
     * What differs.
     *
     * @param plans those of a migration, in the order in which they were carried out
     * @param now the jobs of the database; of one that is not seen among them nothing is said, unless all are seen
     */
    public static List<Finding> findings(List<Plan> plans, ScheduledJobs now, Expectation expectation) {
        Map<Long, AlterJob> expected = new LinkedHashMap<>();
        for (Plan plan : plans) {
            for (AlterJob alter : plan.jobs().toList()) {
                if (expectation == Expectation.MIGRATED) {
                    expected.put(alter.job(), alter);
                } else {
                    expected.putIfAbsent(alter.job(), alter.inverse());
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (AlterJob alter : expected.values()) {
            Optional<ScheduledJob> job = now.find(alter.job());
            if (job.isEmpty() && now.sight() == ScheduledJobs.Sight.ALL) {
                findings.add(finding(
                        expectation.gone(),
                        alter,
                        "It is gone; it was there " + expectation.moment() + ".",
                        expectation));
            } else if (job.isPresent() && !job.get().command().equals(alter.to())) {
                findings.add(finding(
                        expectation.changed(),
                        alter,
                        "Its command is not what it was " + expectation.moment() + ".",
                        expectation));
            }
        }
        return findings;
    }

    /**
     * That a migration may have given jobs other commands, of which the journal tells no more.
     *
     * @param entry its number in the journal
     */
    public static List<Finding> withoutPlan(int entry, ScheduledJobs now) {
        return now.equals(ScheduledJobs.ABSENT)
                ? List.of()
                : List.of(new Finding(
                        FindingCode.JOURNAL_NOT_COMPARABLE,
                        Severity.WARNING,
                        "journal entry " + entry,
                        "it no longer holds which commands it gave to jobs of pg_cron, being older than schema.keepFor said,"
                                + " so whether these were changed since can not be said",
                        "look at cron.job; the next migration writes an entry that can be compared",
                        Optional.empty()));
    }

    private static Finding finding(FindingCode code, AlterJob alter, String message, Expectation expectation) {
        return new Finding(code, Severity.ERROR, alter.subject(), message, expectation.remedy(), Optional.empty());
    }
}
