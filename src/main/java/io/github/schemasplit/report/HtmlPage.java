package io.github.schemasplit.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * A report in HTML: one file that loads nothing, and in which a browser runs and styles nothing but what its policy has the hashes of.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy</a>
 */
final class HtmlPage {
    private HtmlPage() {}

    /** A table's column. */
    record Column(String title, boolean ofNumbers) {
        static Column of(String title) {
            return new Column(title, false);
        }

        static Column ofNumbers(String title) {
            return new Column(title, true);
        }
    }

    /** The page in UTF-8, the same for the same content. */
    static byte[] of(String title, Consumer<Html> content) {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        try {
            write(page, title, content);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot refuse to be written to", e);
        }
        return page.toByteArray();
    }

    /**
     * Writes the page in UTF-8, for one that may be larger than memory: it is the same for the same content.
     *
     * @throws IOException when {@code out} takes no more
     */
    static void write(OutputStream out, String title, Consumer<Html> content) throws IOException {
        write(out, title, "", content);
    }

    /**
     * The same for a page that says what wrote it.
     *
     * @param generator what wrote it; empty for a page that does not say so
     */
    static void write(OutputStream out, String title, String generator, Consumer<Html> content) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            page(new Html(writer), title, generator, content);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private static void page(Html html, String title, String generator, Consumer<Html> content) {
        HtmlAsset style = HtmlAsset.style();
        HtmlAsset script = HtmlAsset.script();
        html.begin("html", "lang", "en").begin("head");
        html.empty("meta", "charset", "utf-8");
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src " + style.source() + "; script-src " + script.source()
                        + "; base-uri 'none'; form-action 'none'");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        if (!generator.isEmpty()) {
            html.empty("meta", "name", "generator", "content", generator);
        }
        html.element("title", title).asset(style).end();
        html.begin("body").begin("main").element("h1", title);
        content.accept(html);
        html.end().asset(script).end().end().finish();
    }

    /** Begins a table with its caption and the titles of its columns; its rows are what comes next. */
    static void beginTable(Html html, String caption, List<Column> columns) {
        html.begin("table").element("caption", caption).begin("thead").begin("tr");
        for (Column column : columns) {
            head(html, column);
        }
        html.end().end().begin("tbody");
    }

    /** Ends a table after its rows. */
    static void endTable(Html html) {
        html.end().end();
    }

    private static void head(Html html, Column column) {
        if (column.ofNumbers()) {
            html.element("th", column.title(), "scope", "col", "class", "number");
        } else {
            html.element("th", column.title(), "scope", "col");
        }
    }

    /** A cell with a number. */
    static void number(Html html, long number) {
        html.element("td", Figures.count(number), "class", "number");
    }

    /** A cell that says what its row is about, which is a name. */
    static void rowName(Html html, String name) {
        html.begin("th", "scope", "row").element("code", name).end();
    }
}
