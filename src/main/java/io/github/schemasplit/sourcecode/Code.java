package io.github.schemasplit.sourcecode;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source text in the pieces of its language. Beyond its ends there are pieces without text, so that nobody has to look for the ends. */
final class Code {
    /** What has no partner, and what is nowhere. */
    static final int NONE = -1;
    /** How many brackets without an end are passed over to find the one that another closes. */
    private static final int FARTHEST = 50;

    private final SourceText source;
    private final Language language;
    private final String text;
    private final Lexeme[] lexemes;
    private final int[] partners;

    Code(SourceText source, Language language, List<Lexeme> lexemes) {
        this.source = source;
        this.language = language;
        this.text = source.text();
        this.lexemes = lexemes.toArray(new Lexeme[0]);
        this.partners = new int[lexemes.size()];
        Arrays.fill(partners, NONE);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            if (lexeme.kind() == LexemeKind.MARK && lexeme.end() == lexeme.start() + 1) {
                char mark = text.charAt(lexeme.start());
                if (mark == '(' || mark == '[' || mark == '{') {
                    open.push(i);
                } else if (mark == ')' || mark == ']' || mark == '}') {
                    close(open, i, mark == ')' ? "(" : mark == ']' ? "[" : "{");
                }
            }
        }
    }

    /** Finds the bracket that one closes; those that were opened after it are never closed. */
    private void close(Deque<Integer> open, int at, String wanted) {
        int inner = 0;
        for (int i : open) {
            if (is(i, wanted)) {
                for (int j = 0; j < inner; j++) {
                    open.pop();
                }
                partners[open.pop()] = at;
                partners[at] = i;
                return;
            }
            if (++inner > FARTHEST) {
                return;
            }
        }
    }

    SourceText source() {
        return source;
    }

    Language language() {
        return language;
    }

    int size() {
        return lexemes.length;
    }

    private boolean isThere(int i) {
        return i >= 0 && i < lexemes.length;
    }

    Lexeme lexeme(int i) {
        return lexemes[i];
    }

    /** What is written there; nothing beyond the ends. */
    String text(int i) {
        return isThere(i) ? text.substring(lexemes[i].start(), lexemes[i].end()) : "";
    }

    boolean is(int i, String text) {
        if (!isThere(i)) {
            return false;
        }
        Lexeme lexeme = lexemes[i];
        return lexeme.end() - lexeme.start() == text.length()
                && lexeme.kind() != LexemeKind.STRING
                && this.text.startsWith(text, lexeme.start());
    }

    boolean isWord(int i) {
        return isThere(i) && lexemes[i].kind() == LexemeKind.WORD;
    }

    boolean isString(int i) {
        return isThere(i) && lexemes[i].kind() == LexemeKind.STRING;
    }

    /** The string there, if it is one. */
    @Nullable
    Literal literal(int i) {
        return isThere(i) ? lexemes[i].literal() : null;
    }

    /** The bracket that closes, or opens, the one there; {@link #NONE} where it has none. */
    int partner(int i) {
        return isThere(i) ? partners[i] : NONE;
    }

    /** Whether no line ends between two pieces. */
    boolean isSameLine(int before, int after) {
        return source.text()
                        .substring(lexeme(before).end(), lexeme(after).start())
                        .indexOf('\n')
                < 0;
    }

    /** The bracket that opens what the piece is in, or {@link #NONE}. */
    int enclosing(int i) {
        int at = i - 1;
        while (at >= 0) {
            if (partners[at] > i) {
                return at;
            }
            at = partners[at] >= 0 && partners[at] < at ? partners[at] - 1 : at - 1;
        }
        return NONE;
    }
}
