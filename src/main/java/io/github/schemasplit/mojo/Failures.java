package io.github.schemasplit.mojo;

import io.github.schemasplit.jdbc.ConnectionFailedException;
import org.apache.maven.plugin.MojoExecutionException;

/** What is broken, as Maven tells it: the message says what to do next, the cause is kept for {@code -e}. */
final class Failures {
    private Failures() {}

    static MojoExecutionException of(RuntimeException e) {
        String message = e.getMessage();
        if (message != null && e instanceof ConnectionFailedException) {
            // Maven puts the messages of causes behind this one, which says it all: the driver's words would stand
            // there twice.
            MojoExecutionException failure = new MojoExecutionException(message);
            failure.addSuppressed(e);
            return failure;
        }
        return new MojoExecutionException(message == null ? "An error in the plugin itself: see -e" : message, e);
    }
}
