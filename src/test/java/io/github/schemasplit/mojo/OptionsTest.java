package io.github.schemasplit.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.schemasplit.hazard.HazardId;
import io.github.schemasplit.staging.InitPreset;
import io.github.schemasplit.usecase.FindingsFiles;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();

    @Test
    void anEmptyValueOnTheCommandLineIsAnError() {
        request.getUserProperties().setProperty(Property.URL, "");
        request.getUserProperties().setProperty(Property.INIT, " ");
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> options().evaluated(Property.URL, null))
                .withMessage(
                        "schema.url is empty on the command line: write -Dschema.url=… with a value, or leave it out");
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> options().list(Property.INIT, List.of("init.sql")))
                .withMessageContaining("schema.init is empty");
    }

    @Test
    void aFlagNeedsNoValue() {
        request.getUserProperties().setProperty(Property.SKIP, "");
        assertThat(options().flag(Property.SKIP, false)).isTrue();
    }

    @Test
    void theCommandLineWinsOverThePom() throws MojoExecutionException {
        assertThat(options().text(Property.USER, " ")).isEmpty();
        assertThat(options().text(Property.USER, "pom")).contains("pom");
        request.getUserProperties().setProperty(Property.USER, "me");
        assertThat(options().text(Property.USER, "pom")).contains("me");
    }

    @Test
    void formatsOfFindingsAreThoseThatThereAre() throws MojoExecutionException {
        assertThat(FindingsMojo.formats(List.of("sarif", "junit")))
                .containsExactly(FindingsFiles.Format.SARIF, FindingsFiles.Format.JUNIT);
        assertThat(FindingsMojo.formats(List.of())).isEmpty();
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> FindingsMojo.formats(List.of("junit", "xml")))
                .withMessage("schema.formats has 'xml': write sarif or junit, or both with a comma between")
                .withNoCause();
    }

    @Test
    void aChoiceIsOneOfAFew() throws MojoExecutionException {
        assertThat(options().choice(Property.FORMAT, null, "sql", "flyway")).isEqualTo("sql");
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> options().choice(Property.FORMAT, "SQL", "sql", "flyway"))
                .withMessage("schema.format is 'SQL': write sql or flyway");
    }

    @Test
    void aPresetIsOneThatThereIs() throws MojoExecutionException {
        assertThat(PresetOption.of(options(), null)).isEmpty();
        assertThat(PresetOption.of(options(), " supabase ")).contains(InitPreset.SUPABASE);
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> PresetOption.of(options(), "supabse"))
                .withMessage("schema.init.preset is 'supabse': write supabase, or leave it out");
    }

    @Test
    void hazardsAreNamedInThePomOrOnTheCommandLine() throws MojoExecutionException {
        assertThat(HazardOption.of(options(), List.of("DYNAMIC_SQL")).ids()).containsExactly(HazardId.DYNAMIC_SQL);
        request.getUserProperties().setProperty(Property.ALLOW_HAZARDS, "OLD_NAME_LOST, API_CLIENTS");
        assertThat(HazardOption.of(options(), List.of("DYNAMIC_SQL")).ids())
                .containsExactlyInAnyOrder(HazardId.OLD_NAME_LOST, HazardId.API_CLIENTS);
        request.getUserProperties().setProperty(Property.ALLOW_HAZARDS, "OLD_NAME");
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(() -> HazardOption.of(options(), null))
                .withMessageStartingWith("schema.allowHazards names no hazard with 'OLD_NAME'")
                .withMessageContaining("Write all, or one or more of OLD_NAME_LOST, COMPAT_VIEW_LIMIT, ");
    }

    /** A session as Maven makes it; there is no other way that is not deprecated, too. */
    @SuppressWarnings("deprecation")
    private Options options() {
        MavenSession session =
                new MavenSession(null, (RepositorySystemSession) null, request, new DefaultMavenExecutionResult());
        return new Options(session, new MojoExecution(new Plugin(), "analyze", "default"));
    }
}
