package io.github.schemasplit.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages and README say the same of each hazard as the code. */
class HazardPagesTest {
    private static final Path SITE = Path.of("src/site/markdown");

    @Test
    void everyPageIsOfAHazard() throws IOException {
        try (Stream<Path> pages = Files.list(SITE.resolve("hazards"))) {
            assertThat(pages.map(page -> SITE.relativize(page).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(HazardId.values()).map(HazardId::page).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyHazardHasItsPage(HazardId id) throws IOException {
        String page = Files.readString(SITE.resolve(id.page()));
        assertThat(page).startsWith("# " + id + "\n\nSeverity: " + severity(id) + ".\n\n" + id.explanation() + "\n\n");
        assertThat(page.lines().filter(line -> line.startsWith("## ")))
                .containsExactly(
                        "## What happens",
                        "## Who notices",
                        "## How to see it beforehand",
                        "## What to do",
                        "## How to allow it");
        assertThat(page.contains("schema.allowHazards=" + id)).isEqualTo(id.severity() == HazardSeverity.SEVERE);
    }

    @Test
    void theReadmeHasThemAll() throws IOException {
        List<String> rows = Arrays.stream(HazardId.values())
                .map(id -> "| [`" + id + "`](" + SITE.toString().replace('\\', '/') + "/" + id.page() + ") | "
                        + severity(id) + " | " + id.explanation() + " |")
                .toList();
        assertThat(Files.readAllLines(Path.of("README.md")).stream().filter(line -> line.startsWith("| [`")))
                .containsExactlyElementsOf(rows);
    }

    private static String severity(HazardId id) {
        return id.severity()
                + id.easedBy().stream()
                        .map(kept -> "; NOTICE with `compatibility: "
                                + kept.name().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
                        .collect(Collectors.joining());
    }
}
