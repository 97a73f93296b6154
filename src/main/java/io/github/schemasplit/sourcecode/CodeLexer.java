package io.github.schemasplit.sourcecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads code piece by piece. Any text is read: a string without an end is a mark, and reading goes on after its quote. */
final class CodeLexer {
    private static final List<String> MARKS = List.of(
            "===", "!==", "...", "<=>", "?.", "??", "=>", "->", "::", "+=", "-=", ".=", "++", "--", "==", "!=", "<=",
            ">=", "&&", "||", ":=");
    private static final Set<String> BEFORE_EXPRESSION = Set.of(
            "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do", "await", "yield",
            "default", "extends");
    /** How deep values put into strings, and markup, may lie in each other. */
    private static final int DEEPEST = 60;

    private final SourceText source;
    private final String text;
    private final Language language;
    private final Syntax syntax;
    private final int depth;
    private final Patience patience;
    /** What strings and comments begin with: most characters begin none, and need not be compared with each of their ways. */
    private final String beginnings;

    private final List<Lexeme> lexemes = new ArrayList<>();
    private String hereDocument = "";
    private int at;

    private CodeLexer(SourceText source, Language language, Syntax syntax, int start, int depth, Patience patience) {
        this.source = source;
        this.text = source.text();
        this.language = language;
        this.syntax = syntax;
        this.at = start;
        this.depth = depth;
        this.patience = patience;
        this.beginnings = syntax.beginnings();
    }

    /** How much may still be read in vain, for strings without an end: each of them is read to the end of the file. */
    private static final class Patience {
        private final ClosingTags closing;
        private long characters;

        Patience(String text) {
            closing = new ClosingTags(text);
            characters = 10L * text.length() + 100_000;
        }

        boolean isLeft() {
            return characters > 0;
        }

        void spend(int read) {
            characters -= read;
        }
    }

    /** A file as code. */
    static Code read(SourceText source, Language language, Syntax syntax) {
        return read(source, language, syntax, 0, source.text().length());
    }

    /** A part of a file as code. */
    static Code read(SourceText source, Language language, Syntax syntax, int start, int end) {
        CodeLexer lexer = new CodeLexer(source, language, syntax, start, 0, new Patience(source.text()));
        if (syntax.kind() == Syntax.Kind.PAGE) {
            lexer.toCode();
        }
        while (lexer.at < end) {
            if (syntax.kind() == Syntax.Kind.PAGE && lexer.text.startsWith("?>", lexer.at)) {
                lexer.toCode();
            } else {
                lexer.next();
            }
        }
        return new Code(source, language, lexer.lexemes);
    }

    /** Passes over what is no code, to what follows {@code <?php} or {@code <?=}. */
    private void toCode() {
        int begin = text.indexOf("<?", at);
        at = begin < 0 ? text.length() : begin + 2;
        at = text.startsWith("php", at) ? at + 3 : at;
    }

    /**
     * Code within a string.
     *
     * @param end where what follows the closing brace begins
     */
    record Inner(Code code, int end) {}

    /** The code from {@code start} to the brace that closes it. */
    Inner inner(int start) {
        CodeLexer lexer = new CodeLexer(source, language, syntax, start, depth + 1, patience);
        lexer.toClosingBrace();
        return new Inner(new Code(source, language, lexer.lexemes), Math.min(text.length(), lexer.at + 1));
    }

    /** The code that is one name. */
    Code word(int start, int end) {
        return new Code(source, language, List.of(new Lexeme(LexemeKind.WORD, start, end, null)));
    }

    private void toClosingBrace() {
        int open = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '}' && open == 0) {
                return;
            }
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            next();
        }
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n' && !hereDocument.isEmpty()) {
            hereDocument();
        } else if (Character.isWhitespace(c) || c == SourceText.BYTE_ORDER_MARK) {
            at++;
        } else if (beginnings.indexOf(c) < 0 || !comment() && !string()) {
            if (Words.isWordPart(c)) {
                word(c);
            } else if (!(syntax.kind() == Syntax.Kind.SCRIPT && script(c))) {
                mark();
            }
        }
    }

    private boolean comment() {
        for (String begin : syntax.lineComments()) {
            // PHP's attributes begin as its comments do.
            boolean attribute = syntax.kind() == Syntax.Kind.PAGE && text.startsWith("#[", at);
            if (text.startsWith(begin, at) && !attribute) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
                return true;
            }
        }
        if (syntax.blockComments() && text.startsWith("/*", at)) {
            int open = 0;
            do {
                boolean opens = text.startsWith("/*", at) && (open == 0 || syntax.nestedComments());
                boolean closes = !opens && text.startsWith("*/", at);
                open += opens ? 1 : closes ? -1 : 0;
                at += opens || closes ? 2 : 1;
            } while (open > 0 && at < text.length());
            return true;
        }
        return false;
    }

    private boolean string() {
        if (depth > DEEPEST) {
            return false;
        }
        for (StringStyle style : syntax.strings()) {
            if (text.startsWith(style.open(), at)) {
                LiteralReader reader = new LiteralReader(this, text, style);
                if (!patience.isLeft() && (style.lines() || style.holes() != StringStyle.Holes.NONE)) {
                    continue;
                }
                Literal literal = reader.read(at);
                if (literal != null) {
                    add(LexemeKind.STRING, reader.end(), literal);
                    return true;
                }
                patience.spend(reader.end() - at);
            }
        }
        return false;
    }

    private void add(LexemeKind kind, int end) {
        lexemes.add(new Lexeme(kind, at, end, null));
        at = end;
    }

    private void add(LexemeKind kind, int end, Literal literal) {
        lexemes.add(new Lexeme(kind, at, end, literal));
        at = end;
    }

    private void word(char first) {
        int end = at + 1;
        while (end < text.length() && Words.isWordPart(text.charAt(end))) {
            end++;
        }
        add(Character.isDigit(first) ? LexemeKind.NUMBER : LexemeKind.WORD, end);
    }

    /** Reads what follows a line on which {@code <<END} is, to the line {@code END}. */
    private void hereDocument() {
        int start = at + 1;
        int line = start;
        while (line < text.length()) {
            int end = text.indexOf('\n', line);
            end = end < 0 ? text.length() : end;
            String written = text.substring(line, end).strip();
            if (ends(written)) {
                break;
            }
            line = end + 1;
        }
        int end = Math.min(text.length(), line);
        hereDocument = "";
        at = Math.min(start, text.length());
        if (end > at) {
            Literal document = Literal.of(text, at, end);
            // What Ruby puts in may be a name, as what is between other braces may be.
            boolean ruby = syntax.kind() == Syntax.Kind.RUBY;
            add(LexemeKind.STRING, end, ruby ? document.with(document.value().replace("#{", "${")) : document);
        }
    }

    /** Whether a line ends the document: in a shell by the word alone, elsewhere code may follow it. */
    private boolean ends(String line) {
        boolean alone = line.length() == hereDocument.length();
        return line.startsWith(hereDocument)
                && (alone
                        || syntax.kind() != Syntax.Kind.SHELL && !Words.isWordPart(line.charAt(hereDocument.length())));
    }

    /** The word that ends the document which begins after this line; empty where none does. */
    private String endOfDocument() {
        boolean shell = syntax.kind() == Syntax.Kind.SHELL && text.startsWith("<<", at) && !text.startsWith("<<<", at);
        boolean ruby = syntax.kind() == Syntax.Kind.RUBY && (text.startsWith("<<~", at) || text.startsWith("<<-", at));
        boolean page = syntax.kind() == Syntax.Kind.PAGE && text.startsWith("<<<", at);
        if (!shell && !ruby && !page) {
            return "";
        }
        int start = at + (page ? 3 : 2);
        while (start < text.length() && "-~ '\"".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < text.length() && Words.isWordPart(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    private void mark() {
        String document = text.charAt(at) == '<' ? endOfDocument() : "";
        if (!document.isEmpty()) {
            hereDocument = document;
            add(LexemeKind.MARK, at + (syntax.kind() == Syntax.Kind.PAGE ? 3 : 2));
            return;
        }
        if (at + 1 < text.length() && isOperator(text.charAt(at)) && isOperator(text.charAt(at + 1))) {
            for (String mark : MARKS) {
                if (text.startsWith(mark, at)) {
                    add(LexemeKind.MARK, at + mark.length());
                    return;
                }
            }
        }
        add(LexemeKind.MARK, at + 1);
    }

    private static boolean isOperator(char c) {
        return "=!.<>?-:+&|".indexOf(c) >= 0;
    }

    /** Reads what only scripts have: a regular expression, or markup. */
    private boolean script(char c) {
        if (c == '/' && beginsExpression()) {
            int end = endOfRegularExpression();
            if (end > 0) {
                add(LexemeKind.OTHER, end);
                return true;
            }
        }
        if (c == '<'
                && depth < DEEPEST
                && beginsExpression()
                && new MarkupReader(this, text, patience.closing).isMarkup(at)) {
            at = new MarkupReader(this, text, patience.closing).read(at);
            return true;
        }
        return false;
    }

    /** Whether an expression can begin here, so that a slash does not divide and a less-than sign does not compare. */
    private boolean beginsExpression() {
        if (lexemes.isEmpty()) {
            return true;
        }
        Lexeme last = lexemes.get(lexemes.size() - 1);
        String before = text.substring(last.start(), last.end());
        return switch (last.kind()) {
            case WORD -> BEFORE_EXPRESSION.contains(before);
            case MARK -> !before.equals(")") && !before.equals("]") && !before.equals("++") && !before.equals("--");
            default -> false;
        };
    }

    private int endOfRegularExpression() {
        boolean inClass = false;
        for (int i = at + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '/' && !inClass) {
                int end = i + 1;
                while (end < text.length() && Words.isWordPart(text.charAt(end))) {
                    end++;
                }
                return end;
            }
        }
        return -1;
    }

    /** Reads code between braces in markup, with the braces; {@code start} is at the first one. */
    int braces(int start) {
        at = start;
        add(LexemeKind.MARK, at + 1);
        CodeLexer inner = new CodeLexer(source, language, syntax, at, depth + 1, patience);
        inner.toClosingBrace();
        lexemes.addAll(inner.lexemes);
        at = Math.min(text.length(), inner.at);
        if (at < text.length()) {
            add(LexemeKind.MARK, at + 1);
        }
        return at;
    }
}
