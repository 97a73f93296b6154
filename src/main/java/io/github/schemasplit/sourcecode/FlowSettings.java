package io.github.schemasplit.sourcecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads settings of YAML that are between braces and brackets: {@code {get: {summary: "…"}}}. A list of plain values, as a command is, is one
 * setting.
 */
final class FlowSettings {
    private static final int DEEPEST = 50;

    private final String text;
    private final List<Setting> settings = new ArrayList<>();
    private int at;

    private FlowSettings(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /**
     * What is between a brace or a bracket and its partner.
     *
     * @param end where what follows it begins
     */
    record Flow(List<Setting> settings, int end) {
        Flow {
            settings = List.copyOf(settings);
        }
    }

    /**
     * Reads them; empty where it is none, or one that is not understood, as a template of another tool is.
     *
     * @param start the brace or bracket
     * @param key what the whole is the value of
     */
    static Optional<Flow> read(String text, int start, String key) {
        FlowSettings flow = new FlowSettings(text, start);
        boolean template = text.startsWith("{{", start) || text.startsWith("{%", start);
        boolean opens = flow.is('{') || flow.is('[');
        return opens && !template && flow.value(key, 0)
                ? Optional.of(new Flow(flow.settings, flow.at))
                : Optional.empty();
    }

    private boolean is(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private boolean value(String key, int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        if (is('{')) {
            return mapping(depth);
        }
        if (is('[')) {
            return list(key, depth);
        }
        return scalar(key);
    }

    private boolean mapping(int depth) {
        at++;
        while (true) {
            skipBlanks();
            if (is('}')) {
                at++;
                return true;
            }
            int start = at;
            boolean quoted = is('"') || is('\'');
            if (quoted ? !skipQuoted() : !skipPlain()) {
                return false;
            }
            String key = quoted
                    ? text.substring(start + 1, at - 1)
                    : text.substring(start, at).strip();
            skipBlanks();
            if (is(':')) {
                at++;
                skipBlanks();
                boolean none = is(',') || is('}');
                if (!none && !value(key, depth + 1)) {
                    return false;
                }
            }
            if (!separated('}')) {
                return false;
            }
        }
    }

    private boolean list(String key, int depth) {
        int start = at++;
        int before = settings.size();
        boolean plain = true;
        while (true) {
            skipBlanks();
            if (is(']')) {
                at++;
                if (plain) {
                    settings.subList(before, settings.size()).clear();
                    settings.add(new Setting(key, Literal.of(text, start, at)));
                }
                return true;
            }
            plain &= !is('{') && !is('[');
            if (!value(key, depth + 1) || !separated(']')) {
                return false;
            }
        }
    }

    private boolean scalar(String key) {
        int start = at;
        if (is('"') || is('\'')) {
            if (!skipQuoted()) {
                return false;
            }
            settings.add(new Setting(key, Literal.of(text, start + 1, at - 1)));
            return true;
        }
        if (!skipPlain()) {
            return false;
        }
        int end = at;
        while (Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        settings.add(new Setting(key, Literal.of(text, start, end)));
        return true;
    }

    /** Passes over a comma; whether one is there, or the end. */
    private boolean separated(char end) {
        skipBlanks();
        if (is(',')) {
            at++;
            return true;
        }
        return is(end);
    }

    private void skipBlanks() {
        while (at < text.length()) {
            if (is('#') && Character.isWhitespace(text.charAt(at - 1))) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return;
            }
        }
    }

    /** Passes over a string; whether it has an end. */
    private boolean skipQuoted() {
        char quote = text.charAt(at++);
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\' && quote == '"') {
                at++;
            } else if (c == quote) {
                if (quote == '"' || !is(quote)) {
                    return true;
                }
                at++;
            }
        }
        return false;
    }

    /** Passes over a value without quotes; whether there is one. */
    private boolean skipPlain() {
        int start = at;
        while (at < text.length() && ",[]{}".indexOf(text.charAt(at)) < 0 && !endsKey()) {
            at++;
        }
        return at > start && at < text.length();
    }

    private boolean endsKey() {
        return is(':') && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)))
                || is('#') && Character.isWhitespace(text.charAt(at - 1));
    }
}
