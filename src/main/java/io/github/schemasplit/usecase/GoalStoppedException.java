package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import java.util.List;

/** That the database or the mapping says no: the goal stops, and has changed nothing. */
public final class GoalStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /**
     * @param message what, why, and what to do next
     */
    public GoalStoppedException(String message) {
        this(message, List.of());
    }

    /**
     * @param message what, and why
     * @param findings what speaks against going on, worst first
     */
    public GoalStoppedException(String message, List<Finding> findings) {
        super(message);
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
