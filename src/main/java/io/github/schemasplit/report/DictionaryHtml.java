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
import java.util.ArrayList;
import java.util.List;

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
        StringBuilder plain = new StringBuilder();
        for (Span span : line.spans()) {
            plain.append(plain(span));
        }
        return plain.toString();
    }

    private static String plain(Span span) {
        if (span instanceof Span.Code code) {
            return code.text();
        }
        return span instanceof Span.Link link ? plain(link.label()) : ((Span.Text) span).text();
    }

    private void content() {
        List<Block.Heading> parts = new ArrayList<>();
        for (Block block : page.blocks()) {
            if (block instanceof Block.Heading heading && heading.level() == 2) {
                parts.add(heading);
            }
        }
        if (parts.size() > 1) {
            html.begin("nav").begin("ul");
            for (Block.Heading part : parts) {
                html.begin("li")
                        .element("a", plain(part.line()), "href", "#" + part.anchor())
                        .end();
            }
            html.end().end();
        }
        for (Block block : page.blocks()) {
            block(block);
        }
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            html.begin("h" + heading.level(), "id", heading.anchor());
            line(heading.line());
            html.end();
        } else if (block instanceof Block.Paragraph paragraph) {
            html.begin("p");
            line(paragraph.line());
            html.end();
        } else if (block instanceof Block.Table table) {
            table(table);
        }
    }

    private void table(Block.Table table) {
        HtmlPage.beginTable(
                html,
                plain(table.caption()),
                table.columns().stream().map(Column::of).toList());
        for (List<Line> row : table.rows()) {
            row(row);
        }
        HtmlPage.endTable(html);
    }

    private void row(List<Line> cells) {
        html.begin("tr").begin("th", "scope", "row");
        line(cells.get(0));
        html.end();
        for (Line cell : cells.subList(1, cells.size())) {
            html.begin("td");
            line(cell);
            html.end();
        }
        html.end();
    }

    private void line(Line line) {
        for (Span span : line.spans()) {
            span(span);
        }
    }

    private void span(Span span) {
        if (span instanceof Span.Code code) {
            html.element("code", code.text());
        } else if (span instanceof Span.Link link) {
            String file = link.file().equals(page.file()) && !link.anchor().isEmpty() ? "" : link.file() + END;
            String anchor = link.anchor().isEmpty() ? "" : "#" + link.anchor();
            html.begin("a", "href", file + anchor);
            span(link.label());
            html.end();
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
