package io.github.schemasplit.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.schemasplit.jdbc.ConnectionFailedException;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.jdbc.DatabaseUrl;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.exception.DefaultExceptionHandler;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** What Maven prints of a failure. */
class FailuresTest {
    @PostgresTest
    void saysOnceWhyThereIsNoConnection(TestDatabase database) {
        String url = "postgresql://postgres@localhost:" + database.server().port() + "/no_such_database";
        assertSaidOnce(failure(url));
    }

    @Test
    void saysOnceThatNothingListens() {
        assertSaidOnce(failure("postgresql://u@localhost:1/d"));
    }

    @Test
    void keepsTheCauseOfWhatIsBroken() {
        IllegalStateException broken = new IllegalStateException("broken", new IllegalArgumentException("by this"));
        assertThat(printed(Failures.of(broken))).isEqualTo("broken: by this");
    }

    private static void assertSaidOnce(ConnectionFailedException e) {
        MojoExecutionException failure = Failures.of(e);
        assertThat(printed(failure)).isEqualTo(e.getMessage());
        // For the stack trace of -e.
        assertThat(failure.getSuppressed()).containsExactly(e);
    }

    private static String printed(MojoExecutionException failure) {
        return new DefaultExceptionHandler().handleException(failure).getMessage();
    }

    private static ConnectionFailedException failure(String url) {
        ConnectionSettings settings =
                ConnectionSettings.of(Optional.of(new DatabaseUrl(url)), Optional.empty(), Optional.empty(), Map.of());
        return catchThrowableOfType(ConnectionFailedException.class, () -> Connector.connect(settings));
    }
}
