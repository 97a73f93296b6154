package io.github.schemasplit.sourcecode;

import java.util.ArrayList;
import java.util.List;

/**
 * The code in a component's markup: in Vue the values of attributes that begin with a colon, an at sign, a hash or {@code v-}, and what is between
 * two braces; in Svelte what is between braces. The rest is for people.
 */
final class ComponentExpressions {
    private static final List<String> ELEMENTS_OF_OTHERS = List.of("script", "style");

    private final SourceText source;
    private final String text;
    private final boolean vue;
    private final List<Code> expressions = new ArrayList<>();
    private int at;

    private ComponentExpressions(SourceText source) {
        this.source = source;
        this.text = source.text();
        this.vue = source.path().endsWith(".vue");
    }

    static List<Code> in(SourceText source) {
        ComponentExpressions markup = new ComponentExpressions(source);
        while (markup.at < markup.text.length()) {
            markup.next();
        }
        return markup.expressions;
    }

    private void next() {
        if (text.startsWith("<!--", at)) {
            to("-->");
        } else if (text.charAt(at) == '<' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
            tag();
        } else if (text.startsWith(vue ? "{{" : "{", at)) {
            braces();
        } else {
            at++;
        }
    }

    /** Passes over all up to the end of what ends there. */
    private void to(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void tag() {
        int start = at + 1;
        at = start;
        while (at < text.length() && (Words.isWordPart(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        String element = text.substring(start, at);
        while (at < text.length() && text.charAt(at) != '>') {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                attribute(c);
            } else if (c == '{' && !vue) {
                braces();
            } else {
                at++;
            }
        }
        if (ELEMENTS_OF_OTHERS.contains(element) && at > 0 && text.charAt(at - 1) != '/') {
            to("</" + element);
        }
    }

    private void attribute(char quote) {
        int start = at + 1;
        int end = text.indexOf(quote, start);
        if (end < 0) {
            at = text.length();
            return;
        }
        if (vue && holdsCode(start - 1)) {
            add(start, end);
        } else if (!vue) {
            at = start;
            while (at < end) {
                if (text.charAt(at) == '{') {
                    braces();
                } else {
                    at++;
                }
            }
        }
        at = Math.max(at, end + 1);
    }

    private boolean holdsCode(int quote) {
        int name = quote;
        while (name > 0 && !Character.isWhitespace(text.charAt(name - 1)) && text.charAt(name - 1) != '<') {
            name--;
        }
        return text.startsWith("v-", name) || ":@#".indexOf(text.charAt(name)) >= 0;
    }

    /** Reads what is between braces; strings in it may hold others. */
    private void braces() {
        int start = at;
        int open = 0;
        do {
            char c = text.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                int close = text.indexOf(c, at + 1);
                at = close < 0 ? text.length() - 1 : close;
            }
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            at++;
        } while (open > 0 && at < text.length());
        add(start + 1, Math.max(start + 1, at - 1));
    }

    /** Only calls with strings can name what moves. */
    private void add(int start, int end) {
        String written = text.substring(start, end);
        boolean strings = written.indexOf('\'') >= 0 || written.indexOf('"') >= 0 || written.indexOf('`') >= 0;
        if (strings && written.indexOf('(') >= 0) {
            expressions.add(CodeLexer.read(source, Language.TYPESCRIPT, Syntax.SCRIPT, start, end));
        }
    }
}
