package io.github.schemasplit.analysis;

import io.github.schemasplit.sqltext.Lexer;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * String constants of a text that may name what moves and are not read as names: SQL that is put together and run, names that are
 * handed on. What is only prose is left out.
 */
final class TextHints {
    private static final int LONGEST_SHOWN = 40;
    private static final Pattern SQL = Pattern.compile(
            "\\b(select|from|join|into|insert|update|delete|table|merge|truncate|copy|call|perform|nextval|on)\\b|%[Is]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[^\\s'();,]+|\"[^\"]+\"(\\.\"[^\"]+\")?");

    private final MovingNames moving;

    TextHints(MovingNames moving) {
        this.moving = moving;
    }

    /** Those of a text, but for the constants that {@code read} holds references in. */
    List<UnclearName> in(String text, StringSyntax syntax, List<Reference> read) {
        List<UnclearName> hints = new ArrayList<>();
        for (Token token : Lexer.tokens(text, syntax)) {
            switch (token.kind()) {
                case STRING, ESCAPE_STRING, UNICODE_STRING, DOLLAR_STRING -> {
                    if (read.stream().noneMatch(r -> r.start() >= token.start() && r.end() <= token.end())) {
                        hint(text, token, hints);
                    }
                }
                default -> {}
            }
        }
        return hints;
    }

    private void hint(String text, Token token, List<UnclearName> hints) {
        String constant = token.text(text);
        String inner = constant.substring(constant.indexOf('\'') + 1).replaceFirst("'$", "");
        boolean some = SQL.matcher(constant).find() || NAME.matcher(inner).matches();
        List<String> bearers = moving.bearers(some ? NamesInText.of(constant) : Set.of(inner));
        if (!bearers.isEmpty()) {
            hints.add(new UnclearName(
                    Lines.of(text, token.start()),
                    constant.length() <= LONGEST_SHOWN ? constant : constant.substring(0, LONGEST_SHOWN) + "…",
                    "a text that may name " + Words.some(bearers)));
        }
    }
}
