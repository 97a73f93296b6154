package io.github.schemasplit.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each finding has its page, which says of it what the code says. */
class FindingPagesTest {
    private static final Path PAGES = Path.of("src/site/markdown/findings");
    private static final Path MAIN = Path.of("src/main/java/io/github/schemasplit");
    private static final List<String> RAISING = List.of("analysis", "usecase", "verify");
    private static final List<String> WRITING = List.of("analysis", "usecase", "verify", "mapping");

    /** Where all that is unclear is a name that is put together, the finding is that hazard instead. */
    private static final Map<FindingCode, HazardId> BESIDES =
            Map.of(FindingCode.ROUTINE_NEEDS_A_PERSON, HazardId.DYNAMIC_SQL);

    private static final Pattern LINK = Pattern.compile("\\[(\\w+)]\\(\\.\\./hazards/(\\w+)\\.md\\)");
    private static final Pattern SEVERITY = Pattern.compile("\\b(ERROR|WARNING|INFO)\\b");
    private static final Pattern SEVERITY_CONSTANT = Pattern.compile("\\bSeverity\\.(ERROR|WARNING|INFO)\\b");
    private static final Pattern EXAMPLE =
            Pattern.compile("## Example\\n```text\\n((?:ERROR|WARNING|INFO)) (\\w+) (.+)\\n  → (.+)\\n```\\n$");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    private static final Map<String, String> SOURCES = sources(RAISING);
    private static final Set<String> LITERALS = literals();

    private static Map<String, String> sources(List<String> packages) {
        Map<String, String> sources = new TreeMap<>();
        for (String name : packages) {
            try (Stream<Path> files = Files.list(MAIN.resolve(name))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    String type = file.getFileName().toString().replace(".java", "");
                    if (!type.equals("FindingCode") && !type.equals("RunbookTopic")) {
                        sources.put(type, Files.readString(file));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    /** The classes that name a finding's code, and those that have these make it as severe as they say. */
    private static List<String> raising(FindingCode code) {
        Set<String> types = new TreeSet<>();
        SOURCES.forEach((type, text) -> {
            if (Pattern.compile("FindingCode\\." + code + "\\b").matcher(text).find()) {
                types.add(type);
            }
        });
        // Kinds that others name by what they expect.
        if (types.contains("Expectation")) {
            types.addAll(List.of("JobComparison", "StateComparison"));
        }
        for (String type : List.copyOf(types)) {
            SOURCES.forEach((other, text) -> {
                if (text.contains(type + ".findings(texts, Severity.")) {
                    types.add(other);
                }
            });
        }
        List<String> texts = new ArrayList<>();
        types.forEach(type -> texts.add(SOURCES.getOrDefault(type, "")));
        assertThat(texts).isNotEmpty();
        return texts;
    }

    private static String page(FindingCode code) throws IOException {
        return Files.readString(PAGES.resolve(code + ".md"));
    }

    private static Set<Severity> severities(String text, Pattern pattern) {
        Set<Severity> severities = EnumSet.noneOf(Severity.class);
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            severities.add(Severity.valueOf(matcher.group(1)));
        }
        return severities;
    }

    private static String severityLine(FindingCode code) throws IOException {
        return page(code).lines().skip(2).findFirst().orElseThrow();
    }

    @Test
    void everyPageIsOfAFinding() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(FindingCode.values())
                            .map(code -> code + ".md")
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFindingHasItsPage(FindingCode code) throws IOException {
        String meaning = Files.readAllLines(PAGES.resolveSibling("findings.md")).stream()
                .filter(row -> row.startsWith("| [`" + code + "`]"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("^[^)]*\\) \\| ", "")
                .replaceFirst(" \\|$", "");
        String page = page(code);
        assertThat(page).startsWith("# " + code + "\n\nSeverity: ").contains(".\n\n" + meaning + "\n\n## ");
        assertThat(page.lines().filter(line -> line.startsWith("#")))
                .containsExactly(
                        "# " + code,
                        "## Where it is reported",
                        "## What happens",
                        "## What to do",
                        "## Hazard",
                        "## Example");
        assertThat(page.lines()).hasSizeBetween(12, 35);
    }

    /** Those that are said beside the code are on the page; where others are not ruled out, no more than what its class says at all. */
    @ParameterizedTest
    @EnumSource
    void theSeveritiesAreThoseOfTheCode(FindingCode code) throws IOException {
        Set<Severity> certain = EnumSet.noneOf(Severity.class);
        Set<Severity> possible = EnumSet.noneOf(Severity.class);
        for (String text : raising(code)) {
            int said = 0;
            Matcher made =
                    Pattern.compile("\\(\\s*FindingCode\\." + code + ",\\s*").matcher(text);
            while (made.find()) {
                Set<Severity> beside = severities(argument(text, made.end()), SEVERITY_CONSTANT);
                certain.addAll(beside);
                said += beside.isEmpty() ? 0 : 1;
            }
            if (text.contains(".with(") || said == 0 || said < text.split("FindingCode\\." + code + "\\b").length - 1) {
                possible.addAll(severities(text, SEVERITY_CONSTANT));
            }
        }
        possible.addAll(certain);
        assertThat(severities(severityLine(code), SEVERITY))
                .isNotEmpty()
                .containsAll(certain)
                .isSubsetOf(possible);
    }

    /** An argument of a call, from its first character on. */
    private static String argument(String text, int from) {
        int depth = 0;
        int at = from;
        while (depth > 0 || ",)".indexOf(text.charAt(at)) < 0) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            at++;
        }
        return text.substring(from, at);
    }

    @ParameterizedTest
    @EnumSource
    void theHazardsAreThoseOfTheCode(FindingCode code) throws IOException {
        String section = page(code).split("## Hazard\n")[1].split("\n## ")[0];
        Matcher links = LINK.matcher(section);
        List<HazardId> linked = new ArrayList<>();
        while (links.find()) {
            assertThat(links.group(1)).isEqualTo(links.group(2));
            linked.add(HazardId.valueOf(links.group(1)));
        }
        assertThat(linked)
                .containsExactlyElementsOf(
                        Stream.concat(FindingHazards.of(code).stream(), Stream.ofNullable(BESIDES.get(code)))
                                .toList());
        for (HazardId id : linked) {
            assertThat(section.contains("schema.allowHazards=" + id)).isEqualTo(id.severity() == HazardSeverity.SEVERE);
            assertThat(Files.readString(PAGES.resolveSibling(id.page())))
                    .contains("[`" + code + "`](../findings/" + code + ".md)");
        }
        assertThat(section.startsWith("None")).isEqualTo(linked.isEmpty());
    }

    /** The example is one that the present code can print: of its severity, and of words that are in it. */
    @ParameterizedTest
    @EnumSource
    void theExampleIsOfTheFinding(FindingCode code) throws IOException {
        Matcher example = EXAMPLE.matcher(page(code));
        assertThat(example.find()).isTrue();
        assertThat(example.group(2)).isEqualTo(code.name());
        assertThat(severities(severityLine(code), SEVERITY)).contains(Severity.valueOf(example.group(1)));
        assertThat(words(example.group(3))).as(example.group(3)).isGreaterThanOrEqualTo(12);
        assertThat(words(example.group(4))).as(example.group(4)).isPositive();
    }

    /** The length of the longest constant of the code that is in a text. */
    private static int words(String text) {
        return LITERALS.stream()
                .filter(text::contains)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static Set<String> literals() {
        Set<String> literals = new TreeSet<>();
        for (String source : sources(WRITING).values()) {
            Matcher literal = LITERAL.matcher(source.replaceAll("\"\\s*\\+\\s*\"", ""));
            while (literal.find()) {
                literals.add(literal.group(1).replace("\\\"", "\""));
            }
        }
        return literals;
    }
}
