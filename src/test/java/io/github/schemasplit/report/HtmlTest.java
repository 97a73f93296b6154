package io.github.schemasplit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void escapesEveryTextAndEveryValue() {
        String hostile =
                "\"><img src=x onerror='alert(1)'>&amp;</script>\u0000\u202E\uD83D\uFEFF\r\n\t\uFFFF \uD83D\uDE00";
        String escaped = "&quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;&amp;amp;&lt;/script&gt;"
                + "\\u{0}\\u{202E}\\u{D83D}\\u{FEFF}\\u{D}";

        StringWriter page = new StringWriter();
        new Html(page).element("html", hostile, "title", hostile);
        assertThat(page)
                .hasToString("<!DOCTYPE html>\n<html title=\"" + escaped + "&#10;&#9;\\u{FFFF} \uD83D\uDE00\">"
                        + escaped + "\n\t\\u{FFFF} \uD83D\uDE00</html>\n");
    }

    @Test
    void writesNothingThatRunsOrLoadsOrLeadsAway() {
        Html html = new Html(new StringWriter());
        html.begin("html");
        for (String name : new String[] {"onclick", "style", "src", "a b", "", "x\"", "A"}) {
            assertThatIllegalArgumentException().as(name).isThrownBy(() -> html.element("p", "", name, "x"));
        }
        for (String href : new String[] {"javascript:alert(1)", "https://example.org", "//example.org"}) {
            assertThatIllegalArgumentException().as(href).isThrownBy(() -> html.element("a", "", "href", href));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> html.element("p><b", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> html.element("p", "", "id"));
        assertThatIllegalArgumentException().isThrownBy(() -> html.empty("p"));
        assertThatIllegalArgumentException().isThrownBy(() -> html.begin("br"));
        html.end();
        assertThatIllegalArgumentException().isThrownBy(() -> html.element("p", "beside the document"));
    }

    @Test
    void anEndIsThatOfTheInnermostElement() {
        StringWriter page = new StringWriter();
        Html html = new Html(page);
        html.begin("html").begin("p").begin("code").text("a").end().text(" b").empty("br");
        html.end().begin("div", "id", "c").end().end().finish();

        assertThat(page)
                .hasToString("<!DOCTYPE html>\n<html><p><code>a</code> b<br />\n</p>\n<div id=\"c\"></div>\n</html>\n");
    }

    @Test
    void whatBeginsHasToEndAndOnlyOnce() {
        Html html = new Html(new StringWriter());
        html.begin("html").begin("p").end();

        assertThatIllegalStateException().isThrownBy(html::finish).withMessage("still open: [html]");
        html.end().finish();
        assertThatIllegalStateException().isThrownBy(html::end).withMessage("no element is open");
    }

    @Test
    void aPageIsNotWrittenWhereItsContentLeavesAnElementOpenOrEndsOneTooMany() {
        assertThatIllegalStateException().isThrownBy(() -> HtmlPage.of("a", html -> html.begin("p")));
        assertThatIllegalStateException().isThrownBy(() -> HtmlPage.of("a", Html::end));
    }
}
