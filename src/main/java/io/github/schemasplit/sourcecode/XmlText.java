package io.github.schemasplit.sourcecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file of XML in its tags; nothing that does not belong together is an error. */
final class XmlText {
    private final String text;
    private final List<Tag> tags = new ArrayList<>();
    private final StringBuilder content;

    /**
     * A tag.
     *
     * @param start where it begins
     * @param end where what follows it begins
     * @param closes whether it ends an element that another tag began
     * @param empty whether it is an element by itself
     */
    record Tag(String name, int start, int end, boolean closes, boolean empty, List<Attribute> attributes) {
        Tag {
            attributes = List.copyOf(attributes);
        }

        Optional<Attribute> attribute(String wanted) {
            return attributes.stream().filter(a -> a.name.equals(wanted)).findFirst();
        }
    }

    /**
     * An attribute.
     *
     * @param start where its value begins, after the quote
     * @param end where its value ends, before the quote
     */
    record Attribute(String name, String value, int start, int end) {}

    XmlText(String text) {
        this.text = text;
        this.content = new StringBuilder(text);
        read();
    }

    List<Tag> tags() {
        return tags;
    }

    /** Where what the element has in it ends that the tag at {@code index} begins. */
    int endOf(int index) {
        String name = tags.get(index).name();
        for (Tag tag : tags.subList(index + 1, tags.size())) {
            if (tag.name().equals(name)) {
                return tag.start();
            }
        }
        return text.length();
    }

    /** The text with blanks in place of tags, comments and what stands for characters, so that only what is between them is left. */
    String content() {
        return content.toString();
    }

    private void read() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (c == '<') {
                end = markup(at);
            } else if (c == '&') {
                int semicolon = text.indexOf(';', at);
                if (semicolon > 0 && semicolon - at < 10) {
                    end = semicolon + 1;
                    char stands = text.startsWith("&lt;", at) ? '<' : text.startsWith("&gt;", at) ? '>' : ' ';
                    blank(at, end);
                    content.setCharAt(at, stands);
                }
            }
            at = end;
        }
    }

    private int markup(int at) {
        if (text.startsWith("<![CDATA[", at)) {
            int close = text.indexOf("]]>", at);
            int end = close < 0 ? text.length() : close;
            blank(at, at + 9);
            blank(end, Math.min(text.length(), end + 3));
            return Math.min(text.length(), end + 3);
        }
        int end = text.startsWith("<!--", at)
                ? after("-->", at)
                : text.startsWith("<?", at) || text.startsWith("<!", at) ? after(">", at) : tag(at);
        blank(at, end);
        return end;
    }

    private int after(String mark, int at) {
        int found = text.indexOf(mark, at);
        return found < 0 ? text.length() : found + mark.length();
    }

    private void blank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) != '\n') {
                content.setCharAt(i, ' ');
            }
        }
    }

    private int tag(int start) {
        boolean closes = text.startsWith("</", start);
        int at = closes ? start + 2 : start + 1;
        int nameEnd = nameEnd(at);
        if (nameEnd == at) {
            return start + 1;
        }
        String name = text.substring(at, nameEnd);
        List<Attribute> attributes = new ArrayList<>();
        at = nameEnd;
        while (at < text.length() && text.charAt(at) != '>') {
            int end = nameEnd(at);
            int equals = skip(end);
            if (end > at && equals < text.length() && text.charAt(equals) == '=') {
                int quote = skip(equals + 1);
                int close = quote < text.length() ? text.indexOf(text.charAt(quote), quote + 1) : -1;
                if (close < 0) {
                    return text.length();
                }
                attributes.add(
                        new Attribute(text.substring(at, end), text.substring(quote + 1, close), quote + 1, close));
                at = close + 1;
            } else {
                at = Math.max(at + 1, end);
            }
        }
        int end = Math.min(text.length(), at + 1);
        tags.add(new Tag(name, start, end, closes, at > 0 && text.charAt(at - 1) == '/', attributes));
        return end;
    }

    private int nameEnd(int from) {
        int at = from;
        while (at < text.length() && (Words.isWordPart(text.charAt(at)) || ":-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private int skip(int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
