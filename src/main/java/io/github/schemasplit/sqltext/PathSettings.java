package io.github.schemasplit.sqltext;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a text sets search_path to as it runs, with SET or {@code set_config}: names after that are looked for elsewhere.
 *
 * @param lists the schemas, where they are written out
 * @param open whether it is also set to what is known only as the text runs
 */
public record PathSettings(List<List<Identifier>> lists, boolean open) {
    private static final String SEARCH_PATH = "search_path";

    private static final Pattern IN_CONSTANT =
            Pattern.compile("\\b(set|reset)\\b.*\\bsearch_path\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    public PathSettings {
        lists = List.copyOf(lists);
    }

    /** Those of a text. */
    public static PathSettings in(String text, StringSyntax syntax) {
        List<List<Identifier>> lists = new ArrayList<>();
        boolean open = false;
        // Mostly there is none.
        for (TokenCursor tokens = new TokenCursor(mayHold(text) ? text : "", syntax); !tokens.isEnd(); tokens.next()) {
            if (isSet(tokens)) {
                tokens.skip(2);
                open |= !addTo(lists, list(tokens, ";"));
            } else if (tokens.accept("reset", SEARCH_PATH)) {
                open = true;
            } else if (isSetConfig(tokens)) {
                tokens.skip(2);
                Optional<ConstantText> value = tokens.word(1).equals(",") ? tokens.constant() : Optional.empty();
                open |= !addTo(lists, value.flatMap(v -> list(new TokenCursor(v.value(), syntax), TokenCursor.END)));
            } else if (tokens.is(TokenCursor.STRING)) {
                open |= IN_CONSTANT.matcher(tokens.token().text(text)).find();
            }
        }
        return new PathSettings(lists, open);
    }

    private static boolean mayHold(String text) {
        return Pattern.compile(SEARCH_PATH, Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }

    private static boolean isSet(TokenCursor tokens) {
        boolean set = switch (tokens.word(-1)) {
            case "set" -> true;
            case "local", "session" -> tokens.word(-2).equals("set");
            default -> false;
        };
        return set
                && tokens.is(SEARCH_PATH)
                && (tokens.word(1).equals("=") || tokens.word(1).equals("to"));
    }

    /** At the first argument of {@code set_config}. */
    private static boolean isSetConfig(TokenCursor tokens) {
        return tokens.word(-1).equals("(")
                && tokens.word(-2).equals("set_config")
                && tokens.word(1).equals(",")
                && tokens.constant()
                        .filter(name -> name.value().equalsIgnoreCase(SEARCH_PATH))
                        .isPresent();
    }

    private static boolean addTo(List<List<Identifier>> lists, Optional<List<Identifier>> list) {
        list.ifPresent(lists::add);
        return list.isPresent();
    }

    /** Schemas with commas between them, to {@code end}; empty where something else is there. */
    private static Optional<List<Identifier>> list(TokenCursor tokens, String end) {
        List<Identifier> schemas = new ArrayList<>();
        while (!tokens.isEnd() && !tokens.is(end)) {
            Optional<String> constant = tokens.constant().map(ConstantText::value);
            if (constant.isPresent()) {
                tokens.next();
                constant.filter(schema -> !schema.isEmpty()).map(Identifier::of).ifPresent(schemas::add);
            } else if (tokens.isName()) {
                schemas.add(tokens.part().identifier());
            } else {
                return Optional.empty();
            }
            if (!tokens.accept(",") && !tokens.isEnd() && !tokens.is(end)) {
                return Optional.empty();
            }
        }
        return Optional.of(schemas);
    }
}
