package io.github.schemasplit.report;

import java.util.ArrayList;
import java.util.Collection;
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

    /** A report's whose rows are filtered by nothing but the part of the page that they are in. */
    static HtmlFilter ofParts(Option... parts) {
        return new HtmlFilter("group", List.of(Choice.ofWords("Part", "part", List.of(parts))));
    }

    /**
     * What rows are filtered by: what they have in {@code data-} and the choice's name.
     *
     * @param label what people read
     * @param name the attribute's name, without {@code data-}
     * @param ofWords whether a row has several words there, any of which may be chosen, and no value that may have spaces
     * @param options what can be chosen
     */
    record Choice(String label, String name, boolean ofWords, List<Option> options) {
        Choice {
            options = List.copyOf(options);
        }

        static Choice ofWords(String label, String name, List<Option> words) {
            return new Choice(label, name, true, words);
        }

        /** Each of the values is read by people as it is. */
        static Choice ofValues(String label, String name, Collection<String> values) {
            List<Option> options = new ArrayList<>();
            for (String value : values) {
                options.add(new Option(value, value));
            }
            return new Choice(label, name, false, options);
        }
    }

    /**
     * @param value what a row has to have
     * @param text what people read
     */
    record Option(String value, String text) {}

    void write(Html html) {
        html.begin("form", "id", "filter", "role", "search", "data-each", each, "hidden", "hidden");
        html.begin("label")
                .text("Search")
                .empty("input", "type", "search", "autocomplete", "off")
                .end();
        for (Choice choice : choices) {
            write(html, choice);
        }
        html.element("button", "Show all", "type", "reset");
        html.element("button", "Open " + each + "s", "type", "button", "id", "open");
        html.element("button", "Close " + each + "s", "type", "button", "id", "close");
        html.element("p", "", "id", "shown", "role", "status").end();
    }

    private static void write(Html html, Choice choice) {
        html.begin("label").text(choice.label());
        if (choice.ofWords()) {
            html.begin("select", "name", choice.name(), "data-among", "words");
        } else {
            html.begin("select", "name", choice.name());
        }
        html.element("option", "all", "value", "");
        for (Option option : choice.options()) {
            html.element("option", option.text(), "value", option.value());
        }
        html.end().end();
    }
}
