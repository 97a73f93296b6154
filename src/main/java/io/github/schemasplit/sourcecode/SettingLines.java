package io.github.schemasplit.sourcecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads settings line by line: {@code key=value}, {@code key: value} and what is indented below a key. Templates of other tools make such
 * files what no parser of YAML takes, so what is understood is taken and all else is passed over.
 */
final class SettingLines {
    private final String text;
    private final boolean yaml;
    private final List<Setting> settings = new ArrayList<>();
    private String section = "";

    private SettingLines(String text, boolean yaml) {
        this.text = text;
        this.yaml = yaml;
    }

    /** The settings of a file of properties, of TOML or of an environment. */
    static List<Setting> ofProperties(String text) {
        return new SettingLines(text, false).read();
    }

    static List<Setting> ofYaml(String text) {
        return new SettingLines(text, true).read();
    }

    private List<Setting> read() {
        int at = 0;
        while (at < text.length()) {
            int end = lineEnd(at);
            int start = skipBlanks(at, end);
            at = yaml ? yamlLine(start, end) : propertiesLine(start, end);
        }
        return settings;
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private int skipBlanks(int from, int end) {
        int at = from;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int propertiesLine(int start, int end) {
        if (start < end && text.charAt(start) == '[') {
            int close = text.indexOf(']', start);
            section = close < 0 ? "" : text.substring(start + 1, close) + ".";
            return end + 1;
        }
        if (start == end || "#!".indexOf(text.charAt(start)) >= 0) {
            return end + 1;
        }
        int separator = start;
        while (separator < end && "=:".indexOf(text.charAt(separator)) < 0) {
            separator++;
        }
        if (separator == end) {
            return end + 1;
        }
        String key = section + text.substring(start, separator).strip();
        int[] places = new int[64];
        StringBuilder value = new StringBuilder();
        int at = skipBlanks(separator + 1, end);
        int last = end;
        while (at < text.length()) {
            boolean goesOn = false;
            while (at < last) {
                if (text.charAt(at) == '\\' && text.substring(at + 1, last).isBlank()) {
                    goesOn = true;
                    break;
                }
                if (value.length() == places.length) {
                    places = Arrays.copyOf(places, 2 * places.length);
                }
                places[value.length()] = at;
                value.append(text.charAt(at++));
            }
            if (!goesOn || last >= text.length()) {
                break;
            }
            int next = last + 1;
            last = lineEnd(next);
            at = skipBlanks(next, last);
        }
        Literal literal = new Literal(
                StringStyle.TEXT,
                value.toString(),
                Arrays.copyOf(places, value.length()),
                Math.min(at, last),
                List.of());
        settings.add(new Setting(key, literal));
        return last + 1;
    }

    private int yamlLine(int start, int end) {
        int at = start;
        while (text.startsWith("- ", at)) {
            at = skipBlanks(at + 2, end);
        }
        if (at >= end || text.charAt(at) == '#') {
            return end + 1;
        }
        int colon = keyEnd(at, end);
        String key = colon < 0 ? "" : unquoted(text.substring(at, colon).strip());
        int valueStart = colon < 0 ? at : skipBlanks(colon + 1, end);
        int indent = start - (text.lastIndexOf('\n', start - 1) + 1);
        if (valueStart < end && "|>".indexOf(text.charAt(valueStart)) >= 0) {
            int blockEnd = blockEnd(end, indent);
            add(key, Math.min(end + 1, blockEnd), blockEnd);
            return blockEnd + 1;
        }
        if (valueStart >= end) {
            return end + 1;
        }
        Optional<FlowSettings.Flow> flow = FlowSettings.read(text, valueStart, key)
                .filter(f -> f.settings().stream().noneMatch(s -> s.value().place(0) == valueStart));
        if (flow.isPresent()) {
            settings.addAll(flow.get().settings());
            return lineEnd(flow.get().end()) + 1;
        }
        char quote = text.charAt(valueStart);
        if (quote == '"' || quote == '\'') {
            int close = text.indexOf(quote, valueStart + 1);
            if (close > 0) {
                add(key, valueStart + 1, close);
                return lineEnd(close) + 1;
            }
        }
        int plainEnd = plainEnd(end, indent);
        add(key, valueStart, plainEnd);
        return plainEnd + 1;
    }

    private void add(String key, int start, int end) {
        settings.add(new Setting(key, Literal.of(text, start, Math.max(start, end))));
    }

    private static String unquoted(String key) {
        return key.length() > 1 && "\"'".indexOf(key.charAt(0)) >= 0 ? key.substring(1, key.length() - 1) : key;
    }

    /** Where the colon after a key is; negative where the line has none. */
    private int keyEnd(int from, int end) {
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == ':' && (i + 1 == end || Character.isWhitespace(text.charAt(i + 1)))) {
                return i;
            }
            if (c == ' ' || c == '{' || c == '(') {
                return -1;
            }
        }
        return -1;
    }

    /** Where the lines end that are indented more than their key, or are empty. */
    private int blockEnd(int lineEnd, int indent) {
        int end = lineEnd;
        while (end < text.length()) {
            int next = lineEnd(end + 1);
            int first = skipBlanks(end + 1, next);
            if (first < next && first - (end + 1) <= indent) {
                return end;
            }
            end = next;
        }
        return end;
    }

    /** Where a plain value ends that may go on in lines that are indented more and have no keys. */
    private int plainEnd(int lineEnd, int indent) {
        int end = lineEnd;
        while (end < text.length()) {
            int next = lineEnd(end + 1);
            int first = skipBlanks(end + 1, next);
            boolean goesOn = first < next
                    && first - (end + 1) > indent
                    && keyEnd(first, next) < 0
                    && "-#".indexOf(text.charAt(first)) < 0;
            if (!goesOn) {
                return end;
            }
            end = next;
        }
        return end;
    }
}
