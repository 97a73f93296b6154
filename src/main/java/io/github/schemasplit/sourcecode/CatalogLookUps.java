package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sqltext.Lexer;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.Token;
import io.github.schemasplit.sqltext.TokenKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Finds names in constants of statements that look them up in the catalog: {@code WHERE table_name = 'orders'}. */
final class CatalogLookUps {
    static final String REASON =
            "the catalog is asked for it by its name: see whether it is asked for the schema as well";

    private static final List<String> CATALOGS = List.of(
            "information_schema",
            "pg_class",
            "pg_tables",
            "pg_views",
            "pg_stat_user_tables",
            "pg_policies",
            "pg_indexes");

    private CatalogLookUps() {}

    /** What is named so, by where. */
    static Map<Integer, Moved> in(String sql, MovedNames names) {
        String lower = sql.toLowerCase(Locale.ROOT);
        Map<Integer, Moved> found = new TreeMap<>();
        if (CATALOGS.stream().noneMatch(lower::contains)) {
            return found;
        }
        Lexer lexer = new Lexer(sql, StringSyntax.STANDARD);
        while (lexer.hasNext()) {
            Token token = lexer.next();
            if (token.kind() == TokenKind.STRING && token.end() - token.start() > 2) {
                String name = sql.substring(token.start() + 1, token.end() - 1);
                names.relation(name).ifPresent(target -> found.put(token.start() + 1, new Moved(name, target)));
            }
        }
        return found;
    }
}
