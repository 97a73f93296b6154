package io.github.schemasplit.staging;

/** A container in which a PostgreSQL runs. */
interface DatabaseContainer {
    /** Where its port is reached. */
    String host();

    /** The port of that host. */
    int port();

    /** Ends and removes it. */
    void stop();
}
