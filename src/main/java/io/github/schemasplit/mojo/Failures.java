package io.github.schemasplit.mojo;

import io.github.schemasplit.jdbc.CommitUnknownException;
import org.apache.maven.plugin.MojoExecutionException;

/** What is broken, as Maven tells it: the message says what to do next, the cause is kept for {@code -e}. */
final class Failures {
    private Failures() {}

    static MojoExecutionException of(RuntimeException e) {
        String message = e.getMessage();
        if (e instanceof CommitUnknownException) {
            return new MojoExecutionException(message + " schema:info shows what the journal holds.", e);
        }
        return new MojoExecutionException(message == null ? "An error in the plugin itself: see -e" : message, e);
    }
}
