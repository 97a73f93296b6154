package io.github.schemasplit.jdbc;

import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.QualifiedName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * For how long a relation was shut to others.
 *
 * @param relation the relation, by its name before
 * @param time from asking for its lock to the end of the transaction
 */
public record Shut(QualifiedName relation, Duration time) {
    /** The setting in which the block leaves the seconds since each lock was asked for, separated by blanks. */
    static final String SETTING = "schemasplit.shut";

    /** What the setting says of a plan's operations. */
    static List<Shut> of(Plan plan, String setting) {
        String[] seconds = setting.isEmpty() ? new String[0] : setting.split(" ");
        List<Shut> times = new ArrayList<>();
        for (Operation operation : plan.operations()) {
            Optional<QualifiedName> locked = operation.lockedRelation();
            if (locked.isPresent()) {
                double took = Double.parseDouble(seconds[times.size()]);
                times.add(new Shut(locked.get(), Duration.ofNanos(Math.round(took * 1e9))));
            }
        }
        return times;
    }
}
