package io.github.schemasplit.sqltext;

import java.util.ArrayList;
import java.util.List;

/** The names of schemas that stand alone in statements: {@code ON ALL TABLES IN SCHEMA public}, {@code SET search_path TO public}. */
public final class SchemaNames {
    private SchemaNames() {}

    /** Those of a text, in its order; not those of another server. */
    public static List<NamePart> in(String text, StringSyntax syntax) {
        List<NamePart> names = new ArrayList<>();
        TokenCursor tokens = new TokenCursor(text, syntax);
        while (!tokens.isEnd()) {
            if (begins(tokens)) {
                do {
                    if (tokens.isName()) {
                        names.add(tokens.part());
                    } else {
                        tokens.next();
                    }
                } while (tokens.accept(","));
            } else {
                tokens.next();
            }
        }
        return names;
    }

    private static boolean begins(TokenCursor tokens) {
        return switch (tokens.word(-1)) {
            case "schema" ->
                !tokens.word(-2).equals("foreign") && !tokens.word(-2).equals(".");
            case "=", "to" ->
                tokens.word(-2).equals("search_path") && !tokens.word(-3).equals(".");
            default -> false;
        };
    }
}
