package io.github.schemasplit.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.YamlMappingReader;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** The pages of {@code mvn site}. */
class SitePagesTest {
    private static final Path SITE = Path.of("src/site");
    private static final Path PAGES = SITE.resolve("markdown");
    private static final Path CODES = Path.of("src/main/java/io/github/schemasplit/analysis/FindingCode.java");
    private static final Path MOJOS = Path.of("src/main/java/io/github/schemasplit/mojo");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+?)(#[^)]*)?\\)");
    private static final Pattern ITEM = Pattern.compile("href=\"([^\"]+)\\.html\"");
    private static final Pattern CODE = Pattern.compile("/\\*\\* (.*?) \\*/\\s+([A-Z_]+)(?=[,;}\\s])", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PROPERTY = Pattern.compile("\\bschema\\.[a-zA-Z.]+\\b(?=[=`'])");
    private static final Pattern GOAL = Pattern.compile("\\bschema:([a-z]+)");
    private static final Pattern MOJO = Pattern.compile("@Mojo\\(name = \"(\\w+)\"");

    @Test
    void everyPageIsReachedAndEveryLinkLeadsToOne() throws IOException {
        Set<Path> reached = new HashSet<>();
        List<Path> next = new ArrayList<>();
        Matcher items = ITEM.matcher(Files.readString(SITE.resolve("site.xml")));
        while (items.find()) {
            // Maven makes that page.
            if (!items.group(1).equals("plugin-info")) {
                next.add(PAGES.resolve(items.group(1) + ".md"));
            }
        }
        while (!next.isEmpty()) {
            Path page = next.remove(0);
            assertThat(page).exists();
            if (reached.add(page)) {
                Matcher links = LINK.matcher(Files.readString(page));
                while (links.find()) {
                    if (links.group(1).endsWith(".md") && !links.group(1).contains("://")) {
                        next.add(page.resolveSibling(links.group(1)).normalize());
                    }
                }
            }
        }
        try (Stream<Path> pages = Files.walk(PAGES)) {
            assertThat(reached).containsAll(pages.filter(Files::isRegularFile).toList());
        }
    }

    @Test
    void everyFindingIsExplained() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Findings

                What the codes of findings mean. Each finding says what it is about and what to do next; its page says more, with an example. On
                the console what is only worth knowing (INFO) is told by its code alone; the reports have all of each.

                | code | meaning |
                | --- | --- |
                """);
        Matcher codes = CODE.matcher(Files.readString(CODES).split("enum FindingCode", 2)[1]);
        Set<String> found = new TreeSet<>();
        while (codes.find()) {
            String meaning =
                    codes.group(1).replaceAll("\\s*\n\\s*\\*\\s*", " ").replaceAll("\\{@code ([^}]*)}", "`$1`");
            String code = codes.group(2);
            page.append("| [`" + code + "`](findings/" + code + ".md) | " + meaning + " |\n");
            found.add(code);
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(FindingCode.values()).map(Enum::name).toList());
        Path file = PAGES.resolve("findings.md");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, page);
        }
        assertThat(file).hasContent(page.toString());
    }

    @Test
    void whatIsToBeCopiedIsWellFormedAndNamesPropertiesAndGoalsThatThereAre() throws Exception {
        Set<String> properties = new HashSet<>();
        for (Field field : Property.class.getDeclaredFields()) {
            if (field.getType() == String.class) {
                properties.add((String) field.get(null));
            }
        }
        Set<String> goals = goals();
        int seen = 0;
        List<Path> pages = new ArrayList<>(Stream.of("index.md", "usage.md", "examples.md", "faq.md")
                .map(PAGES::resolve)
                .toList());
        try (Stream<Path> findings = Files.list(PAGES.resolve("findings"))) {
            pages.addAll(findings.toList());
        }
        for (Path file : pages) {
            String page = Files.readString(file);
            Matcher fences = FENCE.matcher(page);
            while (fences.find()) {
                seen++;
                if (fences.group(1).equals("xml")) {
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(fences.group(2))));
                } else if (fences.group(1).equals("yaml")) {
                    assertThat(new YAMLMapper().readTree(fences.group(2)).isObject())
                            .as(fences.group(2))
                            .isTrue();
                    if (file.getParent().endsWith("findings") && fences.group(2).contains("schemas:")) {
                        assertThat(MappingParser.parse(MappingSources.of(
                                                YamlMappingReader.read(fences.group(2), file.toString())))
                                        .problems())
                                .isEmpty();
                    }
                } else if (fences.group(1).equals("json")) {
                    assertThat(new ObjectMapper().readTree(fences.group(2)).isObject())
                            .isTrue();
                }
            }
            Matcher named = PROPERTY.matcher(page);
            while (named.find()) {
                assertThat(properties).as(file.toString()).contains(named.group());
            }
            Matcher goal = GOAL.matcher(page);
            while (goal.find()) {
                assertThat(goals).as(file.toString()).contains(goal.group(1));
            }
        }
        assertThat(seen).isGreaterThan(100);
    }

    private static Set<String> goals() throws IOException {
        Set<String> goals = new HashSet<>(Set.of("help"));
        try (Stream<Path> mojos = Files.list(MOJOS)) {
            for (Path mojo : mojos.toList()) {
                Matcher name = MOJO.matcher(Files.readString(mojo));
                if (name.find()) {
                    goals.add(name.group(1));
                }
            }
        }
        return goals;
    }
}
