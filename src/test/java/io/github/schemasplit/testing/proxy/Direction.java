package io.github.schemasplit.testing.proxy;

/** The way that a message goes. */
public enum Direction {
    TO_SERVER,
    TO_CLIENT
}
