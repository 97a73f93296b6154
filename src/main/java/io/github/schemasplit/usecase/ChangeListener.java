package io.github.schemasplit.usecase;

/** Is told how a goal makes its way. */
@FunctionalInterface
public interface ChangeListener {
    /** Listens to nothing. */
    ChangeListener NONE = event -> {};

    /** Called on the goal's thread, which waits for it. */
    void on(Event event);
}
