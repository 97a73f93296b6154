package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Whatever things are called and whatever is said of them, a dictionary shows it and does nothing else. */
class HostileDictionaryTest {
    private static final String IMAGE = "<img src=x onerror=alert(1)>";
    private static final List<String> NAMES = List.of(
            IMAGE,
            "a | b",
            "`code`",
            "``` end",
            "](javascript:alert(1))",
            "![x](http://evil.example/x.png)",
            "a\nb",
            "\"]; click n1 \"javascript:alert(1)\"",
            "%%{init: {}}%%",
            "--> n2",
            "end",
            "pk",
            "#35;",
            "&lt;b&gt;",
            "\\",
            "*bold* _it_ ~~x~~ $x$",
            " blank ",
            "a\u202Eb",
            "größe",
            "\uD83D\uDE00");
    private static final List<String> SCHEMAS =
            List.of("../../etc/passwd", "Shop", "shop", "con", "readme", "index", "a/b", "...", IMAGE, "a\nb", "-->");
    private static final List<String> COMMENTS = List.of(
            "</script><script>alert(1)</script>",
            "- a list\r\n- of two",
            "1. one",
            "    <b>code</b>\n\n# Heading\n---\n| a | b |",
            "see http://evil.example, www.evil.example and mailto:a@evil.example",
            "```mermaid\nflowchart\n```",
            "--> <!-- comment",
            "<details open ontoggle=alert(1)>");

    @TempDir
    private Path folder;

    @PostgresTest
    void namesAndCommentsAreShownAndAreNoMarkup(TestDatabase database) throws Exception {
        StringBuilder yaml = new StringBuilder("unmapped: keep\nschemas:\n");
        for (int s = 0; s < SCHEMAS.size(); s++) {
            load(database, SCHEMAS.get(s), s);
            yaml.append("  ").append(json(SCHEMAS.get(s))).append(":\n    purpose: ");
            yaml.append(json(COMMENTS.get(s % COMMENTS.size())))
                    .append("\n    tables: [t")
                    .append(s)
                    .append("]\n");
        }
        ParsedMapping parsed = MappingParser.parse(MappingSources.of(YamlMappingReader.read(yaml.toString(), "m.yml")));
        assertThat(parsed.problems()).isEmpty();
        Mapping mapping = parsed.mapping().orElseThrow();
        Document document =
                new Document(Goals.on(database, folder.resolve("out")).workplace(), ChangeListener.NONE);
        Path docs = folder.resolve("docs");

        document.run(mapping, docs);

        assertThat(document.check(mapping, docs, "docs")).isEmpty();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files)
                .hasSize(2 * (SCHEMAS.size() + 2))
                .allMatch(f -> f.getParent().equals(docs));
        assertThat(files)
                .extracting(f -> f.getFileName().toString().toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
        StringBuilder shown = new StringBuilder();
        for (Path file : files) {
            String name = file.getFileName().toString();
            assertThat(name).matches("README\\.md|[a-z][a-z0-9_-]*\\.(md|html)").doesNotMatch("con\\..*");
            String text = Files.readString(file);
            String read = name.endsWith(".md") ? markdown(text) : html(text);
            if (name.contains("shop")) {
                assertThat(NAMES)
                        .as(name)
                        .allMatch(n -> read.contains(shown(Identifier.of(n).sql())))
                        .allMatch(
                                n -> read.contains(shown(Identifier.of("i " + n).sql())))
                        .allMatch(n -> read.contains(
                                shown("CREATE TRIGGER " + Identifier.of(n).sql() + " BEFORE INSERT ON ")));
                assertThat(COMMENTS)
                        .as(name)
                        .allMatch(c -> read.contains(
                                shown(c.strip().replace("\r\n", "\n").replace("\n", ""))));
            }
            shown.append(read);
        }
        assertThat(SCHEMAS)
                .allMatch(s -> shown.toString().contains(shown(Identifier.of(s).sql())));
    }

    private static void load(TestDatabase database, String schema, int number) {
        String name = Identifier.of(schema).sql();
        database.execute("CREATE SCHEMA " + name + "; CREATE FUNCTION " + name
                + ".f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'");
        for (int i = 0; i < NAMES.size(); i++) {
            String table = name + "." + Identifier.of(NAMES.get(i)).sql();
            String other = Identifier.of(NAMES.get((i + 1) % NAMES.size())).sql();
            String index = Identifier.of("i " + NAMES.get(i)).sql();
            String comment = "'" + COMMENTS.get(i % COMMENTS.size()).replace("'", "''") + "'";
            database.execute("CREATE TABLE " + table + " (" + other + " int PRIMARY KEY DEFAULT length(" + comment
                    + "), CONSTRAINT " + other + " CHECK (" + other + " <> 7 OR " + comment + " = '|`<b>'));"
                    + "ALTER TABLE " + table + " ADD FOREIGN KEY (" + other + ") REFERENCES " + table + ";"
                    + "COMMENT ON TABLE " + table + " IS " + comment + ";"
                    + "COMMENT ON COLUMN " + table + "." + other + " IS " + comment + ";"
                    + "CREATE POLICY " + other + " ON " + table + " USING (" + comment + " = 'x');"
                    + "COMMENT ON POLICY " + other + " ON " + table + " IS " + comment + ";"
                    + "CREATE INDEX " + index + " ON " + table + " (" + other + ") WHERE " + other + " > length("
                    + comment + ");"
                    + "COMMENT ON INDEX " + name + "." + index + " IS " + comment + ";"
                    + "CREATE TRIGGER " + other + " BEFORE INSERT ON " + table + " FOR EACH ROW WHEN (" + comment
                    + " <> '|`<b>') EXECUTE FUNCTION " + name + ".f(" + comment + ");"
                    + "COMMENT ON TRIGGER " + other + " ON " + table + " IS " + comment);
        }
        database.execute("CREATE TYPE " + name + ".e AS ENUM ('" + IMAGE + "', '|', '`'); COMMENT ON TYPE " + name
                + ".e IS '</script>'; CREATE FUNCTION " + name
                + ".\"<b>\"(\"<i>\" text DEFAULT '</script>') RETURNS int"
                + " LANGUAGE sql AS 'SELECT 1'; COMMENT ON SCHEMA " + name + " IS '" + IMAGE + number + "'");
    }

    private static String json(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> json.append(String.format("\\u%04X", c)));
        return json.append('"').toString();
    }

    /** How a name is shown, in which line ends are no text, and what turns the writing direction has its number. */
    private static String shown(String text) {
        return text.replace("\n", "").replace("\u202E", "\\u{202E}");
    }

    /** What a reader of Markdown shows, having looked at all that it would do. */
    private static String markdown(String text) {
        Node page = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(text);
        StringBuilder shown = new StringBuilder();
        List<Integer> cells = new ArrayList<>();
        page.accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlInline html) {
                assertThat(html.getLiteral()).matches("</?code>|<br>|<a id=\"[a-z0-9_-]+\">|</a>");
            }

            @Override
            public void visit(HtmlBlock html) {
                assertThat(html.getLiteral())
                        .isEqualTo(
                                "<!-- Written by schema:document of schema-maven-plugin, which writes it again. -->");
            }

            @Override
            public void visit(Image image) {
                throw new AssertionError(image.getDestination());
            }

            @Override
            public void visit(Link link) {
                assertThat(link.getDestination()).matches("README\\.md|([a-z0-9_-]+\\.md)?(#[a-z0-9_-]+)?");
                visitChildren(link);
            }

            @Override
            public void visit(FencedCodeBlock code) {
                assertThat(code.getInfo()).isEqualTo("mermaid");
                assertThat(code.getLiteral().lines())
                        .allMatch(line -> line.matches("flowchart LR|erDiagram"
                                + "|  n\\d+\\[\"[\\p{L}\\p{Nd} _.,()-]+\"\\]( \\{)?|    \\w+ [A-Za-z_]\\w*( [PFU]K(, [PFU]K)*)|  \\}"
                                + "|  n\\d+ -->\\|\"\\d+\"\\| n\\d+"
                                + "|  n\\d+ [|}]o--(\\|\\||o\\|) n\\d+ : \"[\\p{L}\\p{Nd} _.,()-]+\""));
            }

            @Override
            public void visit(Code code) {
                shown.append(code.getLiteral());
            }

            @Override
            public void visit(Text text) {
                shown.append(text.getLiteral());
            }

            @Override
            public void visit(HardLineBreak lineBreak) {
                throw new AssertionError("a line break");
            }

            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableRow) {
                    int count = 0;
                    for (Node cell = node.getFirstChild(); cell != null; cell = cell.getNext()) {
                        assertThat(cell).isInstanceOf(TableCell.class);
                        count++;
                    }
                    cells.add(count);
                }
                visitChildren(node);
            }
        });
        assertThat(cells).isNotEmpty();
        // A row of another number of cells would be cut, or filled up.
        assertThat(text.lines().filter(line -> line.startsWith("| ")))
                .allMatch(line -> line.endsWith(" |"))
                .hasSize(cells.size()
                        + (int) text.lines()
                                .filter(line -> line.startsWith("| ---"))
                                .count());
        assertThat(text).doesNotContain("<img", "<script", "</script", "<b>", "<details", "\u202E");
        return shown.toString();
    }

    private static String html(String text) throws Exception {
        Element page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes("UTF-8")))
                .getDocumentElement();
        NodeList elements = page.getElementsByTagName("*");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            names.add(element.getTagName());
            for (int a = 0; a < element.getAttributes().getLength(); a++) {
                assertThat(element.getAttributes().item(a).getNodeName())
                        .doesNotStartWith("on")
                        .isNotIn("src", "style");
            }
            assertThat(element.getAttribute("href")).matches("([a-z0-9_-]+\\.html)?(#[a-z0-9_-]+)?");
        }
        assertThat(names)
                .containsOnlyOnce("script", "style")
                .doesNotContain("img", "b", "i", "details", "link", "iframe", "base");
        assertThat(text).contains("Content-Security-Policy").doesNotContain("<img");
        return page.getElementsByTagName("main").item(0).getTextContent().replace("\n", "");
    }
}
