package io.github.schemasplit.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * HTML into which nothing gets but elements of ours: names and texts are escaped wherever they are written, and there is no way around that.
 *
 * <p>It is well-formed XML too, so that any reader of XML can check a report or take it apart. Characters that XML has not, and those that
 * change how others are shown, as the marks for right-to-left text do, are written by their numbers, as JavaScript escapes them.
 *
 * <p>What is in an element is written between its beginning and its end, and not by a lambda: a build writes its reports once, and to link a
 * lambda takes longer than to write what it would write.
 */
final class Html {
    private static final char ZERO_WIDTH_NON_JOINER = '\u200C';
    private static final char ZERO_WIDTH_JOINER = '\u200D';

    /** So many characters are kept before they are written: a report may be larger than memory. */
    private static final int KEPT = 1 << 16;

    private final Writer to;
    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** @param to what is written to; whatever it cannot take is an {@link UncheckedIOException} */
    Html(Writer to) {
        this.to = to;
    }

    /**
     * Begins an element, in which is what is written until its {@link #end}.
     *
     * @param attributes names and values, in turn
     */
    Html begin(String name, String... attributes) {
        if (isEmpty(name)) {
            throw new IllegalArgumentException("<" + name + "> can have no content");
        }
        tag(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    /** Ends the innermost element that is open. */
    Html end() {
        if (open.isEmpty()) {
            throw new IllegalStateException("no element is open");
        }
        String name = open.pop();
        out.append("</").append(name).append('>');
        if (!isInLines(name)) {
            out.append('\n');
        }
        if (open.isEmpty() || out.length() > KEPT) {
            flush();
        }
        return this;
    }

    /**
     * An element with a text.
     *
     * @param attributes names and values, in turn
     */
    Html element(String name, String text, String... attributes) {
        return begin(name, attributes).text(text).end();
    }

    /**
     * An element that has no content.
     *
     * @param attributes names and values, in turn
     */
    Html empty(String name, String... attributes) {
        if (!isEmpty(name)) {
            throw new IllegalArgumentException("<" + name + "> can have content");
        }
        tag(name, attributes);
        out.append(" />\n");
        return this;
    }

    /** A text. */
    Html text(String text) {
        escape(text, false);
        return this;
    }

    /** A style or script of ours. */
    Html asset(HtmlAsset asset) {
        begin(asset.element());
        out.append(asset.text());
        return end();
    }

    /** Says that the page is whole, which it is when all that was begun has ended. */
    void finish() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
    }

    private void tag(String name, String... attributes) {
        if (open.isEmpty() != "html".equals(name) || attributes.length % 2 != 0) {
            throw new IllegalArgumentException("<" + name + "> with " + attributes.length + " in " + open);
        }
        out.append('<').append(checked(name));
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attribute(attributes[i], attributes[i + 1])).append("=\"");
            escape(attributes[i + 1], true);
            out.append('"');
        }
    }

    private static boolean isEmpty(String name) {
        return switch (name) {
            case "br", "input", "meta" -> true;
            default -> false;
        };
    }

    private static boolean isInLines(String name) {
        return switch (name) {
            case "a", "button", "code", "del", "h3", "ins", "label", "option", "span", "td", "th" -> true;
            default -> false;
        };
    }

    private static boolean isRefused(String attribute) {
        return switch (attribute) {
            case "style", "src", "srcset", "action" -> true;
            default -> attribute.startsWith("on");
        };
    }

    private void flush() {
        try {
            to.append(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.setLength(0);
    }

    private static String checked(String name) {
        boolean fits = !name.isEmpty() && name.charAt(0) >= 'a';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            fits &= c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
        }
        if (!fits) {
            throw new IllegalArgumentException("not a name of HTML: " + name);
        }
        return name;
    }

    /** The name of an attribute that runs, styles and loads nothing, and leads nowhere else. */
    private static String attribute(String name, String value) {
        boolean leadsOut = "href".equals(name) && (value.indexOf(':') >= 0 || value.startsWith("/"));
        if (leadsOut || isRefused(name)) {
            throw new IllegalArgumentException("a report has no " + name + "=" + value);
        }
        return checked(name);
    }

    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\t', '\n' -> out.append(attribute ? "&#" + c + ";" : String.valueOf((char) c));
                default -> {
                    if (isUnseen(c)) {
                        out.append("\\u{")
                                .append(Integer.toHexString(c).toUpperCase(Locale.ROOT))
                                .append('}');
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        }
    }

    /** Whether a character has no look of its own, or changes how others look. */
    static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT -> c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER;
            // Of what is not assigned, Unicode gives characters to some in each version, but never to these.
            default -> (c & 0xFFFE) == 0xFFFE;
        };
    }
}
