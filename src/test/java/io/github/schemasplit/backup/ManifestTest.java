package io.github.schemasplit.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.jdbc.DatabaseLocale;
import io.github.schemasplit.jdbc.DatabaseLocale.Provider;
import io.github.schemasplit.jdbc.DatabaseProperties;
import io.github.schemasplit.jdbc.DatabaseProperties.Grant;
import io.github.schemasplit.jdbc.DatabaseProperties.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
    private static final Manifest MANIFEST = new Manifest(
            Instant.parse("2026-01-01T12:00:00Z"),
            "schema-maven-plugin 1.0",
            new Manifest.Origin(Optional.of("7"), 16_384, "15.18", "16beta1"),
            new DatabaseProperties(
                    "sh\"op",
                    "me",
                    new DatabaseLocale(
                            "UTF8", "C", "en_US.UTF-8", Provider.ICU, Optional.of("de"), Optional.of("&a < b")),
                    -1,
                    "fast disk",
                    Optional.empty(),
                    List.of(
                            new Setting(Optional.empty(), "search_path=a, b"),
                            new Setting(Optional.of("me"), "work_mem=1MB")),
                    List.of(new Grant(Optional.empty(), "CONNECT", false)),
                    List.of(new Grant(Optional.of("me"), "USAGE", true))),
            new Manifest.Archive("shop.dump", DumpFormat.CUSTOM, 5, "ab", 3),
            true,
            Optional.of("shop"),
            List.of("me"),
            new TreeMap<>(Map.of("table shop.\"Ä\n\"", "ef", "table shop.b", "01")),
            new TreeMap<>(Map.of("shop.b", 3L)),
            new TreeMap<>(Map.of("shop.\"s\"", -4L)),
            7,
            List.of(
                    new ArchiveItem("1; 2 3 TABLE shop b me", Optional.of("table shop.b"), true, List.of()),
                    new ArchiveItem("2; 0 0 COMMENT", Optional.empty(), true, List.of("table shop.b"))),
            List.of("a warning"));

    @TempDir
    private Path directory;

    @Test
    void isReadAsItWasWritten() throws IOException {
        assertThat(read(ManifestWriter.write(MANIFEST))).isEqualTo(MANIFEST);
        assertThat(MANIFEST.origin().programMajor()).isEqualTo(16);
        assertThatThrownBy(() -> ManifestReader.read(directory.resolve("none.json")))
                .hasMessageContaining("There is no manifest ")
                .hasMessageContaining("schema:backup");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "format" : 1         | "format" : 2                   | which a newer version of this plugin wrote
                    "format" : 1         | "format" : "1"                 | is not a manifest of schema:backup
                    "data" : true        | "data" : "true"                | data is neither true nor false
                    "data" : true,       | ``                             | data is missing
                    "data" : true        | "data" : true, "more" : 1      | more is not known
                    "data" : true        | "data" : true, "data" : true   | is not JSON: Duplicate field 'data' (line
                    "bytes" : 5          | "bytes" : -5                   | archive.bytes is not a number
                    "shop.b" : 3         | "shop.b" : 3.5                 | rows.shop.b is not a number
                    : -4                 | : "4"                          | sequences.shop."s" is not a number
                    "largeObjects" : 7   | "largeObjects" : -7            | largeObjects is not a number
                    "table shop.b" : "01" | "table shop.b" : "02"         | it was changed after it was written
                    "shop.dump"          | "../shop.dump"                 | archive.file is not the name of a file beside it
                    "custom"             | "tar"                          | archive.format is 'tar'
                    "CONNECT"            | "CONNECT; DROP"                | database.privileges[0].privilege is 'CONNECT; DROP'
                    "15.18"              | "new"                          | origin.serverVersion is 'new', which is not a version
                    : "icu"              | : "ICU; DROP"                  | database.localeProvider is 'ICU; DROP' and not one of [libc, icu, builtin]
                    "tablespace"         | "place"                        | database.tablespace is missing
                    2026-01-01T12        | 2026-01-01X12                  | which is no moment
                    "own" : true         | "own" : 1                      | selection[0].own is neither true nor false
                    "role" : "me"        | "rule" : "me"                  | database.settings[1].role is missing
                    "a warning"          | 7                              | warnings[0] is not a text
                    "roles" : [          | "roles" : { "a" : [            | is not JSON
                    """)
    void thatWasEditedIsRefused(String part, String other, String said) throws IOException {
        String text = ManifestWriter.write(MANIFEST);
        assertThat(text).contains(part);
        int at = text.indexOf(part);
        String edited = text.substring(0, at) + other + text.substring(at + part.length());
        assertThatThrownBy(() -> read(edited))
                .isInstanceOf(BackupFileException.class)
                .hasMessageContaining(said)
                .hasMessageContaining("manifest.json");
    }

    private Manifest read(String text) throws IOException {
        return ManifestReader.read(Files.writeString(directory.resolve("manifest.json"), text));
    }
}
