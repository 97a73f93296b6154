package io.github.schemasplit.report;

import java.util.List;

/**
 * The search and the filters of a report: a form that is hidden until a script shows it.
 *
 * @param each what the page's groups of rows are called, in the singular
 * @param choices what rows are filtered by
 */
record HtmlFilter(String each, List<Choice> choices) {
    HtmlFilter {
        choices = List.copyOf(choices);
    }

    /**
     * What rows are filtered by: one of the words that they have in {@code data-} and the choice's name.
     *
     * @param label what people read
     * @param name the attribute's name, without {@code data-}
     * @param options what can be chosen
     */
    record Choice(String label, String name, List<Option> options) {
        Choice {
            options = List.copyOf(options);
        }
    }

    /**
     * @param value a word
     * @param text what people read
     */
    record Option(String value, String text) {}

    void write(Html html) {
        html.element(
                "form",
                () -> {
                    html.element(
                            "label", () -> html.text("Search").empty("input", "type", "search", "autocomplete", "off"));
                    choices.forEach(choice -> write(html, choice));
                    html.element("button", "Show all", "type", "reset");
                    html.element("button", "Open " + each + "s", "type", "button", "id", "open");
                    html.element("button", "Close " + each + "s", "type", "button", "id", "close");
                    html.element("p", "", "id", "shown", "role", "status");
                },
                "id",
                "filter",
                "role",
                "search",
                "data-each",
                each,
                "hidden",
                "hidden");
    }

    private static void write(Html html, Choice choice) {
        html.element("label", () -> {
            html.text(choice.label());
            html.element(
                    "select",
                    () -> {
                        html.element("option", "all", "value", "");
                        choice.options().forEach(o -> html.element("option", o.text(), "value", o.value()));
                    },
                    "name",
                    choice.name(),
                    "data-among",
                    "words");
        });
    }
}
