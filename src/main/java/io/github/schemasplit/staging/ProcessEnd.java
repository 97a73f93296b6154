package io.github.schemasplit.staging;

/** The end of the process, at which threads run that clear away what was not closed before. */
final class ProcessEnd {
    private ProcessEnd() {}

    /** Says that a thread need not run any more. */
    static void forget(Thread closeAtExit) {
        if (Thread.currentThread() == closeAtExit) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(closeAtExit);
        } catch (IllegalStateException e) {
            // the process is ending, and the hook runs already
        }
    }
}
