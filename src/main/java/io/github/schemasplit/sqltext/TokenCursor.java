package io.github.schemasplit.sqltext;

import io.github.schemasplit.sql.Identifier;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a text that the server's parser sees, one after the other: without white space and comments.
 *
 * <p>A token is asked for by its {@linkplain #word() word}: that of a word in lower case, a mark or operator as it is, and
 * {@link #QUOTED}, {@link #STRING}, {@link #OTHER} or {@link #END} for what has none.
 */
final class TokenCursor {
    /** The word of a quoted identifier. */
    static final String QUOTED = "\"";
    /** The word of a string constant of any notation. */
    static final String STRING = "'";
    /** The word of numbers, parameters and what SQL has no meaning for. */
    static final String OTHER = "0";
    /** The word after the last token. */
    static final String END = "";

    private static final String[] MARKS = new String[0x80];

    static {
        for (char c = 0; c < MARKS.length; c++) {
            MARKS[c] = String.valueOf(c);
        }
    }

    private final String source;
    private final StringSyntax syntax;
    private final Token[] tokens;
    private final @Nullable String[] words;
    private int at;
    private int limit;

    /** A cursor at the first token of {@code source}. */
    TokenCursor(String source, StringSyntax syntax) {
        this.source = source;
        this.syntax = syntax;
        Token[] kept = new Token[source.length() / 4 + 8];
        int count = 0;
        Lexer lexer = new Lexer(source, syntax);
        while (lexer.hasNext()) {
            Token token = lexer.next();
            if (!token.kind().isBlank()) {
                if (token.kind() == TokenKind.STRING && isUescape(kept, count)) {
                    // The parser sees one token: what the string says is how to read it.
                    count -= 2;
                    token = new Token(kept[count].kind(), kept[count].start(), token.end());
                }
                if (count == kept.length) {
                    kept = Arrays.copyOf(kept, count * 2);
                }
                kept[count++] = token;
            }
        }
        this.tokens = kept;
        this.words = new String[count];
        this.limit = count;
    }

    /** Whether the last two of {@code count} tokens are one with escapes and the word before the string of its mark. */
    private boolean isUescape(Token[] kept, int count) {
        if (count < 2 || !kept[count - 1].isWord(source, "uescape")) {
            return false;
        }
        TokenKind kind = kept[count - 2].kind();
        return kind == TokenKind.UNICODE_IDENTIFIER || kind == TokenKind.UNICODE_STRING;
    }

    /** The word of the current token. */
    String word() {
        return word(0);
    }

    /** The word of a token further on, or before. */
    String word(int offset) {
        int index = at + offset;
        if (index < 0 || index >= limit) {
            return END;
        }
        String word = words[index];
        if (word == null) {
            word = read(tokens[index]);
            words[index] = word;
        }
        return word;
    }

    private String read(Token token) {
        return switch (token.kind()) {
            case WORD -> Identifiers.fold(source, token.start(), token.end());
            case PUNCTUATION, OPERATOR -> mark(token);
            case QUOTED_IDENTIFIER, UNICODE_IDENTIFIER -> QUOTED;
            case STRING, ESCAPE_STRING, UNICODE_STRING, DOLLAR_STRING -> STRING;
            default -> OTHER;
        };
    }

    private String mark(Token token) {
        return token.end() - token.start() == 1
                ? MARKS[source.charAt(token.start())]
                : source.substring(token.start(), token.end());
    }

    /** The current token, which is there. */
    Token token() {
        return token(0);
    }

    /** A token further on, or before, which is there. */
    Token token(int offset) {
        return tokens[at + offset];
    }

    String source() {
        return source;
    }

    /** The current token's value, if it is a string constant that is read. */
    Optional<ConstantText> constant() {
        return constant(0);
    }

    /** The same of a token further on, or before. */
    Optional<ConstantText> constant(int offset) {
        int index = at + offset;
        return index < 0 || index >= limit ? Optional.empty() : ConstantText.of(source, tokens[index], syntax);
    }

    StringSyntax syntax() {
        return syntax;
    }

    boolean is(String word) {
        return word().equals(word);
    }

    boolean isEnd() {
        return at >= limit;
    }

    /** Whether the current token begins a name: an identifier or a word that is not reserved. */
    boolean isName() {
        String word = word();
        return word.equals(QUOTED) || (isWord() && WordClass.of(word) != WordClass.RESERVED);
    }

    /** Whether the current token can be the name of a column or relation, or an alias. */
    boolean isColumnName() {
        return isColumnName(0);
    }

    boolean isColumnName(int offset) {
        String word = word(offset);
        return word.equals(QUOTED) || (isWord(offset) && WordClass.of(word).compareTo(WordClass.COLUMN_NAME) <= 0);
    }

    /** Whether the current token is a word without quotes. */
    boolean isWord() {
        return isWord(0);
    }

    boolean isWord(int offset) {
        int index = at + offset;
        return index >= 0 && index < limit && tokens[index].kind() == TokenKind.WORD;
    }

    /** Whether a token further on is an operator. */
    boolean isOperator(int offset) {
        int index = at + offset;
        return index < limit && tokens[index].kind() == TokenKind.OPERATOR;
    }

    void next() {
        if (at < limit) {
            at++;
        }
    }

    void skip(int count) {
        at = Math.min(limit, at + count);
    }

    /** Goes over the current token if it is {@code word}. */
    boolean accept(String word) {
        if (is(word)) {
            at++;
            return true;
        }
        return false;
    }

    /** Goes over the next tokens if they are {@code first} and {@code second}. */
    boolean accept(String first, String second) {
        if (is(first) && word(1).equals(second)) {
            at += 2;
            return true;
        }
        return false;
    }

    /** The current token as a part of a name; goes over it. */
    NamePart part() {
        at++;
        return part(-1);
    }

    /** A token further on, or before, as a part of a name. */
    NamePart part(int offset) {
        Token token = tokens[at + offset];
        return new NamePart(Identifier.of(Identifiers.of(source, token)), token.start(), token.end());
    }

    /** Where the current token begins, or the text ends. */
    int offset() {
        return at < limit ? tokens[at].start() : at > 0 ? tokens[at - 1].end() : 0;
    }

    /** Where the token before the current one ends. */
    int previousEnd() {
        return at > 0 ? tokens[at - 1].end() : 0;
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    /** How many tokens there are, counted from the first of the text. */
    int limit() {
        return limit;
    }

    /** Lets the text end before the token at {@code newLimit}, counted from the first of the text. */
    void limit(int newLimit) {
        limit = newLimit;
    }

    /** Goes over everything from an opening parenthesis to the one that closes it, or to the end. */
    void skipParentheses() {
        int depth = 0;
        do {
            switch (word()) {
                case "(" -> depth++;
                case ")" -> depth--;
                default -> {}
            }
            next();
        } while (depth > 0 && !isEnd());
    }

    /** Goes to the next {@code word} of the statement; false if there is none. */
    boolean skipTo(String word) {
        while (!isEnd() && !is(";") && !is(word)) {
            next();
        }
        return is(word);
    }
}
