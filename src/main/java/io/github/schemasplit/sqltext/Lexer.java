package io.github.schemasplit.sqltext;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Reads SQL text token by token, by the rules of PostgreSQL's own scanner.
 *
 * <p>It is total and lossless: any text is read, and the texts of its tokens in order are the text. Where versions differ,
 * the newest counts: {@code 1_000} and {@code 0x1F} are numbers. String constants that SQL continues on the next line
 * ({@code 'a'} line end {@code 'b'}) are one token.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical Structure</a>
 */
public final class Lexer implements Iterator<Token> {
    private final String source;
    private StringSyntax syntax;
    private int position;

    /** A lexer at the beginning of {@code source}. */
    public Lexer(String source, StringSyntax syntax) {
        this.source = source;
        this.syntax = syntax;
    }

    /** All tokens of {@code source}. */
    public static List<Token> tokens(String source, StringSyntax syntax) {
        List<Token> tokens = new ArrayList<>(source.length() / 4 + 1);
        Lexer lexer = new Lexer(source, syntax);
        while (lexer.hasNext()) {
            tokens.add(lexer.next());
        }
        return tokens;
    }

    /** Reads what follows with another setting, as after {@code SET standard_conforming_strings}. */
    public void use(StringSyntax newSyntax) {
        syntax = newSyntax;
    }

    /** Goes on reading at {@code newPosition}, as after data between statements. */
    public void jumpTo(int newPosition) {
        if (newPosition < 0 || newPosition > source.length()) {
            throw new IllegalArgumentException(newPosition + " is outside of the text");
        }
        position = newPosition;
    }

    @Override
    public boolean hasNext() {
        return position < source.length();
    }

    @Override
    public Token next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the text is at its end");
        }
        Token token = scan(position);
        position = token.end();
        return token;
    }

    private Token scan(int start) {
        char c = source.charAt(start);
        if (Chars.isSpace(c)) {
            return new Token(TokenKind.WHITESPACE, start, skipSpace(start));
        }
        if (Chars.isWordStart(c)) {
            return word(start, c);
        }
        if (Chars.isDigit(c) || (c == '.' && Chars.isDigit(Chars.at(source, start + 1)))) {
            return new Token(TokenKind.NUMBER, start, Numbers.end(source, start));
        }
        if (c == '-' && source.startsWith("--", start)) {
            return new Token(TokenKind.LINE_COMMENT, start, Comments.endOfLine(source, start));
        }
        if (c == '/' && source.startsWith("/*", start)) {
            return closed(TokenKind.BLOCK_COMMENT, start, Comments.endOfBlock(source, start));
        }
        if (Operators.isOperatorChar(c)) {
            return new Token(TokenKind.OPERATOR, start, Operators.end(source, start));
        }
        return switch (c) {
            case '\'' -> string(start);
            case '"' -> closed(TokenKind.QUOTED_IDENTIFIER, start, Quotes.endOfIdentifier(source, start + 1));
            case '$' -> dollar(start);
            case ',', '(', ')', '[', ']', ';' -> new Token(TokenKind.PUNCTUATION, start, start + 1);
            case '.' -> new Token(TokenKind.PUNCTUATION, start, start + (Chars.at(source, start + 1) == '.' ? 2 : 1));
            case ':' -> colon(start);
            default -> new Token(TokenKind.OTHER, start, start + 1);
        };
    }

    private int skipSpace(int start) {
        int end = start + 1;
        while (Chars.isSpace(Chars.at(source, end))) {
            end++;
        }
        return end;
    }

    private Token word(int start, char first) {
        char second = Chars.at(source, start + 1);
        if (second == '\'') {
            switch (first) {
                case 'e', 'E' -> {
                    return closed(TokenKind.ESCAPE_STRING, start, Quotes.endOfEscapeString(source, start + 2));
                }
                case 'b', 'B', 'x', 'X' -> {
                    return closed(TokenKind.BIT_STRING, start, Quotes.endOfBitString(source, start + 2));
                }
                case 'n', 'N' -> {
                    Token rest = string(start + 1);
                    return new Token(rest.kind(), start, rest.end());
                }
                default -> {}
            }
        }
        if (second == '&' && (first == 'u' || first == 'U')) {
            char third = Chars.at(source, start + 2);
            if (third == '\'') {
                return closed(TokenKind.UNICODE_STRING, start, Quotes.endOfString(source, start + 3));
            }
            if (third == '"') {
                return closed(TokenKind.UNICODE_IDENTIFIER, start, Quotes.endOfIdentifier(source, start + 3));
            }
        }
        int end = start + 1;
        while (Chars.isWordPart(Chars.at(source, end))) {
            end++;
        }
        return new Token(TokenKind.WORD, start, end);
    }

    private Token string(int start) {
        int end = syntax == StringSyntax.STANDARD
                ? Quotes.endOfString(source, start + 1)
                : Quotes.endOfEscapeString(source, start + 1);
        return closed(TokenKind.STRING, start, end);
    }

    private Token dollar(int start) {
        if (Chars.isDigit(Chars.at(source, start + 1))) {
            int end = start + 2;
            while (Chars.isDigit(Chars.at(source, end))) {
                end++;
            }
            return new Token(TokenKind.PARAMETER, start, end);
        }
        int open = Quotes.endOfDollarTag(source, start);
        if (open == Quotes.NONE) {
            return new Token(TokenKind.OTHER, start, start + 1);
        }
        int close = source.indexOf(source.substring(start, open), open);
        return closed(TokenKind.DOLLAR_STRING, start, close < 0 ? Quotes.NONE : close + open - start);
    }

    private Token colon(int start) {
        char second = Chars.at(source, start + 1);
        return new Token(TokenKind.PUNCTUATION, start, start + (second == ':' || second == '=' ? 2 : 1));
    }

    private Token closed(TokenKind kind, int start, int end) {
        return end == Quotes.NONE
                ? new Token(TokenKind.UNTERMINATED, start, source.length())
                : new Token(kind, start, end);
    }
}
