package io.github.schemasplit.usecase;

/** Is told how a goal makes its way. */
@FunctionalInterface
public interface ChangeListener {
    /** Listens to nothing. */
    ChangeListener NONE = event -> {};

    /** Called on the goal's thread, which waits for it. */
    void on(Event event);

    /** Whether it wants to be told of the locks that each statement of a change takes, at the price of the change's taking longer. */
    default boolean watchesLocks() {
        return false;
    }
}
