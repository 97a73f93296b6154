package io.github.schemasplit.sourcecode;

/** Passes over markup in scripts ({@code <p>text</p>}), and has the code in its braces read. */
final class MarkupReader {
    private static final int DEEPEST = 80;

    private final CodeLexer lexer;
    private final String text;
    private final ClosingTags closing;

    MarkupReader(CodeLexer lexer, String text, ClosingTags closing) {
        this.lexer = lexer;
        this.text = text;
        this.closing = closing;
    }

    /** Whether the less-than sign at {@code at} begins markup, and not the parameters of a type. */
    boolean isMarkup(int at) {
        int end = at + 1;
        if (end < text.length() && text.charAt(end) == '>') {
            return true;
        }
        if (end >= text.length() || !Character.isLetter(text.charAt(end))) {
            return false;
        }
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        int next = afterBlanks(end);
        if (next >= text.length() || text.charAt(next) == ',' || text.charAt(next) == '=') {
            return false;
        }
        // <T extends X>(…) => …, or <Type>value, which ends in what no tag does.
        if (text.startsWith("extends ", next) || text.charAt(next) == '<' || text.charAt(next) == '[') {
            return false;
        }
        String name = text.substring(at + 1, end);
        return !name.equals("const") && (closes(name, end) || text.charAt(next) != '>' && closing.isAfter("/>", end));
    }

    /** Whether a tag of that name is closed somewhere after it. */
    private boolean closes(String name, int from) {
        return closing.isAfter("</" + name, from);
    }

    /** Reads the element at {@code start}; where what follows it begins. */
    int read(int start) {
        return element(start, 0);
    }

    private int element(int start, int depth) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != '>') {
            char c = text.charAt(at);
            if (c == '/' && text.startsWith("/>", at)) {
                return at + 2;
            } else if (c == '{') {
                at = lexer.braces(at);
            } else if (c == '"' || c == '\'') {
                int close = text.indexOf(c, at + 1);
                at = close < 0 ? text.length() : close + 1;
            } else {
                at++;
            }
        }
        return children(at + 1, depth);
    }

    private int children(int start, int depth) {
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("</", at)) {
                int close = text.indexOf('>', at);
                return close < 0 ? text.length() : close + 1;
            } else if (c == '<' && depth < DEEPEST) {
                at = element(at, depth + 1);
            } else if (c == '{') {
                at = lexer.braces(at);
            } else {
                at++;
            }
        }
        return Math.min(at, text.length());
    }

    private int afterBlanks(int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isNamePart(char c) {
        return Words.isWordPart(c) || c == '.' || c == '-' || c == ':';
    }
}
