package io.github.schemasplit.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes along with a change is read before anything is done, and what is no value says so without secrets. */
class ConductOptionsTest {
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();

    @TempDir
    private Path folder;

    @Test
    void aWindowIsOneOrIsAlwaysOpen() {
        assertThatCode(() -> read("Sat,Sun 22:00-04:00 Europe/Berlin", Property.SKIP, "true"))
                .doesNotThrowAnyException();
        assertThatCode(() -> read("always", Property.SKIP, "true")).doesNotThrowAnyException();
        assertThat(refused("tonight", Property.SKIP, "true"))
                .isEqualTo("schema.window is no window: 'tonight' is neither a time that comes once nor one that comes"
                        + " each week. Write it as 2026-12-01T22:00/2026-12-02T02:00 Europe/Berlin, or as Sat,Sun"
                        + " 22:00-04:00 Europe/Berlin; several with semicolons between them; or always.");
    }

    @Test
    void aWebhookThatIsNoneIsNotPrinted() {
        assertThat(refused("always", Property.NOTICE_WEBHOOK, "htps://hooks/s3cret"))
                .isEqualTo("schema.notice.webhook is no URL that begins with https:// or http:// and names a host");
    }

    @Test
    void aTemplateIsJsonOrAFile() throws Exception {
        Files.writeString(folder.resolve("body.json"), "{\"content\": \"{{text}}\"}");
        assertThatCode(() -> read("always", Property.NOTICE_TEMPLATE, "body.json"))
                .doesNotThrowAnyException();
        assertThat(refused("always", Property.NOTICE_TEMPLATE, "bodi.json"))
                .startsWith("schema.notice.template is neither JSON nor a file that can be read, ");
        assertThat(refused("always", Property.NOTICE_TEMPLATE, "{\"content\": \"{{txt}}\"}"))
                .startsWith("schema.notice.template names {{txt}}; what there is: ");
    }

    @Test
    void theJournalKeepsForDaysToo() {
        assertThatCode(() -> read("always", Property.KEEP_FOR, "90d")).doesNotThrowAnyException();
        assertThat(refused("always", Property.KEEP_FOR, "3 months"))
                .isEqualTo("schema.keepFor is '3 months', which is no length of time. Write it as 200ms, 2s, 10min, 1h"
                        + " or 90d.");
        assertThat(refused("always", Property.KEEP_FOR, "90"))
                .startsWith("schema.keepFor is '90', which is less than a day: nothing could be taken back any more.");
    }

    @Test
    void aRollbackWaitsForNobodyToMendANotice() throws Exception {
        Files.writeString(folder.resolve("body.json"), "{\"to\": \"{{schemas}}\"}");
        List<String> warnings = new ArrayList<>();
        for (String[] broken : new String[][] {
            {Property.NOTICE_WEBHOOK, "htps://hooks/s3cret"},
            {Property.NOTICE_WEBHOOK, ""},
            {Property.NOTICE_TEMPLATE, "body.json"},
            {Property.NOTICE_TEMPLATE, "bodi.json"},
            {Property.NOTICE_FILE, "a\0b"},
            {Property.KEEP_FOR, "90"}
        }) {
            refused("always", broken[0], broken[1]);
            read(Optional.empty(), ConductOptions.Broken.warns(warnings::add));
            request.getUserProperties().clear();
        }
        assertThat(warnings)
                .allMatch(w -> w.endsWith(" The goal goes on without it."))
                .noneMatch(w -> w.contains("s3cret"));
        assertThat(warnings.get(2))
                .isEqualTo(
                        "schema.notice.template has {{schemas}} in quotes, which stands for a list with quotes in it:"
                                + " write it without, as \"schemas\": {{schemas}}. The goal goes on without it.");
        assertThat(warnings)
                .extracting(w -> w.substring(0, w.indexOf(' ')))
                .containsExactly(
                        "schema.notice.webhook",
                        "schema.notice.webhook",
                        "schema.notice.template",
                        "schema.notice.template",
                        "schema.notice.file",
                        "schema.keepFor");
    }

    private String refused(String window, String property, String value) {
        return assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> read(window, property, value))
                .actual()
                .getMessage();
    }

    private ConductOptions read(String window, String property, String value) throws MojoExecutionException {
        request.getUserProperties().setProperty(property, value);
        return read(Optional.of(window), ConductOptions.Broken.STOPS);
    }

    private ConductOptions read(Optional<String> window, ConductOptions.Broken broken) throws MojoExecutionException {
        return ConductOptions.of(
                options(),
                window,
                new ConductOptions.Configured(null, null, null, false, null, true),
                folder,
                folder::resolve,
                broken);
    }

    /** A session as Maven makes it; there is no other way that is not deprecated, too. */
    @SuppressWarnings("deprecation")
    private Options options() {
        MavenSession session =
                new MavenSession(null, (RepositorySystemSession) null, request, new DefaultMavenExecutionResult());
        return new Options(session, new MojoExecution(new Plugin(), "analyze", "default"));
    }
}
