package io.github.schemasplit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.sourcecode.MovedNames;
import io.github.schemasplit.sourcecode.ReadSources;
import io.github.schemasplit.sourcecode.Refactoring;
import io.github.schemasplit.sourcecode.SourceReference;
import io.github.schemasplit.sourcecode.Sources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class RefactorHtmlTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";
    private static final String MAPPING = """
            schemas:
              shop: {tables: [orders, "%s", "a\\u202Eb"]}
              crm: {tables: [users]}
            unmapped: keep
            """.formatted(HOSTILE);

    @TempDir
    private Path folder;

    @Test
    void hasEveryReferenceAndNothingOfTheSourcesIsMarkup() throws Exception {
        write(
                "a&\"<b>'.sql",
                "  SELECT * FROM \"" + HOSTILE + "\" -- </script><script>alert(1)</script>\r\nSELECT 1;\r\n");
        write(
                "b.sql",
                "DELETE FROM \"a\u202Eb\"; SELECT nextval('orders_id_seq');\nSELECT 1 FROM users WHERE password = 'hunter2';\n");
        write("c.js", "x=1;".repeat(1_000) + "db.query(\"SELECT * FROM orders\");" + "y=1;".repeat(1_000));
        write("db/migration/V1__a.sql", "ALTER TABLE orders ADD x int;\n");
        write("d.rs", "\"FROM orders\"");
        Refactoring refactoring = read();

        Document page = parse(page(refactoring));

        assertThat(rows(page)).containsExactlyElementsOf(expected(refactoring)).hasSize(6);
        assertThat(elements(page, "*"))
                .extracting(Element::getTagName)
                .doesNotContain("img", "b", "link", "iframe", "object", "base")
                .containsOnlyOnce("script", "style", "h1", "form");
        assertThat(attributes(page)).doesNotContain("src", "style", "onerror").noneMatch(a -> a.startsWith("on"));
        assertThat(elements(page, "code"))
                .extracting(Element::getTextContent)
                .contains("public." + HOSTILE, "public.a\\u{202E}b", "crm.users", "d.rs")
                .contains("SELECT * FROM \"" + HOSTILE + "\" -- </script><script>alert(1)</script>")
                .contains("SELECT * FROM shop.\"" + HOSTILE + "\" -- </script><script>alert(1)</script>")
                .anyMatch(code -> code.startsWith("… ") && code.endsWith(" …") && code.contains("FROM shop.orders"))
                .allMatch(code -> code.length() < 250);
        assertThat(elements(page, "h3"))
                .extracting(Element::getTextContent)
                .containsExactly("a&\"<b>'.sql", "b.sql", "c.js", "db/migration/V1__a.sql");
        assertThat(page.getDocumentElement().getTextContent())
                .contains("The line is not shown: it may hold a secret.")
                .doesNotContain("hunter2");
        assertThat(elements(page, "dd"))
                .extracting(Element::getTextContent)
                .containsExactly("4", "3", "4", "1", "1", "1");
        assertThat(elements(page, "caption"))
                .extracting(Element::getTextContent)
                .contains("To crm: 1 name", "To shop: 4 names", "What a person has to know", "References in c.js");
        assertThat(elements(page, "details")).hasSize(4).allMatch(d -> d.hasAttribute("open"));
    }

    @Test
    void letsRunNothingButItsOwnAndCanBeReadWithoutScripts() throws Exception {
        write("a.sql", "SELECT * FROM orders;");
        Document page = parse(page(read()));

        assertThat(elements(page, "meta"))
                .extracting(m -> m.getAttribute("content"))
                .contains("default-src 'none'; style-src " + hash(page, "style") + "; script-src "
                        + hash(page, "script") + "; base-uri 'none'; form-action 'none'");
        assertThat(elements(page, "form")).allMatch(f -> f.hasAttribute("hidden"));
        assertThat(elements(page, "th")).allMatch(th -> Set.of("col", "row").contains(th.getAttribute("scope")));
        assertThat(elements(page, "table")).allMatch(t -> elements(t, "caption").size() == 1);
        assertThat(elements(page, "a"))
                .extracting(a -> a.getAttribute("href"))
                .contains("refactor.patch")
                .filteredOn(href -> href.startsWith("#"))
                .allMatch(
                        href -> elements(page, "*").stream().anyMatch(e -> ("#" + e.getAttribute("id")).equals(href)));
    }

    @Test
    void isUsableWithThousandsOfReferencesAndWithNone() throws Exception {
        for (int file = 0; file < 50; file++) {
            write("f" + file + ".sql", "SELECT * FROM orders;\n".repeat(100));
        }
        byte[] page = page(read());

        assertThat(page).isEqualTo(page(read())).hasSizeLessThan(5_000_000);
        assertThat(rows(parse(page))).hasSize(5_000);
        assertThat(elements(parse(page), "details")).hasSize(50).noneMatch(d -> d.hasAttribute("open"));
        Document empty = parse(page(new Refactoring(List.of(), ReadSources.none(folder), 0, List.of(), "shop/api/")));
        assertThat(elements(empty, "form")).isEmpty();
        assertThat(empty.getDocumentElement().getTextContent())
                .contains("there is none", "shop/api/", "Nothing is left to a person.", "All files were looked at.");
    }

    private static byte[] page(Refactoring refactoring) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RefactorHtml.write(refactoring, out);
        return out.toByteArray();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Refactoring read() throws IOException {
        MovedNames names =
                new MovedNames(MappingParser.parse(MappingSources.of(YamlMappingReader.read(MAPPING, "mapping.yml")))
                        .mapping()
                        .orElseThrow());
        return new Sources(folder, names, List.of(), List.of(), folder.resolve("target")).read();
    }

    /** What each reference's row says of it, with what files are left alone last. */
    private static List<String> expected(Refactoring refactoring) {
        return refactoring.references().stream()
                .map(r -> String.join(
                        "|",
                        r.line() + ":" + r.column(),
                        r.object().replace("\u202E", "\\u{202E}") + " to " + r.target(),
                        r.kind().name().toLowerCase(Locale.ROOT),
                        r.action() == SourceReference.Action.EDIT ? "edit" : "report",
                        "true"))
                .toList();
    }

    private static List<String> rows(Document page) {
        List<String> rows = new ArrayList<>();
        for (Element row : elements(page, "tr")) {
            if (row.hasAttribute("data-kind")) {
                List<Element> cells = elements(row, "td");
                rows.add(elements(row, "th").get(0).getTextContent() + "|"
                        + cells.stream().limit(3).map(Element::getTextContent).collect(Collectors.joining("|")) + "|"
                        + !cells.get(3).getTextContent().isBlank());
            }
        }
        return rows;
    }

    private static String hash(Document page, String element) throws Exception {
        String text = elements(page, element).get(0).getTextContent();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    private static Document parse(byte[] page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(page));
    }

    private static List<String> attributes(Document page) {
        return elements(page, "*").stream()
                .flatMap(e -> IntStream.range(0, e.getAttributes().getLength())
                        .mapToObj(i -> e.getAttributes().item(i).getNodeName()))
                .distinct()
                .toList();
    }

    private static List<Element> elements(Document page, String name) {
        return elements(page.getDocumentElement(), name);
    }

    private static List<Element> elements(Element within, String name) {
        NodeList nodes = within.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
