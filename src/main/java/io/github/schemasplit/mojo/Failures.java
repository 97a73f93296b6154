package io.github.schemasplit.mojo;

import org.apache.maven.plugin.MojoExecutionException;

/** What is broken, as Maven tells it: the message says what to do next, the cause is kept for {@code -e}. */
final class Failures {
    private Failures() {}

    static MojoExecutionException of(RuntimeException e) {
        String message = e.getMessage();
        return new MojoExecutionException(message == null ? "An error in the plugin itself: see -e" : message, e);
    }
}
