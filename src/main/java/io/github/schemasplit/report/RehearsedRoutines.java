package io.github.schemasplit.report;

import java.util.List;

/**
 * What became of the routines.
 *
 * @param checked how many were checked
 * @param failing those that fail after the migration and did not before
 */
public record RehearsedRoutines(int checked, List<Failing> failing) {
    public static final RehearsedRoutines NONE = new RehearsedRoutines(0, List.of());

    public RehearsedRoutines {
        failing = List.copyOf(failing);
    }

    /**
     * @param routine the routine with its arguments
     * @param error why it fails
     */
    public record Failing(String routine, String error) {}
}
