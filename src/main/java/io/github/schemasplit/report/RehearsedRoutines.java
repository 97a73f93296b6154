package io.github.schemasplit.report;

import java.util.List;

/**
 * What became of the routines.
 *
 * @param checked how many were checked
 * @param unchecked those that were not, or not to the end, since their owners may not use what is in them
 * @param failing those that fail after the migration and did not before
 */
public record RehearsedRoutines(int checked, List<String> unchecked, List<Failing> failing) {
    public static final RehearsedRoutines NONE = new RehearsedRoutines(0, List.of(), List.of());

    public RehearsedRoutines {
        unchecked = List.copyOf(unchecked);
        failing = List.copyOf(failing);
    }

    /**
     * @param routine the routine with its arguments
     * @param error why it fails
     */
    public record Failing(String routine, String error) {}
}
