package io.github.schemasplit.names;

import io.github.schemasplit.sqltext.ConstantText;
import io.github.schemasplit.sqltext.Lexer;
import io.github.schemasplit.sqltext.Reference;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/**
 * String constants of a text that may name what moves and are not read as names: SQL that is put together and run, names that are
 * handed on. What is only prose is left out.
 */
final class TextHints {
    private static final int LONGEST_SHOWN = 40;
    private static final Pattern SQL = Pattern.compile(
            "\\b(schema|select|from|join|into|insert|update|delete|table|merge|truncate|copy|call|perform|nextval|on)\\b|%[Is]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[^\\s'();,]+|([^\\s'();,\"]*\"[^\"]+\"){1,4}[^\\s'();,\"]*");

    /** A constant of an array of names; JSON has colons. */
    private static final Pattern NAMES = Pattern.compile("\\{[^();:']*}");

    private final MovingNames moving;
    private final SchemaConstants schema;

    TextHints(MovingNames moving, SchemaConstants schema) {
        this.moving = moving;
        this.schema = schema;
    }

    /**
     * Those of a text, but for the constants that {@code read} holds references in.
     *
     * @param settled constants of which it is clear what they name
     */
    List<UnclearName> in(String text, StringSyntax syntax, List<Reference> read, List<Token> settled) {
        Set<Integer> starts = new HashSet<>();
        for (Token token : settled) {
            starts.add(token.start());
        }
        List<UnclearName> hints = new ArrayList<>();
        look(
                text,
                syntax,
                (start, end) -> starts.contains(start) || isRead(start, end, read),
                text,
                IntUnaryOperator.identity(),
                hints);
        return hints;
    }

    private static boolean isRead(int start, int end, List<Reference> read) {
        for (Reference reference : read) {
            if (reference.start() < end && reference.end() > start) {
                return true;
            }
        }
        return false;
    }

    /** Whether a constant, from {@code start} to {@code end}, needs no hint. */
    @FunctionalInterface
    private interface Settled {
        boolean test(int start, int end);
    }

    /**
     * Looks into a text, which is the whole or a constant of it.
     *
     * @param place where in the whole a character of the text is
     */
    private void look(
            String text,
            StringSyntax syntax,
            Settled settled,
            String whole,
            IntUnaryOperator place,
            List<UnclearName> hints) {
        for (Token token : Lexer.tokens(text, syntax)) {
            switch (token.kind()) {
                case STRING, ESCAPE_STRING, UNICODE_STRING, DOLLAR_STRING -> {
                    int start = place.applyAsInt(token.start());
                    int end = place.applyAsInt(token.end());
                    Optional<ConstantText> constant = ConstantText.of(text, token, syntax);
                    if (!settled.test(start, end)) {
                        String written = token.text(text);
                        String value = constant.isPresent() ? constant.get().value() : inner(written);
                        hint(written, value, text != whole, Lines.of(whole, start), hints);
                    } else if (constant.isPresent()) {
                        ConstantText inner = constant.get();
                        look(inner.value(), syntax, settled, whole, inner.placeIn(place), hints);
                    }
                }
                default -> {}
            }
        }
    }

    /** Of a constant whose value is not read. */
    private static String inner(String constant) {
        return constant.substring(constant.indexOf('\'') + 1).replaceFirst("'$", "");
    }

    private void hint(String constant, String value, boolean nested, int line, List<UnclearName> hints) {
        boolean some = SQL.matcher(value).find()
                || NAME.matcher(value).matches()
                || NAMES.matcher(value).matches();
        Set<String> names = new HashSet<>(Set.of(value));
        if (some) {
            names.addAll(NamesInText.of(value));
        }
        List<String> bearers = moving.bearers(names);
        boolean objects = !bearers.isEmpty();
        // A constant that is its name and nothing else is looked at where it stands for itself.
        if (bearers.isEmpty() && some && schema.isNamedAlone(value) && (nested || !schema.isName(value))) {
            bearers = List.of(schema.describe());
        }
        if (!bearers.isEmpty()) {
            hints.add(new UnclearName(
                    line,
                    constant.length() <= LONGEST_SHOWN ? constant : constant.substring(0, LONGEST_SHOWN) + "…",
                    "a text that may name " + Words.some(bearers),
                    objects));
        }
    }
}
