package io.github.schemasplit.backup;

/**
 * What is still to be done when the process is told to end before the work is done.
 *
 * @param hook does it
 */
public record AtExit(Thread hook) implements AutoCloseable {
    public static AtExit run(String name, Runnable work) {
        Thread hook = new Thread(work, name);
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: this is a part of what is done then.
        }
        return new AtExit(hook);
    }

    /** The work is done. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: it is being done.
        }
    }
}
