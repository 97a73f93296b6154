package io.github.schemasplit.sqltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A string constant and what it is compared with, such as {@code TG_TABLE_SCHEMA = 'public'}.
 *
 * @param constant the constant
 * @param token where it is
 * @param with the last part of the name it is compared with, or the type that it is taken for, in lower case; empty for none that is
 *     seen
 * @param exact whether the comparison is one of {@code =}, {@code <>} and {@code !=}
 * @param beside what must hold too, as in {@code schemaname = 'public' AND tablename = 'orders'}: columns of the same qualifier that
 *     equal a constant, right before or behind an {@code =} that is a condition by itself
 */
public record Comparison(ConstantText constant, Token token, String with, boolean exact, List<Equal> beside) {
    /**
     * A column and the constant that it equals.
     *
     * @param column its name in lower case
     * @param value the constant's value
     * @param token where the constant is
     * @param view the one relation of the query whose conditions both are, in lower case and without {@code pg_catalog}; empty where
     *     there is none, or more than one
     */
    public record Equal(String column, String value, Token token, String view) {}

    private static final Set<String> EXACT = Set.of("=", "<>", "!=");
    private static final Set<String> SCHEMA_TYPES = Set.of("regnamespace", "to_regnamespace");

    /** All constants of a text that are read, compared or not. */
    public static List<Comparison> in(String text, StringSyntax syntax) {
        List<Comparison> found = new ArrayList<>();
        TokenCursor tokens = new TokenCursor(text, syntax);
        for (; !tokens.isEnd(); tokens.next()) {
            Optional<ConstantText> constant = tokens.constant();
            if (constant.isPresent()) {
                String type = type(tokens);
                boolean left = EXACT.contains(tokens.word(-1));
                boolean right = EXACT.contains(tokens.word(1));
                boolean exact = type.isEmpty() && (left || right);
                String with = left ? name(tokens, -2) : right ? nameAfter(tokens) : other(tokens);
                found.add(new Comparison(
                        constant.get(), tokens.token(), type.isEmpty() ? with : type, exact, beside(tokens)));
            }
        }
        return found;
    }

    private static List<Equal> beside(TokenCursor tokens) {
        List<Equal> beside = new ArrayList<>();
        Optional<Condition> own = Condition.of(tokens, 0);
        if (own.isPresent()) {
            add(own.get().before(tokens), tokens, beside);
            add(own.get().behind(tokens), tokens, beside);
        }
        return beside;
    }

    private static void add(Optional<Condition> condition, TokenCursor tokens, List<Equal> beside) {
        Optional<Equal> equal = condition.isPresent() ? equal(tokens, condition.get()) : Optional.empty();
        if (equal.isPresent()) {
            beside.add(equal.get());
        }
    }

    private static Optional<Equal> equal(TokenCursor tokens, Condition condition) {
        int constant = condition.constant();
        return tokens.constant(constant)
                .map(c -> new Equal(
                        condition.column(tokens),
                        c.value(),
                        tokens.token(constant),
                        condition.view(tokens).orElse("")));
    }

    private static String name(TokenCursor tokens, int offset) {
        return tokens.isWord(offset) ? tokens.word(offset) : "";
    }

    private static String nameAfter(TokenCursor tokens) {
        int offset = 2;
        while (tokens.word(offset + 1).equals(".")) {
            offset += 2;
        }
        return name(tokens, offset);
    }

    private static String type(TokenCursor tokens) {
        return tokens.word(1).equals("::") && SCHEMA_TYPES.contains(tokens.word(2)) ? tokens.word(2) : "";
    }

    /** Of LIKE, IN, IS DISTINCT FROM, CASE and a conversion by name. */
    private static String other(TokenCursor tokens) {
        int offset = -1;
        if (tokens.word(offset).equals("(") || tokens.word(offset).equals(",")) {
            while (tokens.word(offset).equals(",")
                    || tokens.word(offset).equals("(")
                    || tokens.word(offset).equals(TokenCursor.STRING)) {
                offset--;
            }
        }
        if (SCHEMA_TYPES.contains(tokens.word(offset))) {
            return tokens.word(offset);
        }
        return switch (tokens.word(offset)) {
            case "in", "like", "ilike" -> name(tokens, tokens.word(offset - 1).equals("not") ? offset - 2 : offset - 1);
            case "from" -> {
                offset -= tokens.word(offset - 2).equals("not") ? 4 : 3;
                yield tokens.word(offset + 1).equals("is") ? name(tokens, offset) : "";
            }
            case "when" -> tokens.word(offset - 2).equals("case") ? name(tokens, offset - 1) : "";
            default -> "";
        };
    }

    /** What is written in the constant so that its value is another; empty when that cannot be. */
    public Optional<TextEdit> edit(String value) {
        return constant.quoting()
                .write(value)
                .map(v -> new TextEdit(
                        constant.place(0), constant.place(constant.value().length()), v));
    }
}
