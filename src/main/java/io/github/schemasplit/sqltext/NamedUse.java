package io.github.schemasplit.sqltext;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * A name with its schema in a text, of an object of whatever kind, such as {@code public.natural} in {@code COLLATE public.natural}.
 *
 * @param schema its schema
 * @param name its last part, which may be an operator
 * @param kind what the words before it say that it is, as {@code operator class}; empty where they say nothing
 * @param creates whether the statement makes the object
 * @param nested whether it stands in a string constant
 */
public record NamedUse(NamePart schema, NamePart name, String kind, boolean creates, boolean nested) {
    private static final Set<String> KINDS = Set.of("collation", "conversion", "operator");
    private static final Set<String> OF_OPERATORS = Set.of("class", "family");
    private static final Set<String> OF_TEXT_SEARCH = Set.of("configuration", "dictionary", "parser", "template");

    /** Those of a text whose schema is one of these, in the text's order. */
    public static List<NamedUse> in(String text, StringSyntax syntax, Set<Identifier> schemas) {
        List<NamedUse> found = new ArrayList<>();
        read(text, syntax, schemas, IntUnaryOperator.identity(), false, found);
        return found;
    }

    private static void read(
            String text,
            StringSyntax syntax,
            Set<Identifier> schemas,
            IntUnaryOperator place,
            boolean nested,
            List<NamedUse> found) {
        for (TokenCursor tokens = new TokenCursor(text, syntax); !tokens.isEnd(); tokens.next()) {
            Optional<ConstantText> constant = tokens.constant();
            if (constant.isPresent() && constant.get().value().indexOf('.') > 0) {
                read(constant.get().value(), syntax, schemas, constant.get().placeIn(place), true, found);
            } else if (isQualified(tokens) && schemas.contains(tokens.part(0).identifier())) {
                int kind = kindAt(tokens);
                boolean symbol = tokens.isOperator(2);
                if (kind == 0 && (symbol ? tokens.word(2).equals("*") : !isIdentifier(tokens, 2))) {
                    continue;
                }
                found.add(new NamedUse(
                        moved(tokens.part(0), place),
                        moved(name(tokens), place),
                        kind != 0 ? kind(tokens, kind) : symbol ? "operator" : "",
                        kind != 0 && isCreated(tokens, kind),
                        nested));
            }
        }
    }

    private static boolean isQualified(TokenCursor tokens) {
        return isIdentifier(tokens, 0)
                && tokens.word(1).equals(".")
                && !tokens.word(-1).equals(".")
                && !tokens.word(2).equals(TokenCursor.END)
                && !tokens.word(3).equals(".");
    }

    private static boolean isIdentifier(TokenCursor tokens, int offset) {
        return tokens.isWord(offset) || tokens.word(offset).equals(TokenCursor.QUOTED);
    }

    private static NamePart name(TokenCursor tokens) {
        NamePart part = tokens.part(2);
        return isIdentifier(tokens, 2)
                ? part
                : new NamePart(
                        Identifier.of(tokens.source().substring(part.start(), part.end())), part.start(), part.end());
    }

    private static NamePart moved(NamePart part, IntUnaryOperator place) {
        return new NamePart(part.identifier(), place.applyAsInt(part.start()), place.applyAsInt(part.end()));
    }

    /** How far before the name the last word for its kind is; 0 where there is none. */
    private static int kindAt(TokenCursor tokens) {
        int at = -1;
        if (tokens.word(at).equals("exists")) {
            at -= tokens.word(at - 1).equals("not") ? 3 : 2;
        } else if (tokens.word(at).equals("(") && tokens.word(at - 1).equals("operator")) {
            at--;
        }
        return kind(tokens, at).isEmpty() ? 0 : at;
    }

    private static String kind(TokenCursor tokens, int at) {
        String word = tokens.word(at);
        String before = tokens.word(at - 1);
        if (word.equals("collate")) {
            return "collation";
        }
        if (word.equals("statistics")) {
            return before.equals("set") ? "" : "statistics object";
        }
        if (OF_OPERATORS.contains(word)) {
            return before.equals("operator") ? "operator " + word : "";
        }
        if (OF_TEXT_SEARCH.contains(word)) {
            return before.equals("search") ? "text search " + word : "";
        }
        return KINDS.contains(word) ? word : "";
    }

    private static boolean isCreated(TokenCursor tokens, int at) {
        for (int i = at; i > at - 4; i--) {
            if (tokens.word(i).equals("create")) {
                return true;
            }
        }
        return false;
    }
}
