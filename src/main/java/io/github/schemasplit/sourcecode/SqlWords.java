package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sqltext.Lexer;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.Token;
import io.github.schemasplit.sqltext.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a text as SQL has words, and whether it is written as English is not. Beyond its end there are words without text. */
final class SqlWords {
    /** What English has at such places as well. */
    private static final Set<String> ENGLISH = Set.of(
            "the", "a", "an", "your", "this", "that", "these", "all", "any", "my", "our", "their", "his", "her", "its",
            "to");

    private final List<String> words = new ArrayList<>();
    private final List<TokenKind> kinds = new ArrayList<>();
    private boolean marked;
    private boolean shouts = true;

    SqlWords(String text) {
        Lexer lexer = new Lexer(text, StringSyntax.STANDARD);
        while (lexer.hasNext()) {
            Token token = lexer.next();
            if (!token.kind().isBlank()) {
                words.add(token.text(text));
                kinds.add(token.kind());
            }
        }
        for (int i = 0; i < words.size(); i++) {
            marked |= isMark(i);
            shouts &= isShouted(i) || kinds.get(i) != TokenKind.WORD;
        }
    }

    /** Whether English would not be written so. */
    private boolean isMark(int i) {
        String word = keyword(i);
        return switch (kinds.get(i)) {
            case OPERATOR -> word.equals("*") ? isAfter(i, "SELECT", "(", ".", "DISTINCT", ",") : isComparison(word, i);
            case PARAMETER, QUOTED_IDENTIFIER -> true;
            case WORD ->
                word.indexOf('_') >= 0
                        || word.equals("BY") && isAfter(i, "ORDER", "GROUP")
                        || word.equals("JOIN") && isAfter(i, "LEFT", "INNER", "OUTER", "CROSS");
            case PUNCTUATION ->
                word.equals("::") || word.equals("(") && isAfter(i, "VALUES", "IN", "COUNT", "MAX", "MIN", "SUM");
            default -> false;
        };
    }

    private boolean isAfter(int i, String... before) {
        return i > 0 && List.of(before).contains(keyword(i - 1));
    }

    boolean isComparison(String operator, int i) {
        return operator.indexOf('=') >= 0
                || operator.indexOf('<') >= 0
                || operator.indexOf('>') >= 0
                || operator.equals("||")
                || (operator.startsWith("?") || operator.startsWith("%") || operator.startsWith("#"))
                        && i < words.size() - 1;
    }

    String word(int i) {
        return i < words.size() ? words.get(i) : "";
    }

    String keyword(int i) {
        return word(i).toUpperCase(Locale.ROOT);
    }

    boolean is(int i, String keyword) {
        return keyword(i).equals(keyword);
    }

    int size() {
        return words.size();
    }

    /** Whether it has a mark that English has not. */
    boolean isMarked() {
        return marked;
    }

    /** Whether all of it is in capitals, so that those of keywords tell nothing, and nothing else does. */
    boolean isShouting() {
        return shouts && !marked;
    }

    /** Whether it begins as English does that asks to select something: {@code SELECT a row FROM users}. */
    boolean selectsInEnglish(int at) {
        return is(at, "SELECT") && isEnglish(at + 1) && kinds.get(Math.min(at + 2, kinds.size() - 1)) == TokenKind.WORD;
    }

    private boolean isEnglish(int i) {
        return ENGLISH.contains(word(i).toLowerCase(Locale.ROOT));
    }

    boolean isString(int i) {
        return i < kinds.size() && kinds.get(i) == TokenKind.STRING;
    }

    boolean isOperator(int i) {
        return i < kinds.size() && kinds.get(i) == TokenKind.OPERATOR;
    }

    boolean isShouted(int i) {
        return word(i).equals(keyword(i));
    }

    boolean hasHole(int i) {
        return word(i).indexOf(Literal.HOLE) >= 0;
    }

    int find(String keyword, int from) {
        for (int i = from; i < words.size(); i++) {
            if (is(i, keyword)) {
                return i;
            }
        }
        return -1;
    }

    boolean isName(int i) {
        return switch (kinds.get(i)) {
            case WORD -> isShouting() ? !isEnglish(i) : !ENGLISH.contains(word(i));
            case QUOTED_IDENTIFIER, UNICODE_IDENTIFIER -> true;
            case OPERATOR -> word(i).startsWith("%") || word(i).startsWith("?") || word(i).startsWith("#");
            default -> false;
        };
    }
}
