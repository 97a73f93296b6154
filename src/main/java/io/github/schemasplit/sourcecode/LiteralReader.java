package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.StringStyle.Escapes;
import io.github.schemasplit.sourcecode.StringStyle.Holes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a string of code: its characters, what they stand for, and the values that are put in. */
final class LiteralReader {
    private final CodeLexer lexer;
    private final String text;
    private final StringStyle style;
    private final StringBuilder value = new StringBuilder();
    private final List<Code> holes = new ArrayList<>();
    private int[] starts = new int[32];
    private int at;

    LiteralReader(CodeLexer lexer, String text, StringStyle style) {
        this.lexer = lexer;
        this.text = text;
        this.style = style;
    }

    /** The string that begins at {@code start}; none when it has no end. */
    @Nullable
    Literal read(int start) {
        at = start + style.open().length();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith(style.close(), at)) {
                if (style.escapes() != Escapes.DOUBLED
                        || !text.startsWith(style.close(), at + style.close().length())) {
                    return new Literal(style, value.toString(), Arrays.copyOf(starts, value.length()), at, holes);
                }
                add(c, style.close().length() * 2);
            } else if (!style.lines() && (c == '\n' || c == '\r')) {
                return null;
            } else if (c == '\\' && style.escapes() == Escapes.BACKSLASH && at + 1 < text.length()) {
                escape();
            } else if (c == '\\' && style.escapes() == Escapes.KEPT_BACKSLASH && at + 1 < text.length()) {
                add(c, 1);
                add(text.charAt(at), 1);
            } else if (!hole(c)) {
                add(c, 1);
            }
        }
        return null;
    }

    /** Where the string ends that was read, exclusive. */
    int end() {
        return at + style.close().length();
    }

    private void add(char c, int length) {
        if (value.length() == starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        starts[value.length()] = at;
        // A character that stands for holes must not be taken for one.
        value.append(c == Literal.HOLE ? ' ' : c);
        at += length;
    }

    private void escape() {
        char c = text.charAt(at + 1);
        if (c == 'u' && at + 6 <= text.length() && hex(at + 2, at + 6) >= 0) {
            add((char) hex(at + 2, at + 6), 6);
        } else if (c == '\r' && text.startsWith("\r\n", at + 1)) {
            add(' ', 3);
        } else {
            add(meaning(c), 2);
        }
    }

    private static char meaning(char c) {
        return switch (c) {
            case 'n', '\n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b', 'f', '0', 's' -> ' ';
            default -> c;
        };
    }

    private int hex(int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            number = 16 * number + digit;
        }
        return number;
    }

    /** Reads what is put in here, if anything is. */
    private boolean hole(char c) {
        Holes kind = style.holes();
        boolean names = kind == Holes.DOLLARS || kind == Holes.PHP;
        boolean dollar = c == '$' && (kind == Holes.DOLLAR_BRACES || names);
        if (kind == Holes.PHP && text.startsWith("{$", at)) {
            addHole(at + 1);
            return true;
        }
        if (dollar && text.startsWith("${", at) || c == '#' && kind == Holes.HASH_BRACES && text.startsWith("#{", at)) {
            addHole(at + 2);
            return true;
        }
        if (dollar
                && names
                && at + 1 < text.length()
                && Character.isJavaIdentifierStart(text.charAt(at + 1))
                && text.charAt(at + 1) != '$') {
            int end = at + 2;
            while (end < text.length() && Words.isWordPart(text.charAt(end)) && text.charAt(end) != '$') {
                end++;
            }
            holes.add(lexer.word(at + 1, end));
            add(' ', 0);
            value.setCharAt(value.length() - 1, Literal.HOLE);
            at = end;
            return true;
        }
        if (kind == Holes.BRACES && (c == '{' || c == '}')) {
            if (at + 1 < text.length() && text.charAt(at + 1) == c) {
                add(c, 2);
            } else if (c == '{') {
                addHole(at + 1);
            } else {
                add(c, 1);
            }
            return true;
        }
        return false;
    }

    private void addHole(int codeStart) {
        CodeLexer.Inner inner = lexer.inner(codeStart);
        holes.add(inner.code());
        add(' ', 0);
        value.setCharAt(value.length() - 1, Literal.HOLE);
        at = inner.end();
    }
}
