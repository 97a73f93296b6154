package io.github.schemasplit.sqltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Where a text asks for the schema that its session looks in: {@code current_schema}, {@code current_schemas(…)}. */
public final class CurrentSchemas {
    private final StringSyntax syntax;
    private final List<NamePart> found = new ArrayList<>();

    private CurrentSchemas(StringSyntax syntax) {
        this.syntax = syntax;
    }

    /** These words, in the order of the text, those in string constants too. */
    public static List<NamePart> in(String text, StringSyntax syntax) {
        CurrentSchemas schemas = new CurrentSchemas(syntax);
        schemas.read(text, IntUnaryOperator.identity());
        return schemas.found;
    }

    private void read(String text, IntUnaryOperator place) {
        if (!text.toLowerCase(Locale.ROOT).contains("current_schema")) {
            return;
        }
        for (TokenCursor tokens = new TokenCursor(text, syntax); !tokens.isEnd(); tokens.next()) {
            Optional<ConstantText> constant = tokens.constant();
            if (constant.isPresent()) {
                read(constant.get().value(), constant.get().placeIn(place));
            } else if (isAsked(tokens)) {
                NamePart word = tokens.part(0);
                found.add(
                        new NamePart(word.identifier(), place.applyAsInt(word.start()), place.applyAsInt(word.end())));
            }
        }
    }

    private static boolean isAsked(TokenCursor tokens) {
        boolean called = tokens.word(1).equals("(");
        boolean other = tokens.word(-1).equals(".") && !tokens.word(-2).equals("pg_catalog");
        return !other
                && switch (tokens.word()) {
                    case "current_schema" -> called || !tokens.word(-1).equals("as");
                    case "current_schemas" -> called;
                    default -> false;
                };
    }
}
