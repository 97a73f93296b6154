package io.github.schemasplit.report;

import io.github.schemasplit.dictionary.Block;
import io.github.schemasplit.dictionary.Line;
import io.github.schemasplit.dictionary.Page;
import io.github.schemasplit.dictionary.Span;
import io.github.schemasplit.report.HtmlPage.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A page of a data dictionary in HTML, for who has no reader of Markdown; diagrams, which need a script of others, are left out. */
public final class DictionaryHtml {
    private static final String END = ".html";

    private final Html html;

    private final Page page;

    private DictionaryHtml(Html html, Page page) {
        this.html = html;
        this.page = page;
    }

    public static DictionaryFile file(Page page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            HtmlPage.write(
                    out,
                    plain(page.title()),
                    DictionaryFile.GENERATOR,
                    html -> new DictionaryHtml(html, page).content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DictionaryFile(page.file() + END, out.toString(StandardCharsets.UTF_8));
    }

    private static String plain(Line line) {
        return line.spans().stream().map(DictionaryHtml::plain).collect(Collectors.joining());
    }

    private static String plain(Span span) {
        if (span instanceof Span.Code code) {
            return code.text();
        }
        return span instanceof Span.Link link ? plain(link.label()) : ((Span.Text) span).text();
    }

    private void content() {
        List<Block.Heading> parts = page.blocks().stream()
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .filter(heading -> heading.level() == 2)
                .toList();
        if (parts.size() > 1) {
            html.element(
                    "nav",
                    () -> html.element(
                            "ul",
                            () -> parts.forEach(part -> html.element(
                                    "li", () -> html.element("a", plain(part.line()), "href", "#" + part.anchor())))));
        }
        page.blocks().forEach(this::block);
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            html.element("h" + heading.level(), () -> line(heading.line()), "id", heading.anchor());
        } else if (block instanceof Block.Paragraph paragraph) {
            html.element("p", () -> line(paragraph.line()));
        } else if (block instanceof Block.Table table) {
            HtmlPage.table(
                    html,
                    plain(table.caption()),
                    table.columns().stream().map(Column::of).toList(),
                    () -> table.rows().forEach(this::row));
        }
    }

    private void row(List<Line> cells) {
        html.element("tr", () -> {
            html.element("th", () -> line(cells.get(0)), "scope", "row");
            cells.stream().skip(1).forEach(cell -> html.element("td", () -> line(cell)));
        });
    }

    private void line(Line line) {
        line.spans().forEach(this::span);
    }

    private void span(Span span) {
        if (span instanceof Span.Code code) {
            html.element("code", code.text());
        } else if (span instanceof Span.Link link) {
            String file = link.file().equals(page.file()) && !link.anchor().isEmpty() ? "" : link.file() + END;
            String anchor = link.anchor().isEmpty() ? "" : "#" + link.anchor();
            html.element("a", () -> span(link.label()), "href", file + anchor);
        } else if (span instanceof Span.Text text) {
            String[] lines = text.text().replace("\r\n", "\n").split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    html.empty("br");
                }
                html.text(lines[i]);
            }
        }
    }
}
