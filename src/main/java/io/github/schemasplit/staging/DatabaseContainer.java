package io.github.schemasplit.staging;

/** A container in which a PostgreSQL runs. Public for the class loader of {@link ContainerLibrary}, to which this package is another. */
public interface DatabaseContainer {
    /** Where its port is reached. */
    String host();

    /** The port of that host. */
    int port();

    /** Ends and removes it. */
    void stop();
}
