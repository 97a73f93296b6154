package io.github.schemasplit.report;

import io.github.schemasplit.dictionary.Block;
import io.github.schemasplit.dictionary.Line;
import io.github.schemasplit.dictionary.Page;
import io.github.schemasplit.dictionary.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A page of a data dictionary in the Markdown that code hosts show, with diagrams in Mermaid. */
public final class DictionaryMarkdown {
    private static final String END = ".md";
    private static final String INDEX = "README" + END;

    private final StringBuilder out = new StringBuilder();

    private final Page page;
    private boolean afterHeading;

    private DictionaryMarkdown(Page page) {
        this.page = page;
    }

    public static DictionaryFile file(Page page) {
        DictionaryMarkdown markdown = new DictionaryMarkdown(page);
        markdown.out
                .append(DictionaryFile.MARKDOWN_MARK)
                .append("\n\n# ")
                .append(markdown.line(page.title()))
                .append('\n');
        page.blocks().forEach(markdown::block);
        return new DictionaryFile(name(page.file()), markdown.out.toString());
    }

    private static String name(String file) {
        return file.equals(Page.INDEX) ? INDEX : file + END;
    }

    private void block(Block block) {
        out.append('\n');
        if (block instanceof Block.Heading heading) {
            out.append("#".repeat(heading.level()))
                    .append(" <a id=\"")
                    .append(heading.anchor())
                    .append("\"></a>")
                    .append(line(heading.line()))
                    .append('\n');
        } else if (block instanceof Block.Paragraph paragraph) {
            out.append(line(paragraph.line())).append('\n');
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Diagram diagram) {
            out.append("```mermaid\n");
            diagram.lines().forEach(line -> out.append(line).append('\n'));
            out.append("```\n");
        }
        afterHeading = block instanceof Block.Heading;
    }

    private void table(Block.Table table) {
        if (!afterHeading) {
            out.append("**").append(line(table.caption())).append("**\n\n");
        }
        row(table.columns().stream().map(c -> MarkdownText.prose(c, true)).toList());
        row(table.columns().stream().map(column -> "---").toList());
        for (List<Line> row : table.rows()) {
            row(row.stream().map(this::line).toList());
        }
    }

    private void row(List<String> cells) {
        List<String> all = new ArrayList<>(cells);
        out.append(all.stream().collect(Collectors.joining(" | ", "| ", " |"))).append('\n');
    }

    private String line(Line line) {
        StringBuilder all = new StringBuilder();
        line.spans().forEach(span -> all.append(span(span, all.isEmpty())));
        return all.toString().strip();
    }

    private String span(Span span, boolean begins) {
        if (span instanceof Span.Code code) {
            return MarkdownText.code(code.text());
        }
        if (span instanceof Span.Link link) {
            String file = link.file().equals(page.file()) && !link.anchor().isEmpty() ? "" : name(link.file());
            String anchor = link.anchor().isEmpty() ? "" : "#" + link.anchor();
            return "[" + span(link.label(), false) + "](" + file + anchor + ")";
        }
        return MarkdownText.prose(((Span.Text) span).text(), begins);
    }
}
